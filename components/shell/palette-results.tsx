"use client";
import { type RefObject, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react";
import { holdPage } from "@/components/ui/hold-page";
import { paletteText } from "@/lib/platform/palette/schemas";
import { usePaletteAnswer } from "./palette-answer";
import { choiceGroups, choicesOf, shownTheme } from "./palette-choices";
import { PaletteFoot } from "./palette-foot";
import { optionId, PaletteList } from "./palette-list";
import { PALETTE } from "./palette-parts";

/** The parts that came with the page. */
type Parts = { dialog: HTMLDialogElement; form: HTMLFormElement; box: HTMLInputElement };

function findParts(): Parts | null {
  const [dialog, form, box] = [PALETTE.dialog, PALETTE.form, PALETTE.box].map((id) => document.getElementById(id));
  const all = dialog instanceof HTMLDialogElement && form instanceof HTMLFormElement && box instanceof HTMLInputElement;
  return all ? { dialog, form, box } : null;
}

/**
 * What the palette finds for the text in its box, and the way through it by keyboard as the ARIA pattern "combobox" says:
 * the focus stays in the box. Heavy: load it by `import()`. It reads the box that came with the page, so that whatever was
 * typed before it was there counts.
 */
export function PaletteResults() {
  const [parts] = useState(findParts);
  return parts === null ? null : <Results parts={parts} />;
}

function Results({ parts }: { parts: Parts }) {
  const typed = useTyped(parts);
  const text = typed === null ? null : paletteText(typed);
  const { answer, askAgain } = usePaletteAnswer(text);
  const isPending = text !== null && answer?.text !== text;
  const groups = answer === null || answer.fault !== null ? [] : choiceGroups(answer.groups, answer.text, shownTheme());
  const choices = choicesOf(groups);
  const { active, isChosen, activate } = useActive(answer, choices.length);
  const list = useRef<HTMLDivElement>(null);
  useHeldPage(text !== null);
  useBox(parts.box, list, choices.length === 0 ? null : active);
  const enter = useEnter(parts, typed, isPending && !isChosen, () => {
    if (answer?.fault != null) askAgain();
    else chosen(active)?.click();
  });
  useKeys(parts, enter, (step) => {
    if (choices.length > 0) activate((active + step + choices.length) % choices.length);
  });
  return (
    <>
      <PaletteList
        ref={list}
        groups={groups}
        active={active}
        isPending={isPending}
        answer={answer}
        onPoint={activate}
        onRetry={askAgain}
      />
      <PaletteFoot text={text ?? ""} answer={answer} count={choices.length} isPending={isPending} />
    </>
  );
}

function chosen(active: number): HTMLElement | null {
  return document.getElementById(optionId(active));
}

/** What stands in the box, as it is this moment; null while the palette is closed. */
function useTyped({ dialog, box }: Parts): string | null {
  return useSyncExternalStore(
    (changed) => {
      box.addEventListener("input", changed);
      dialog.addEventListener("close", changed);
      return () => {
        box.removeEventListener("input", changed);
        dialog.removeEventListener("close", changed);
      };
    },
    () => (dialog.open ? box.value : null),
    () => null,
  );
}

/** Which choice Enter takes: the best one of each answer, until its person moves on. */
function useActive(answer: unknown, count: number) {
  const [moved, setMoved] = useState<{ answer: unknown; to: number }>({ answer: null, to: 0 });
  const isChosen = answer !== null && moved.answer === answer;
  const active = isChosen && moved.to < count ? moved.to : 0;
  return { active, isChosen, activate: (to: number) => setMoved({ answer, to }) };
}

function useHeldPage(open: boolean): void {
  useLayoutEffect(() => (open ? holdPage() : undefined), [open]);
}

/** Tells the box what is chosen in the list, and keeps that in sight. */
function useBox(box: HTMLInputElement, list: RefObject<HTMLElement | null>, active: number | null): void {
  useLayoutEffect(() => {
    box.ariaExpanded = String(active !== null);
    if (active === null) return box.removeAttribute("aria-activedescendant");
    box.setAttribute("aria-activedescendant", optionId(active));
    // The first one shows what stands over it too.
    if (active === 0) list.current?.scrollTo({ top: 0 });
    else chosen(active)?.scrollIntoView({ block: "nearest" });
  }, [box, list, active]);
}

/**
 * Takes the choice, or, where the answer for what has been typed is still on its way, waits for it: who knows what they
 * want types it and presses Enter at once. More typing takes that back.
 */
function useEnter({ form, box }: Parts, typed: string | null, mustWait: boolean, take: () => void): () => void {
  // Enter may have been pressed before this part was there.
  const awaited = useRef<string | null>(form.dataset.entered ?? null);
  useLayoutEffect(() => {
    const forget = () => {
      awaited.current = null;
    };
    box.addEventListener("input", forget);
    return () => box.removeEventListener("input", forget);
  }, [box]);
  useLayoutEffect(() => {
    if (mustWait || typed === null || awaited.current !== typed) return;
    awaited.current = null;
    take();
  });
  return () => {
    if (mustWait) awaited.current = typed;
    else take();
  };
}

/** Listens to the box anew after each change of what is shown, without a moment in between. */
function useKeys({ form, box }: Parts, enter: () => void, move: (step: 1 | -1) => void): void {
  useLayoutEffect(() => {
    const stop = new AbortController();
    const onKey = (event: KeyboardEvent) => {
      const { key, metaKey, ctrlKey, altKey, isComposing } = event;
      if (isComposing || altKey) return;
      if (key === "ArrowDown" || key === "ArrowUp") {
        event.preventDefault();
        move(key === "ArrowDown" ? 1 : -1);
      }
      if (key === "Enter" && (metaKey || ctrlKey)) {
        event.preventDefault();
        const id = box.getAttribute("aria-activedescendant") ?? "";
        const link = document.getElementById(id);
        if (link instanceof HTMLAnchorElement) window.open(link.href, "_blank", "noopener");
      }
    };
    box.addEventListener("keydown", onKey, { signal: stop.signal });
    form.addEventListener("submit", enter, { signal: stop.signal });
    return () => stop.abort();
  });
}

"use client";
import { useEffect, useState } from "react";
import { isPlainPress } from "@/components/ui/plain-press";
import { PALETTE } from "./palette-parts";

type Part = typeof import("./palette-results");

/** What finds things: not asked for yet, on its way, not to be had, or here. */
let part: Part | "loading" | "failed" | null = null;

/** Shows what has become of it, once the island runs. */
let show = () => {};

function settle(now: typeof part): void {
  part = now;
  show();
}

function load(): void {
  if (part !== null && part !== "failed") return;
  settle("loading");
  import("./palette-results").then(settle, () => {
    settle("failed");
    const form = element(PALETTE.form, HTMLFormElement);
    // Whoever has pressed Enter already goes to the page that searches without it.
    if (form?.dataset.entered !== undefined) form.submit();
  });
}

function open(dialog: HTMLDialogElement): void {
  const box = element(PALETTE.box, HTMLInputElement);
  // Never over another dialog, which asks something.
  if (box === null || document.querySelector("dialog:modal") !== null) return;
  box.value = "";
  delete box.form?.dataset.entered;
  // At once, within the very event: the next key goes into the box, whatever has been loaded by then.
  dialog.showModal();
  box.focus();
  box.dispatchEvent(new Event("input"));
  load();
}

function element<E extends Element>(id: string, kind: new () => E): E | null {
  const found = document.getElementById(id);
  return found instanceof kind ? found : null;
}

function palette(): HTMLDialogElement | null {
  return element(PALETTE.dialog, HTMLDialogElement);
}

function onKey(event: KeyboardEvent): void {
  const { key, metaKey, ctrlKey, shiftKey, altKey } = event;
  const dialog = palette();
  if (dialog === null || key.toLowerCase() !== "k" || metaKey === ctrlKey || shiftKey || altKey) return;
  // On a Mac Ctrl K cuts the rest of a line.
  if (ctrlKey && element(PALETTE.button, HTMLElement)?.ariaKeyShortcuts === "Meta+K") return;
  event.preventDefault();
  if (event.repeat) return;
  if (dialog.open) dialog.close();
  else open(dialog);
}

function onClick(event: MouseEvent): void {
  const { target } = event;
  const dialog = palette();
  const link = target instanceof Element ? target.closest("a[href]") : null;
  if (dialog === null || link === null || !isPlainPress(event)) return;
  if (link.id === PALETTE.button) {
    event.preventDefault();
    open(dialog);
  } else if (dialog.contains(link)) dialog.close();
}

function onPress(event: MouseEvent): void {
  // The dialog's content fills it: a press on the dialog itself is one beside it.
  if (event.target !== palette()) return;
  // What lies under the pointer once the dialog is gone must not take the focus.
  event.preventDefault();
  palette()?.close();
}

function onSubmit(event: SubmitEvent): void {
  const form = element(PALETTE.form, HTMLFormElement);
  if (form === null || event.target !== form || part === "failed") return;
  event.preventDefault();
  form.dataset.entered = element(PALETTE.box, HTMLInputElement)?.value;
}

// As soon as this part of the page's scripts is there, which is before the framework takes the page over; and before a
// form that asks whether to leave it hears of the click, so that it does not ask from behind the palette.
if (typeof window !== "undefined") {
  window.addEventListener("keydown", onKey, true);
  window.addEventListener("click", onClick, true);
  window.addEventListener("mousedown", onPress, true);
  window.addEventListener("submit", onSubmit, true);
}

/** Opens the palette by key and button, and holds what it finds, which is loaded when it is first opened. */
export function PaletteIsland() {
  const [shown, setShown] = useState<{ part: typeof part }>({ part: null });
  useEffect(() => {
    show = () => setShown({ part });
    show();
    return () => {
      show = () => {};
    };
  }, []);
  if (shown.part !== null && typeof shown.part === "object") return <shown.part.PaletteResults />;
  return (
    <p role="status" className="px-4 py-6 text-center text-ink-muted">
      {shown.part === "failed" ? "This could not be loaded. Press Enter to search on a page of its own." : "Loading…"}
    </p>
  );
}

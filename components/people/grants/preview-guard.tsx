"use client";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";

/**
 * Shows a preview only as long as the form that asked for it says the same: what is given is what was read. Once another
 * place or day is chosen, it says so and offers to look again. Without scripts the preview stays, and names what it gives.
 * @param formId the form whose answers the preview is about, as the page brought them.
 */
export function PreviewGuard({ formId, children }: { formId: string; children: ReactNode }) {
  const [isFresh, setIsFresh] = useState(true);
  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return;
    const asked = defaultsOf(form);
    const look = () => setIsFresh(answersOf(form) === asked);
    // A browser that went back may have filled in what was chosen after the page was asked for.
    look();
    form.addEventListener("input", look);
    form.addEventListener("change", look);
    return () => {
      form.removeEventListener("input", look);
      form.removeEventListener("change", look);
    };
  }, [formId]);
  return (
    <>
      <div hidden={!isFresh}>{children}</div>
      <div role="status">
        {!isFresh && (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <p>Something else is chosen now than what was shown here.</p>
            <Button type="submit" form={formId} size="sm">
              Look again
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

/** The answers of a form as the page brought them, in one text to compare. */
function defaultsOf(form: HTMLFormElement): string {
  const brought = [...form.elements].flatMap((element): [string, string][] => {
    if (!(element instanceof HTMLInputElement)) return [];
    const isChoice = element.type === "checkbox" || element.type === "radio";
    if (isChoice) return element.defaultChecked ? [[element.name, element.value]] : [];
    return [[element.name, element.defaultValue]];
  });
  return inOneText(brought);
}

/** Its answers as they stand. */
function answersOf(form: HTMLFormElement): string {
  return inOneText([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}

function inOneText(answers: readonly (readonly [string, string])[]): string {
  const given = answers
    .filter(([name, value]) => name !== "" && value !== "")
    .map(([name, value]) => `${name}=${value}`);
  return given.toSorted().join("&");
}

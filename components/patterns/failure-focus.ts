import { type RefObject, useEffect, useRef } from "react";

/**
 * Puts the focus back into a form when a failure comes back: the pressed button is disabled while it waits, and browsers
 * drop the focus of what is disabled. It goes to the first faulty field, else to the first that can be used.
 */
export function useFailureFocus(result: { ok: boolean } | null): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (result === null || result.ok) return;
    const usable = "input:not([type=hidden]), button";
    const target = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    (target ?? form.current?.querySelector<HTMLElement>(usable))?.focus();
  }, [result]);
  return form;
}

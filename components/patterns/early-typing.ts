"use client";

const typed = new WeakMap<HTMLTextAreaElement, string>();

// Runs as soon as this part of the page's scripts is there, which is before the framework takes the page over.
if (typeof document !== "undefined") {
  for (const area of document.querySelectorAll("textarea")) {
    if (area.value !== area.defaultValue) typed.set(area, area.value);
  }
  document.addEventListener(
    "input",
    ({ target }) => target instanceof HTMLTextAreaElement && typed.set(target, target.value),
    { capture: true },
  );
}

/**
 * Gives a text area back what was typed into it before the page's scripts had taken it over: React leaves inputs alone
 * then, but fills text areas anew. For the area's `ref`.
 */
export function keepEarlyTyping(area: HTMLTextAreaElement | null): void {
  if (area === null) return;
  const text = typed.get(area);
  if (text !== undefined && text !== area.value) area.value = text;
}

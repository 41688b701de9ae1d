"use client";
import type { KeyboardEvent, ReactNode } from "react";

/** A `details` element that also closes on Escape and gives the focus back to its summary; without scripts it opens and closes all the same. */
export function Menu({ children }: { children: ReactNode }) {
  return (
    <details className="relative" onKeyDown={closeOnEscape}>
      {children}
    </details>
  );
}

function closeOnEscape({ key, currentTarget }: KeyboardEvent<HTMLDetailsElement>): void {
  if (key !== "Escape" || !currentTarget.open) return;
  currentTarget.open = false;
  currentTarget.querySelector("summary")?.focus();
}

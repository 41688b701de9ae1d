"use client";
import { type ReactNode, useEffect, useRef } from "react";

/** What a form's question was answered: below the form, with the focus each time that another answer comes. */
export function FormAnswer({ answer, children }: { answer: unknown; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer !== null) box.current?.focus();
  }, [answer]);
  return (
    <div ref={box} tabIndex={-1} data-form-answer className="mt-6 scroll-mt-16 rounded-lg">
      {children}
    </div>
  );
}

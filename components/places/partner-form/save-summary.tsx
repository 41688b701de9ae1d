"use client";
import { useEffect, useRef, useState } from "react";
import type { PartnerForm } from "@/lib/places/partner-form/queries";
import { type Loss, lossesOf } from "./losses";

/**
 * What the save would take away, by name, as the form stands now: said before it is pressed, because a place beyond
 * one's own area cannot be put back by oneself. Source: domains/places.md section 4.
 */
export function SaveSummary({ form }: { form: PartnerForm }) {
  const box = useRef<HTMLDivElement>(null);
  const [losses, setLosses] = useState<readonly Loss[]>([]);
  useEffect(() => {
    const element = box.current?.closest("form");
    if (element == null) return;
    const look = () => setLosses(lossesOf(form, new FormData(element)));
    // Events of a control come before what its own scripts make of them.
    const lookSoon = () => window.setTimeout(look, 0);
    const stop = new AbortController();
    for (const kind of ["input", "change", "reset"]) element.addEventListener(kind, lookSoon, { signal: stop.signal });
    look();
    return () => stop.abort();
  }, [form]);
  return (
    <div ref={box} role="status">
      {losses.length > 0 && (
        <div className="rounded-lg border border-line bg-surface p-4 shadow-card sm:px-5">
          <p className="font-medium">This save takes away:</p>
          <ul className="mt-1 list-disc ps-5">
            {losses.map(({ name, note }) => (
              <li key={name}>
                {name}
                {note !== null && <span className="text-warning">: {note}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

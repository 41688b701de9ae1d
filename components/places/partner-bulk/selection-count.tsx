"use client";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { SELECTION_FORM } from "@/lib/places/partner-bulk/constants";

/** How many rows are chosen, and the ways to choose all on the page or none. Without scripts it only says what the bar is about. */
export function SelectionCount({ ids }: { ids: readonly string[] }) {
  const [chosen, setChosen] = useState<number | null>(null);
  const shown = ids.join();
  useEffect(() => {
    const count = () => setChosen(boxes(shown).filter(({ checked }) => checked).length);
    count();
    document.addEventListener("change", count);
    return () => document.removeEventListener("change", count);
  }, [shown]);
  const choose = (checked: boolean) => {
    const all = boxes(shown);
    for (const box of all) box.checked = checked;
    setChosen(checked ? all.length : 0);
  };
  return (
    <div className="flex flex-wrap items-center gap-x-1 font-medium text-accent-strong">
      <span role="status" className="me-1 tabular-nums">
        {chosen === null ? "Chosen partners:" : `${chosen} chosen`}
      </span>
      {chosen !== null && chosen < ids.length && (
        <Button type="button" tone="quiet" size="sm" onClick={() => choose(true)}>
          Choose all {ids.length} on this page
        </Button>
      )}
      {chosen !== null && (
        <Button type="button" tone="quiet" size="sm" onClick={() => choose(false)}>
          Choose none
        </Button>
      )}
    </div>
  );
}

/** The boxes of these rows, by their ids. */
function boxes(shown: string): HTMLInputElement[] {
  const found = document.querySelectorAll<HTMLInputElement>(`input[name=partner][form="${SELECTION_FORM}"]`);
  return [...found].filter(({ value }) => shown.includes(value));
}

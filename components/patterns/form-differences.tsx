"use client";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

/** One field that another person changed; an empty text is an empty field. */
export type Difference = {
  name: string;
  label: string;
  /** As the form was opened; null where that is not known. */
  before: string | null;
  theirs: string;
  /** What the form holds; where `kept` is false that is theirs. */
  mine: string;
  /** Its person changed it as well, and has not taken theirs. */
  kept: boolean;
  adoptable: boolean;
};

const headings = ["Field", "When you opened it", "Saved now", "In your form"];

/** What a field was, what is saved now and what stands in the form; with scripts each can be taken over by itself. */
export function FormDifferences({ rows, onAdopt }: { rows: readonly Difference[]; onAdopt: (name: string) => void }) {
  const [, was, now, own] = headings;
  return (
    <table className="w-full rounded-md bg-surface text-start max-sm:block">
      <caption className="sr-only">What they changed</caption>
      <thead className="max-sm:sr-only">
        <tr className="text-sm text-ink-muted">
          {headings.map((heading) => (
            <th key={heading} scope="col" className="px-3 py-1.5 text-start font-medium">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line max-sm:block">
        {rows.map(({ name, label, before, theirs, mine, kept, adoptable }) => (
          <tr key={name} className="border-t border-line align-top max-sm:grid max-sm:gap-1 max-sm:px-3 max-sm:py-2.5">
            <th scope="row" className="text-start font-medium sm:px-3 sm:py-2">
              {label}
            </th>
            <Value heading={was} text={before ?? "not known"} muted={before === null} />
            <Value heading={now} text={theirs}>
              {adoptable && kept && (
                <Button type="button" tone="quiet" size="sm" className="-ms-2.5" onClick={() => onAdopt(name)}>
                  Use this<span className="sr-only"> for {label}</span>
                </Button>
              )}
            </Value>
            <Value heading={own} text={kept ? mine : theirs}>
              {!kept && <span className="text-sm text-ink-muted">as saved now</span>}
            </Value>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({
  heading,
  text,
  muted = text === "",
  children,
}: {
  heading: string | undefined;
  text: string;
  muted?: boolean;
  children?: ReactNode;
}) {
  return (
    <td className="wrap-anywhere whitespace-pre-line max-sm:grid max-sm:grid-cols-[6rem_1fr] max-sm:gap-2 sm:px-3 sm:py-2">
      <span aria-hidden="true" className="text-ink-muted sm:hidden">
        {heading}
      </span>
      <div>
        {muted ? <span className="text-ink-muted">{text === "" ? "empty" : text}</span> : text}
        {children !== undefined && <div>{children}</div>}
      </div>
    </td>
  );
}

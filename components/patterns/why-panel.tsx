import { Check, ChevronRight, Minus } from "lucide-react";
import { ReasonList, type ShownReason } from "./reason-list";

/** An act by what a person calls it, and whether they may do it; the reasons say why not. */
export type ShownAct = Readonly<{ label: string; allowed: boolean; reasons: readonly ShownReason[] }>;

/**
 * Why somebody sees a record, what else they may do to it, and why they may not do the rest.
 * @param open unfolded from the start, as the address may ask.
 */
export function WhyPanel({
  reasons,
  acts,
  open,
}: {
  reasons: readonly ShownReason[];
  acts: readonly ShownAct[];
  open: boolean;
}) {
  return (
    <details open={open} id="why" className="group rounded-lg border border-line bg-surface shadow-card">
      <summary className="flex min-h-11 items-center gap-2 rounded-lg px-4 font-medium text-accent hover:bg-accent-soft hover:text-accent-strong sm:px-5">
        <ChevronRight aria-hidden className="-ms-0.5 size-4 transition-transform group-open:rotate-90" />
        Why can I see this?
      </summary>
      <div className="grid gap-5 border-t border-line px-4 py-4 sm:px-5">
        <ReasonList reasons={reasons} />
        <div>
          <h2 className="mb-2 font-semibold">What you may do</h2>
          <ul className="grid gap-2">
            {acts.map((act) => (
              <Act key={act.label} {...act} />
            ))}
          </ul>
        </div>
      </div>
    </details>
  );
}

function Act({ label, allowed, reasons }: ShownAct) {
  return (
    <li className="grid grid-cols-[auto_1fr] gap-x-2.5">
      {allowed ? (
        <Check aria-hidden className="mt-0.75 size-4 text-success" />
      ) : (
        <Minus aria-hidden className="mt-0.75 size-4 text-ink-muted" />
      )}
      <div className={allowed ? undefined : "text-ink-muted"}>
        <span className="sr-only">{allowed ? "Yes: " : "No: "}</span>
        {label}
        {!allowed && (
          <div className="max-w-prose text-sm">
            <ReasonList reasons={reasons} />
          </div>
        )}
      </div>
    </li>
  );
}

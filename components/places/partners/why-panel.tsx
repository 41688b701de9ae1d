import { Check, ChevronRight, Minus } from "lucide-react";
import { ReasonList } from "@/components/patterns/reason-list";
import type { PartnerActName } from "@/lib/places/partners/constants";
import type { PartnerRemit } from "@/lib/places/partners/queries";

/** What each act is called where a person reads what they may do. */
const ACTS: Readonly<Record<PartnerActName, string>> = {
  update: "Edit it",
  slug: "Change its public address",
  hide: "Hide it from the public pages",
  unhide: "Show it on the public pages again",
  admins: "Choose its admins",
  history: "See its history",
  delete: "Delete it",
};

/** Why somebody sees this partner, what else they may do to it, and why they may not do the rest. */
export function WhyPanel({ remit, open }: { remit: PartnerRemit; open: boolean }) {
  return (
    <details open={open} id="why" className="group rounded-lg border border-line bg-surface shadow-card">
      <summary className="flex min-h-11 items-center gap-2 rounded-lg px-4 font-medium text-accent hover:bg-accent-soft hover:text-accent-strong sm:px-5">
        <ChevronRight aria-hidden className="-ms-0.5 size-4 transition-transform group-open:rotate-90" />
        Why can I see this?
      </summary>
      <div className="grid gap-5 border-t border-line px-4 py-4 sm:px-5">
        <ReasonList reasons={remit.view} />
        <div>
          <h2 className="mb-2 font-semibold">What you may do</h2>
          <ul className="grid gap-2">
            {remit.acts.map(({ act, allowed, reasons }) => (
              <li key={act} className="grid grid-cols-[auto_1fr] gap-x-2.5">
                {allowed ? (
                  <Check aria-hidden className="mt-0.75 size-4 text-success" />
                ) : (
                  <Minus aria-hidden className="mt-0.75 size-4 text-ink-muted" />
                )}
                <div className={allowed ? undefined : "text-ink-muted"}>
                  <span className="sr-only">{allowed ? "Yes: " : "No: "}</span>
                  {ACTS[act]}
                  {!allowed && (
                    <div className="max-w-prose text-sm">
                      <ReasonList reasons={reasons} />
                    </div>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </details>
  );
}

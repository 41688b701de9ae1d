import { ReasonList } from "@/components/patterns/reason-list";
import { Badge } from "@/components/ui/badge";
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
        <span aria-hidden="true" className="transition-transform group-open:rotate-90">
          ›
        </span>
        Why can I see this?
      </summary>
      <div className="grid gap-5 border-t border-line px-4 py-4 sm:px-5">
        <ReasonList reasons={remit.view} />
        <div>
          <h2 className="mb-2 font-semibold">What you may do</h2>
          <ul className="grid gap-x-4 gap-y-2 sm:grid-cols-[max-content_max-content_1fr]">
            {remit.acts.map(({ act, allowed, reasons }) => (
              <li key={act} className="grid gap-x-4 sm:col-span-3 sm:grid-cols-subgrid">
                <span>{ACTS[act]}</span>
                <span>{allowed ? <Badge tone="accent">Yes</Badge> : <Badge>No</Badge>}</span>
                {!allowed && (
                  <div className="text-sm text-ink-muted">
                    <ReasonList reasons={reasons} />
                  </div>
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </details>
  );
}

import { WhyPanel } from "@/components/patterns/why-panel";
import type { EventAct } from "@/lib/places/events/constants";
import type { EventRemit } from "@/lib/places/events/queries";

/** What each act is called where a person reads what they may do. */
const ACTS: Readonly<Record<EventAct, string>> = {
  hide: "Hide it from the public pages",
  unhide: "Show it on the public pages again",
  view_history: "See its history",
};

/** Why somebody sees this event, what else they may do to it, and why they may not do the rest. */
export function EventWhy({ remit, open }: { remit: EventRemit; open: boolean }) {
  const acts = remit.acts.map(({ act, ...answer }) => ({ label: ACTS[act], ...answer }));
  return <WhyPanel reasons={remit.view} acts={acts} open={open} />;
}

import { WhyPanel } from "@/components/patterns/why-panel";
import type { CalendarActName } from "@/lib/places/calendars/constants";
import type { CalendarRemit } from "@/lib/places/calendars/queries";

/** What each act is called where a person reads what they may do. */
const ACTS: Readonly<Record<CalendarActName, string>> = {
  update: "Edit it",
  import: "Import it out of turn",
  view_history: "See its history",
  delete: "Delete it",
};

/** Why somebody sees this calendar, what else they may do to it, and why they may not do the rest. */
export function CalendarWhy({ remit, open }: { remit: CalendarRemit; open: boolean }) {
  const acts = remit.acts.map(({ act, ...answer }) => ({ label: ACTS[act], ...answer }));
  return <WhyPanel reasons={remit.view} acts={acts} open={open} />;
}

import { PageTitle } from "@/components/patterns/page-title";
import { RecordHead } from "@/components/patterns/record-head";
import { eventPath } from "@/lib/places/events/constants";
import type { EventRecord, EventRemit } from "@/lib/places/events/queries";
import { EventActions } from "./event-actions";
import { EventState } from "./event-state";

/** The tabs of an event's record, by the end of their addresses. */
type EventTab = "" | "/history";

type Props = { event: EventRecord; remit: EventRemit; tab: EventTab };

/** What every tab of an event's record begins with. Whoever sees it as the public does has no history to open, and so no tabs. */
export function EventHead({ event, remit: { acts }, tab }: Props) {
  const path = eventPath(event);
  const head = {
    title: event.title,
    state: <EventState state={event.state} />,
    actions: <EventActions event={event} acts={acts} />,
  };
  const told = acts.some(({ act, allowed }) => act === "view_history" && allowed);
  if (!told) return <PageTitle {...head} />;
  const tabs = [
    { href: path, label: "Details" },
    { href: `${path}/history`, label: "History" },
  ];
  return <RecordHead {...head} tabs={tabs} current={`${path}${tab}`} />;
}

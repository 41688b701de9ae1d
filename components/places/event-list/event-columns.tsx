import type { Column } from "@/components/patterns/data-table";
import { TextLink } from "@/components/ui/text-link";
import type { EventListItem } from "@/lib/places/event-list/queries";
import { eventPath } from "@/lib/places/events/constants";
import { EventState } from "../events/event-state";
import { EventTime } from "../events/event-time";
import { EventWhere, PartnerName } from "../events/event-where";

/** The column that names the event. */
export const titleColumn: Column<EventListItem> = {
  heading: "Title",
  width: "@2xl:w-[28%]",
  cell: (event) => (
    <TextLink href={eventPath(event)} className="wrap-anywhere">
      {event.title}
    </TextLink>
  ),
};

/** When it is, in its own zone. */
export const whenColumn: Column<EventListItem> = {
  heading: "When",
  width: "@2xl:w-[22%]",
  cell: (event) => <EventTime event={event} />,
};

/** Whose it is, where it takes place, and what is worth knowing of its state. */
export const otherColumns: readonly Column<EventListItem>[] = [
  { heading: "Organiser", cell: ({ organiser }) => <PartnerName partner={organiser} /> },
  { heading: "Where", cell: (event) => <EventWhere {...event} /> },
  { heading: "State", cell: ({ state }) => <EventState state={state} />, isEmpty: ({ state }) => state === "shown" },
];

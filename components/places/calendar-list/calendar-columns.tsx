import type { Column } from "@/components/patterns/data-table";
import { Day } from "@/components/patterns/instant";
import { TextLink } from "@/components/ui/text-link";
import type { CalendarListItem } from "@/lib/places/calendar-list/queries";
import { calendarPath } from "@/lib/places/calendars/constants";
import { partnerPath } from "@/lib/places/partners/constants";
import { CalendarState } from "../calendars/calendar-state";

/** The column that names the calendar. */
export const nameColumn: Column<CalendarListItem> = {
  heading: "Name",
  width: "@2xl:w-[20%]",
  cell: (calendar) => (
    <TextLink href={calendarPath(calendar)} className="wrap-anywhere">
      {calendar.name}
    </TextLink>
  ),
};

/** The column with how the import stands. */
export const stateColumn: Column<CalendarListItem> = {
  heading: "State",
  cell: (calendar) => <CalendarState calendar={calendar} />,
};

/** The column with whose calendar it is; left out where a list is one partner's. */
export const organiserColumn: Column<CalendarListItem> = {
  heading: "Organiser",
  width: "@2xl:w-[20%]",
  cell: ({ organiser }) => <TextLink href={partnerPath(organiser)}>{organiser.name}</TextLink>,
};

/** What else a row says. */
export const otherColumns: readonly Column<CalendarListItem>[] = [
  {
    heading: "Source",
    width: "@2xl:w-[20%]",
    cell: ({ url }) => <span className="wrap-anywhere">{hostOf(url)}</span>,
    isEmpty: ({ url }) => url === null,
  },
  {
    heading: "Last read",
    cell: ({ succeededAt }) => (succeededAt === null ? "Never" : <Day at={new Date(succeededAt)} />),
    isEmpty: ({ succeededAt, url }) => succeededAt === null && url === null,
  },
  {
    heading: "Coming events",
    align: "end",
    cell: ({ comingEvents }) => <span className="tabular-nums">{comingEvents.toLocaleString("en-GB")}</span>,
  },
];

/** The server that a source lies on; a whole address is too long for a row. */
function hostOf(url: string | null): string {
  if (url === null) return "";
  return URL.canParse(url) ? new URL(url).hostname : url;
}

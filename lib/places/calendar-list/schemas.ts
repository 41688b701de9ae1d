import { z } from "zod/mini";
import { LONGEST_KEY } from "@/lib/places/partners/constants";
import {
  type ListCursor,
  readCursor,
  type SearchParams,
  searchText,
  single,
  writeCursor,
} from "@/lib/platform/lists/schemas";
import { readPartnerFocus } from "../partner-focus/schemas";
import { CALENDAR_SORTS, CALENDAR_STATES, type CalendarSort, type CalendarState, LONGEST_SEARCH } from "./constants";

/** What is asked of the list of calendars. Empty texts ask for nothing; `partner` is the organiser's external id or UUID. */
export type CalendarListQuery = {
  text: string;
  partner: string;
  state: "" | CalendarState;
  /** Seen through this role of the reader's, as `through` of a `PartnerFocus`. */
  through: string;
  sort: CalendarSort;
  cursor: ListCursor | null;
};

/** Every calendar, by name, first page: what an address without parameters asks for. */
export const EVERY_CALENDAR: CalendarListQuery = {
  text: "",
  partner: "",
  state: "",
  through: "",
  sort: "name",
  cursor: null,
};

/** What an address asks of the list. Never fails: a part that is malformed or unknown counts as absent. */
export function readCalendarListQuery(searchParams: SearchParams): CalendarListQuery {
  const { q, partner, state, sort, page } = addressSchema.parse(searchParams);
  const asked = { text: q, partner, state, through: readPartnerFocus(searchParams).through, sort };
  return { ...asked, cursor: readCalendarCursor(page, asked) };
}

/**
 * The address of the list with these questions, always the same for the same ones: what is as it would be anyway is left
 * out. A change of anything but the cursor leads to the first page.
 * @param path the list's own page, without parameters.
 */
export function calendarListHref(
  path: string,
  query: CalendarListQuery,
  changes: Partial<CalendarListQuery> = {},
): string {
  const kept = Object.keys(changes).length > 0 ? null : query.cursor;
  const { cursor, ...asked } = { ...query, cursor: kept, ...changes };
  const { text, partner, state, through, sort } = asked;
  const parameters: [string, string][] = [
    ["q", text],
    ["partner", partner],
    ["state", state],
    ["through", through],
    ["sort", sort === EVERY_CALENDAR.sort ? "" : sort],
  ];
  const address = new URLSearchParams(parameters.filter(([, value]) => value !== ""));
  if (cursor !== null) address.set("page", writeCursor(cursor, selectionOf(asked)));
  return address.size === 0 ? path : `${path}?${address}`;
}

/** What the rows of the list and their order depend on. */
export type CalendarSelection = Omit<CalendarListQuery, "cursor">;

const addressSchema = z.object({
  q: z.pipe(
    single,
    z.transform((text) => searchText(text, LONGEST_SEARCH)),
  ),
  partner: z.pipe(
    single,
    z.transform((text) => (text.includes("\u0000") || text.length > LONGEST_KEY ? "" : text.trim())),
  ),
  state: z.catch(z.pipe(single, z.enum(["", ...CALENDAR_STATES])), ""),
  sort: z.catch(z.pipe(single, z.enum(CALENDAR_SORTS)), EVERY_CALENDAR.sort),
  page: single,
});

/** The longest key of a row: a digit and a name, whose letters may become two in lower case. */
const LONGEST_CURSOR_KEY = 2_000;

/** Null also for an instant that is none, where the list is sorted by it: the database could not compare it. */
function readCalendarCursor(text: string, selection: CalendarSelection): ListCursor | null {
  const cursor = readCursor(text, selectionOf(selection), LONGEST_CURSOR_KEY);
  return cursor !== null && (selection.sort !== "-changed" || isInstant(cursor.key)) ? cursor : null;
}

/** What a cursor is bound to, without what a caller's object may hold beside it. */
function selectionOf({ text, partner, state, through, sort }: CalendarSelection): unknown {
  return ["calendars", text, partner, state, through, sort];
}

function isInstant(text: string): boolean {
  const instant = /^((?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})\d{3}Z$/.exec(text)?.[1];
  const read = Date.parse(`${instant}Z`);
  return !Number.isNaN(read) && new Date(read).toISOString() === `${instant}Z`;
}

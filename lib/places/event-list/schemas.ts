import { z } from "zod/mini";
import {
  type ListCursor,
  readCursor,
  type SearchParams,
  searchText,
  single,
  writeCursor,
} from "@/lib/platform/lists/schemas";
import { readPartnerFocus } from "../partner-focus/schemas";
import {
  EVENT_SORTS,
  EVENT_STATES,
  EVENT_TIMES,
  type EventSort,
  type EventState,
  type EventWhen,
  LONGEST_EVENT_SEARCH,
} from "./constants";

/**
 * What is asked of the list of events. Empty texts ask for nothing; `calendar` and `partner` (the organiser) are external
 * ids or UUIDs. An empty state leaves out what is not in its source any more.
 */
export type EventListQuery = {
  text: string;
  calendar: string;
  partner: string;
  when: EventWhen;
  state: "" | EventState;
  /** Of organisers that are seen through this role of the reader's, as `through` of a `PartnerFocus`: what a dashboard's line asks. */
  through: string;
  sort: EventSort;
  cursor: ListCursor | null;
};

/** What the rows of the list and their order depend on. */
export type EventSelection = Omit<EventListQuery, "cursor">;

/** What is to come, soonest first: what an address without parameters asks for. */
export const COMING_EVENTS: EventListQuery = {
  text: "",
  calendar: "",
  partner: "",
  when: "coming",
  state: "",
  through: "",
  sort: "start",
  cursor: null,
};

/** What is over is read from now backwards, everything else forwards, unless the address says otherwise. */
export function usualSort(when: EventWhen): EventSort {
  return when === "past" ? "-start" : "start";
}

/** What an address asks of the list (`q calendar partner when state through sort page`). Never fails: a part that is malformed or unknown counts as absent. */
export function readEventListQuery(searchParams: SearchParams): EventListQuery {
  const { q, calendar, partner, when, state, sort, page } = addressSchema.parse(searchParams);
  const { through } = readPartnerFocus(searchParams);
  const asked = { text: q, calendar, partner, when, state, through, sort: sort === "" ? usualSort(when) : sort };
  const cursor = readCursor(page, selectionOf(asked), LONGEST_START);
  return { ...asked, cursor: cursor !== null && isInstant(cursor.key) ? cursor : null };
}

/**
 * The address of the list with these questions, always the same for the same ones: what is as it would be anyway is left
 * out. A change of anything but the cursor leads to the first page, and one of the time to the order that is usual for it.
 * @param path the list's own page, without parameters.
 */
export function eventListHref(path: string, query: EventListQuery, changes: Partial<EventListQuery> = {}): string {
  const changed = Object.keys(changes).length > 0;
  const asked = { ...query, cursor: changed ? null : query.cursor, ...changes };
  const { text, calendar, partner, when, state, through, cursor } = asked;
  const sort = changes.when !== undefined && changes.sort === undefined ? usualSort(when) : asked.sort;
  const parameters: [string, string][] = [
    ["q", text],
    ["calendar", calendar],
    ["partner", partner],
    ["when", when === COMING_EVENTS.when ? "" : when],
    ["state", state],
    ["through", through],
    ["sort", sort === usualSort(when) ? "" : sort],
    ["page", cursor === null ? "" : writeCursor(cursor, selectionOf({ ...asked, sort }))],
  ];
  const address = new URLSearchParams(parameters.filter(([, value]) => value !== ""));
  return address.size === 0 ? path : `${path}?${address}`;
}

/** How many filters are asked for, the search among them. */
export function eventFilterCount({ text, calendar, partner, when, state, through }: EventSelection): number {
  const asked = [text, calendar, partner, when === COMING_EVENTS.when ? "" : when, state, through];
  return asked.filter((value) => value !== "").length;
}

/** The longest external id. */
const LONGEST_KEY = 128;

const key = z.pipe(
  single,
  z.transform((text) => (text.includes("\u0000") || text.length > LONGEST_KEY ? "" : text.trim())),
);

const addressSchema = z.object({
  q: z.pipe(
    single,
    z.transform((text) => searchText(text, LONGEST_EVENT_SEARCH)),
  ),
  calendar: key,
  partner: key,
  when: z.catch(z.pipe(single, z.enum(EVENT_TIMES)), COMING_EVENTS.when),
  state: z.catch(z.pipe(single, z.enum(["", ...EVENT_STATES])), ""),
  sort: z.catch(z.pipe(single, z.enum(["", ...EVENT_SORTS])), ""),
  page: single,
});

/** An instant to the microsecond: `YYYY-MM-DDTHH:MM:SS.UUUUUUZ`. */
const LONGEST_START = 27;

/** What a cursor is bound to. */
function selectionOf({ text, calendar, partner, when, state, through, sort }: EventSelection): readonly string[] {
  return [text, calendar, partner, when, state, through, sort];
}

/** Whether the database could compare it: anything else would be an error there, the year 0 among it. */
function isInstant(key: string): boolean {
  const instant = /^((?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})\d{3}Z$/.exec(key)?.[1];
  const read = Date.parse(`${instant}Z`);
  return !Number.isNaN(read) && new Date(read).toISOString() === `${instant}Z`;
}

import { z } from "zod/mini";
import {
  type ListCursor,
  readCursor,
  type SearchParams,
  searchText,
  single,
  writeCursor,
} from "@/lib/platform/lists/schemas";
import { focusParameters, NO_FOCUS, type PartnerFocus, readPartnerFocus } from "../partner-focus/schemas";
import { LONGEST_KEY, LONGEST_PARTNER_NAME } from "../partners/constants";
import {
  DEFAULT_PARTNER_COLUMNS,
  LONGEST_SEARCH,
  PARTNER_COLUMNS,
  PARTNER_SORTS,
  type PartnerColumn,
  type PartnerSort,
} from "./constants";

/** A place in the list. Its key is a name in small letters, or an instant where the list is sorted by the last change. */
export type PartnerCursor = ListCursor;

/** What is asked of the list of partners. Empty texts ask for nothing; `place` is a code, `tag` an external id or UUID. */
export type PartnerListQuery = {
  text: string;
  place: string;
  tag: string;
  visibility: "" | "shown" | "hidden";
  admin: "" | "with" | "without";
  /** What a dashboard's line asks beside the questions of the list's own form. */
  focus: PartnerFocus;
  sort: PartnerSort;
  columns: readonly PartnerColumn[];
  cursor: PartnerCursor | null;
};

/** Every partner, by name, first page: what an address without parameters asks for. */
export const EVERY_PARTNER: PartnerListQuery = {
  text: "",
  place: "",
  tag: "",
  visibility: "",
  admin: "",
  focus: NO_FOCUS,
  sort: "name",
  columns: DEFAULT_PARTNER_COLUMNS,
  cursor: null,
};

/** What an address asks of the list. Never fails: a part that is malformed or unknown counts as absent. */
export function readPartnerListQuery(searchParams: SearchParams): PartnerListQuery {
  const { q, place, tag, state, admin, sort, columns, page } = addressSchema.parse(searchParams);
  const focus = readPartnerFocus(searchParams);
  const asked = { text: q, place, tag, visibility: state, admin, focus, sort, columns: columnsOf(columns) };
  return { ...asked, cursor: readPartnerCursor(page, asked) };
}

/**
 * The address of the list with these questions, always the same for the same ones: what is as it would be anyway is left
 * out. A change of anything but the cursor leads to the first page.
 * @param path the list's own page, without parameters.
 */
export function partnerListHref(
  path: string,
  query: PartnerListQuery,
  changes: Partial<PartnerListQuery> = {},
): string {
  const changed = Object.keys(changes).length > 0;
  const { text, place, tag, visibility, admin, focus, sort, columns, cursor } = {
    ...query,
    cursor: changed ? null : query.cursor,
    ...changes,
  };
  const asked = { text, place, tag, visibility, admin, focus, sort };
  const parameters: [string, string][] = [
    ["q", text],
    ["place", place],
    ["tag", tag],
    ["state", visibility],
    ["admin", admin],
    ...focusParameters(focus),
    ["sort", sort === EVERY_PARTNER.sort ? "" : sort],
  ];
  const address = new URLSearchParams(parameters.filter(([, value]) => value !== ""));
  for (const column of chosenColumns(columns)) address.append("columns", column);
  if (cursor !== null) address.set("page", writeCursor(cursor, selectionOf(asked)));
  return address.size === 0 ? path : `${path}?${address}`;
}

/** What the rows of a list and their order depend on: everything but what is shown of them. */
export type PartnerSelection = Omit<PartnerListQuery, "columns" | "cursor">;

const key = z.pipe(
  single,
  z.transform((text) => (text.includes("\u0000") || text.length > LONGEST_KEY ? "" : text.trim())),
);

const addressSchema = z.object({
  q: z.pipe(
    single,
    z.transform((text) => searchText(text, LONGEST_SEARCH)),
  ),
  place: key,
  tag: key,
  state: z.catch(z.pipe(single, z.enum(["", "shown", "hidden"])), ""),
  admin: z.catch(z.pipe(single, z.enum(["", "with", "without"])), ""),
  sort: z.catch(z.pipe(single, z.enum(PARTNER_SORTS)), EVERY_PARTNER.sort),
  columns: z.catch(z.nullable(z.union([z.string(), z.array(z.string())])), null),
  page: single,
});

/** Any `columns` at all says that they were chosen, also an empty one, which chooses none. */
function columnsOf(value: string | readonly string[] | null): readonly PartnerColumn[] {
  return value === null ? DEFAULT_PARTNER_COLUMNS : PARTNER_COLUMNS.filter((column) => [value].flat().includes(column));
}

function chosenColumns(columns: readonly PartnerColumn[]): readonly string[] {
  const ordered = PARTNER_COLUMNS.filter((column) => columns.includes(column));
  if (ordered.join() === DEFAULT_PARTNER_COLUMNS.join()) return [];
  return ordered.length === 0 ? [""] : ordered;
}

/** The longest key of a name: a letter may become two in lower case. */
const LONGEST_CURSOR_KEY = 2 * LONGEST_PARTNER_NAME;

/** Null also for an instant that is none, where the list is sorted by it. */
function readPartnerCursor(text: string, selection: PartnerSelection): PartnerCursor | null {
  const cursor = readCursor(text, selectionOf(selection), LONGEST_CURSOR_KEY);
  return cursor !== null && isKeyOf(selection.sort, cursor.key) ? cursor : null;
}

/** What a cursor is bound to, without what a caller's object may hold beside it. */
function selectionOf({ text, place, tag, visibility, admin, focus, sort }: PartnerSelection): unknown {
  return [text, place, tag, visibility, admin, focusParameters(focus), sort];
}

/** Whether the database could compare it: anything else would be an error there, the year 0 among it. */
function isKeyOf(sort: PartnerSort, at: string): boolean {
  if (sort !== "-changed") return true;
  const instant = /^((?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})\d{3}Z$/.exec(at)?.[1];
  const read = Date.parse(`${instant}Z`);
  return !Number.isNaN(read) && new Date(read).toISOString() === `${instant}Z`;
}

import { z } from "zod/mini";
import {
  type ListCursor,
  readCursor,
  type SearchParams,
  searchText,
  single,
  writeCursor,
} from "@/lib/platform/lists/schemas";
import { LONGEST_SEARCH } from "./constants";

/** What is asked of the list of sites. Empty texts ask for nothing. */
export type SiteListQuery = Readonly<{
  text: string;
  state: "" | "published" | "draft";
  cursor: ListCursor | null;
}>;

/** Every site, by name, first page: what an address without parameters asks for. */
export const EVERY_SITE: SiteListQuery = { text: "", state: "", cursor: null };

const addressSchema = z.object({
  q: z.pipe(
    single,
    z.transform((text) => searchText(text, LONGEST_SEARCH)),
  ),
  state: z.catch(z.pipe(single, z.enum(["", "published", "draft"])), ""),
  page: single,
});

/** The longest key of a name: world files give up to 500 letters, and one may become two in lower case. */
const LONGEST_CURSOR_KEY = 1_000;

/** What an address asks of the list. Never fails: a part that is malformed or unknown counts as absent. */
export function readSiteListQuery(searchParams: SearchParams): SiteListQuery {
  const { q: text, state, page } = addressSchema.parse(searchParams);
  return { text, state, cursor: readCursor(page, [text, state], LONGEST_CURSOR_KEY) };
}

/**
 * The address of the list with these questions, always the same for the same ones. A change of anything but the cursor
 * leads to the first page.
 * @param path the list's own page, without parameters.
 */
export function siteListHref(path: string, query: SiteListQuery, changes: Partial<SiteListQuery> = {}): string {
  const changed = Object.keys(changes).length > 0;
  const { text, state, cursor } = { ...query, cursor: changed ? null : query.cursor, ...changes };
  const parameters: [string, string][] = [
    ["q", text],
    ["state", state],
    ["page", cursor === null ? "" : writeCursor(cursor, [text, state])],
  ];
  const address = new URLSearchParams(parameters.filter(([, value]) => value !== ""));
  return address.size === 0 ? path : `${path}?${address}`;
}

/** How many filters are in force. */
export function siteFilterCount({ text, state }: SiteListQuery): number {
  return [text, state].filter((value) => value !== "").length;
}

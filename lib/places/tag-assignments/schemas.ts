import { z } from "zod/mini";
import { LONGEST_SEARCH } from "@/lib/places/partner-list/constants";
import { LONGEST_PARTNER_NAME } from "@/lib/places/partners/constants";
import {
  type ListCursor,
  readCursor,
  type SearchParams,
  searchText,
  single,
  writeCursor,
} from "@/lib/platform/lists/schemas";

/** What is asked of the partners that a tag may be put on: a text, and whether they carry it. Empty texts ask for nothing. */
export type AssignmentQuery = { text: string; carried: "" | "with" | "without"; cursor: ListCursor | null };

/** Every partner within the remit, by name, first page. */
export const EVERY_CARRIER: AssignmentQuery = { text: "", carried: "", cursor: null };

const addressSchema = z.object({
  q: z.pipe(
    single,
    z.transform((text) => searchText(text, LONGEST_SEARCH)),
  ),
  carried: z.catch(z.pipe(single, z.enum(["", "with", "without"])), ""),
  page: single,
});

/** What an address asks (`q carried page`). Never fails: a part that is malformed or unknown counts as absent. */
export function readAssignmentQuery(searchParams: SearchParams): AssignmentQuery {
  const { q, carried, page } = addressSchema.parse(searchParams);
  return { text: q, carried, cursor: readCursor(page, [q, carried], 2 * LONGEST_PARTNER_NAME) };
}

/**
 * The address of the page with these questions. A change of anything but the cursor leads to the first page.
 * @param path the page itself, without parameters.
 */
export function assignmentHref(path: string, query: AssignmentQuery, changes: Partial<AssignmentQuery> = {}): string {
  const changed = Object.keys(changes).length > 0;
  const { text, carried, cursor } = { ...query, cursor: changed ? null : query.cursor, ...changes };
  const parameters: [string, string][] = [
    ["q", text],
    ["carried", carried],
    ["page", cursor === null ? "" : writeCursor(cursor, [text, carried])],
  ];
  const address = new URLSearchParams(parameters.filter(([, value]) => value !== ""));
  return address.size === 0 ? path : `${path}?${address}`;
}

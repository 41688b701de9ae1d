import { z } from "zod/mini";
import { TAG_KINDS, type TagKind } from "@/lib/places/tags/constants";
import {
  type ListCursor,
  readCursor,
  type SearchParams,
  searchText,
  single,
  writeCursor,
} from "@/lib/platform/lists/schemas";
import { LONGEST_SORT_KEY, LONGEST_TAG_SEARCH, TAG_SORTS, type TagSort } from "./constants";

/** What is asked of the list of tags. Empty texts ask for nothing. */
export type TagListQuery = { text: string; kind: "" | TagKind; sort: TagSort; cursor: ListCursor | null };

/** Every tag, by name, first page: what an address without parameters asks for. */
export const EVERY_TAG: TagListQuery = { text: "", kind: "", sort: "name", cursor: null };

const addressSchema = z.object({
  q: z.pipe(
    single,
    z.transform((text) => searchText(text, LONGEST_TAG_SEARCH)),
  ),
  kind: z.catch(z.pipe(single, z.enum(["", ...TAG_KINDS])), ""),
  sort: z.catch(z.pipe(single, z.enum(TAG_SORTS)), EVERY_TAG.sort),
  page: single,
});

/** What an address asks of the list (`q kind sort page`). Never fails: a part that is malformed or unknown counts as absent. */
export function readTagListQuery(searchParams: SearchParams): TagListQuery {
  const { q, kind, sort, page } = addressSchema.parse(searchParams);
  const asked = { text: q, kind, sort };
  return { ...asked, cursor: readCursor(page, marks(asked), LONGEST_SORT_KEY) };
}

/**
 * The address of the list with these questions, always the same for the same ones: what is as it would be anyway is left
 * out. A change of anything but the cursor leads to the first page.
 * @param path the list's own page, without parameters.
 */
export function tagListHref(path: string, query: TagListQuery, changes: Partial<TagListQuery> = {}): string {
  const changed = Object.keys(changes).length > 0;
  const { text, kind, sort, cursor } = { ...query, cursor: changed ? null : query.cursor, ...changes };
  const parameters: [string, string][] = [
    ["q", text],
    ["kind", kind],
    ["sort", sort === EVERY_TAG.sort ? "" : sort],
    ["page", cursor === null ? "" : writeCursor(cursor, marks({ text, kind, sort }))],
  ];
  const address = new URLSearchParams(parameters.filter(([, value]) => value !== ""));
  return address.size === 0 ? path : `${path}?${address}`;
}

function marks({ text, kind, sort }: Omit<TagListQuery, "cursor">): readonly string[] {
  return [text, kind, sort];
}

import { z } from "zod/mini";
import {
  type ListCursor,
  readCursor,
  type SearchParams,
  searchText,
  single,
  writeCursor,
} from "@/lib/platform/lists/schemas";
import { LONGEST_LOADED_NAME } from "../users/constants";
import { LONGEST_USER_SEARCH, USER_ROLE_FILTERS, USER_SORTS, type UserRoleFilter, type UserSort } from "./constants";

/** What is asked of the list of people. Empty texts ask for nothing. */
export type UserListQuery = {
  text: string;
  role: UserRoleFilter;
  state: "" | "active" | "deactivated";
  sort: UserSort;
  cursor: ListCursor | null;
};

/** What the rows of the list and their order depend on. */
export type UserSelection = Omit<UserListQuery, "cursor">;

/** Everybody, by name, first page: what an address without parameters asks for. */
export const EVERY_USER: UserListQuery = { text: "", role: "", state: "", sort: "name", cursor: null };

const addressSchema = z.object({
  q: z.pipe(
    single,
    z.transform((text) => searchText(text, LONGEST_USER_SEARCH)),
  ),
  role: z.catch(z.pipe(single, z.enum(USER_ROLE_FILTERS)), ""),
  state: z.catch(z.pipe(single, z.enum(["", "active", "deactivated"])), ""),
  sort: z.catch(z.pipe(single, z.enum(USER_SORTS)), EVERY_USER.sort),
  page: single,
});

/** What an address asks of the list (`q role state sort page`). Never fails: a part that is malformed or unknown counts as absent. */
export function readUserListQuery(searchParams: SearchParams): UserListQuery {
  const { q, role, state, sort, page } = addressSchema.parse(searchParams);
  const asked = { text: q, role, state, sort };
  return { ...asked, cursor: readCursor(page, marks(asked), LONGEST_SORT_KEY) };
}

/**
 * The address of the list with these questions, always the same for the same ones: what is as it would be anyway is left
 * out. A change of anything but the cursor leads to the first page.
 * @param path the list's own page, without parameters.
 */
export function userListHref(path: string, query: UserListQuery, changes: Partial<UserListQuery> = {}): string {
  const changed = Object.keys(changes).length > 0;
  const { text, role, state, sort, cursor } = { ...query, cursor: changed ? null : query.cursor, ...changes };
  const parameters: [string, string][] = [
    ["q", text],
    ["role", role],
    ["state", state],
    ["sort", sort === EVERY_USER.sort ? "" : sort],
    ["page", cursor === null ? "" : writeCursor(cursor, marks({ text, role, state, sort }))],
  ];
  const address = new URLSearchParams(parameters.filter(([, value]) => value !== ""));
  return address.size === 0 ? path : `${path}?${address}`;
}

/** How many filters are asked for, the search among them. */
export function userFilterCount({ text, role, state }: UserSelection): number {
  return [text, role, state].filter((value) => value !== "").length;
}

/** A letter may become two in lower case. */
const LONGEST_SORT_KEY = 2 * LONGEST_LOADED_NAME;

function marks({ text, role, state, sort }: UserSelection): readonly string[] {
  return [text, role, state, sort];
}

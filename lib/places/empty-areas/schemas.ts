import { z } from "zod/mini";
import { NEIGHBOURHOODS_PATH } from "@/lib/places/neighbourhood-tree/constants";
import { placeSearchText } from "@/lib/places/neighbourhoods/schemas";
import { LONGEST_PARTNER_NAME } from "@/lib/places/partners/constants";
import { type ListCursor, readCursor, type SearchParams, single, writeCursor } from "@/lib/platform/lists/schemas";
import { OWN_NEIGHBOURHOODS } from "./constants";

/**
 * What is asked of the list of areas without a partner. `through`: the roles of one's own whose area and partners it is
 * about, named as `PartnerFocus` names them; an empty text searches for nothing.
 */
export type EmptyAreasQuery = Readonly<{ text: string; through: string; cursor: ListCursor | null }>;

/** Those in all of one's own area as a neighbourhood admin, first page. */
export const OWN_EMPTY_AREAS: EmptyAreasQuery = { text: "", through: OWN_NEIGHBOURHOODS, cursor: null };

/** A neighbourhood admin's roles together, or one partnership of one grant as `GRANT.NUMBER`. */
const role = /^(?:neighbourhood_admin|[0-9a-f-]{36}\.\d{1,9})$/;

const addressSchema = z.object({
  partners: single,
  q: single,
  through: z.catch(z.pipe(single, z.string().check(z.regex(role))), OWN_NEIGHBOURHOODS),
  page: single,
});

/**
 * What an address of the tree asks of that list (`q through page`); null where it does not ask for it (`partners=none`).
 * Never fails: a part that is malformed or unknown counts as absent.
 */
export function readEmptyAreasQuery(searchParams: SearchParams): EmptyAreasQuery | null {
  const { partners, q, through, page } = addressSchema.parse(searchParams);
  if (partners !== "none") return null;
  const text = placeSearchText(q);
  return { text, through, cursor: readCursor(page, [text, through], LONGEST_SORT_KEY) };
}

/**
 * The address of that list with these questions, always the same for the same ones. A change of anything but the cursor
 * leads to the first page.
 */
export function emptyAreasHref(query: EmptyAreasQuery, changes: Partial<EmptyAreasQuery> = {}): string {
  const { text, through, cursor } = { ...query, cursor: null, ...changes };
  const page = cursor === null ? [] : [["page", writeCursor(cursor, [text, through])]];
  return `${NEIGHBOURHOODS_PATH}?${new URLSearchParams([...emptyAreaParameters({ text, through }), ...page])}`;
}

/** The parameters that ask for that list, without those that ask for nothing. */
export function emptyAreaParameters({
  text,
  through,
}: Pick<EmptyAreasQuery, "text" | "through">): [name: string, value: string][] {
  const parameters: [string, string][] = [
    ["partners", "none"],
    ["q", text],
    ["through", through === OWN_NEIGHBOURHOODS ? "" : through],
  ];
  return parameters.filter(([, value]) => value !== "");
}

/** A world file bounds the names of places as it does those of partners. A letter may become two in lower case. */
const LONGEST_SORT_KEY = 2 * LONGEST_PARTNER_NAME;

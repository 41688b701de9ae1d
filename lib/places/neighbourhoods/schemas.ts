import { z } from "zod/mini";
import { NEIGHBOURHOOD_UNITS, type NeighbourhoodUnit } from "@/lib/places/neighbourhood-tree/constants";
import { LONGEST_KEY } from "@/lib/places/partners/constants";
import { type SearchParams, searchText, single } from "@/lib/platform/lists/schemas";
import { FIND_DEFAULTS, LONGEST_PLACE_SEARCH } from "./constants";

/**
 * What a place is looked for: to filter the list of partners by it, to add it to a partner that there is (by UUID or
 * external id), to make a new partner there, or to name any place of the tree, as what another lies in or what a role is
 * held over.
 */
export type PlaceUse =
  | { kind: "filter" }
  | { kind: "partner"; partnerId: string }
  | { kind: "new partner" }
  | { kind: "any" };

/** A place as a picker offers it. `path`: names from the place itself up to the country. */
export type FoundPlace = {
  code: string;
  name: string;
  unit: NeighbourhoodUnit;
  path: string[];
};

/** The use as it stands in an address: `filter`, `new-partner`, `any` or `partner:ID`. */
export function writePlaceUse(use: PlaceUse): string {
  return use.kind === "partner" ? `partner:${use.partnerId}` : use.kind === "new partner" ? "new-partner" : use.kind;
}

/** The use behind a text from an address; null for anything else. */
export function readPlaceUse(text: unknown): PlaceUse | null {
  const parsed = useSchema.safeParse(text);
  if (!parsed.success) return null;
  if (parsed.data === "filter" || parsed.data === "any") return { kind: parsed.data };
  if (parsed.data === "new-partner") return { kind: "new partner" };
  return { kind: "partner", partnerId: parsed.data.slice("partner:".length) };
}

const useSchema = z.union([
  z.literal("filter"),
  z.literal("any"),
  z.literal("new-partner"),
  z.string().check(
    z.startsWith("partner:"),
    z.maxLength("partner:".length + LONGEST_KEY),
    z.refine((text) => text !== "partner:" && !text.includes("\u0000")),
  ),
]);

/** A text as places are searched for: single spaces, none at the ends, and nothing that a database cannot hold. */
export function placeSearchText(text: string): string {
  return searchText(text, LONGEST_PLACE_SEARCH);
}

/** The address that a picker asks for places at. */
export function placeSearchHref(use: PlaceUse, text: string): string {
  return `/api/neighbourhoods?${new URLSearchParams({ use: writePlaceUse(use), q: text })}`;
}

/**
 * The address of the page that searches for a place without scripts.
 * @param to the page of ours that a result leads to, with its parameters; `as` names the one that gets the place's code.
 */
export function placeFindHref({ use, to, as }: { use: PlaceUse; to: string; as: string }): string {
  return `/places/find?${new URLSearchParams({ use: writePlaceUse(use), to, as })}`;
}

/** What the address of that page asks. `to` is whatever was sent: whoever links to it makes sure that it is a page of ours. */
export type PlaceFind = { text: string; use: PlaceUse; to: string; as: string };

const findSchema = z.object({ q: single, use: single, to: single, as: single });

/** What the address of the searching page asks, with the defaults for what it leaves out or gets wrong. */
export function readPlaceFind(searchParams: SearchParams): PlaceFind {
  const { q, use, to, as } = findSchema.parse(searchParams);
  return {
    text: placeSearchText(q),
    use: readPlaceUse(use) ?? { kind: "filter" },
    to: to || FIND_DEFAULTS.to,
    as: /^[a-zA-Z]{1,40}$/.test(as) ? as : FIND_DEFAULTS.as,
  };
}

/** Where choosing a place leads: the page `to` with the code as one more value of the parameter. */
export function chosenPlaceHref(to: string, as: string, code: string): string {
  const address = new URL(to, "http://own.invalid");
  address.searchParams.append(as, code);
  return `${address.pathname}${address.search}${address.hash}`;
}

/** What `placeSearchHref` answers. */
export const placesAnswerSchema = z.object({
  places: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      unit: z.enum(NEIGHBOURHOOD_UNITS),
      path: z.array(z.string()),
    }),
  ),
});

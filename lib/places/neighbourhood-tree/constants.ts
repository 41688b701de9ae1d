import { recordSegment } from "@/lib/platform/addresses/constants";

/** The five levels of the tree, from the widest to the narrowest. Source: domains/places.md section 1. */
export const NEIGHBOURHOOD_UNITS = ["country", "region", "county", "district", "ward"] as const;

/** One of the five levels. */
export type NeighbourhoodUnit = (typeof NEIGHBOURHOOD_UNITS)[number];

/** The address of the tree. */
export const NEIGHBOURHOODS_PATH = "/places/neighbourhoods";

/** The address of a neighbourhood's page, by its code where an address can hold it, else by its UUID. */
export function neighbourhoodPath({ id, code }: { id: string; code: string }): string {
  return `${NEIGHBOURHOODS_PATH}/${recordSegment(id, code)}`;
}

/** The address of the form for a new neighbourhood inside the one with this code; null for one that lies in nothing. */
export function newNeighbourhoodPath(parentCode: string | null): string {
  const parameters = parentCode === null ? "" : `?${new URLSearchParams({ parent: parentCode })}`;
  return `${NEIGHBOURHOODS_PATH}/new${parameters}`;
}

/** The address that a tree asks for what lies directly in the place with this code. */
export function childrenHref(parentCode: string): string {
  return `/api/neighbourhoods/children?${new URLSearchParams({ parent: parentCode })}`;
}

/** The most places that an address of the tree opens: more than anybody opens one by one. */
export const MOST_OPENED = 60;

/** The most places that a search of the tree shows. */
export const MOST_FOUND = 30;

/** What each level is called where it stands by itself. */
export const UNIT_NAMES: Readonly<Record<NeighbourhoodUnit, string>> = {
  country: "Country",
  region: "Region",
  county: "County",
  district: "District",
  ward: "Ward",
};

/**
 * How often one person may open a place in the tree: five a second for a minute, which nobody does by hand. In the shape
 * of `lib/platform/rate-limit`.
 */
export const TREE_LIMIT = { name: "neighbourhood-tree", points: 300, seconds: 60 };

/** What a page says after a change that led to it, as `?notice=CODE`. */
export const NEIGHBOURHOOD_NOTICES = ["neighbourhood-created", "neighbourhood-saved", "neighbourhood-deleted"] as const;

/** One of those notices. */
export type NeighbourhoodNotice = (typeof NEIGHBOURHOOD_NOTICES)[number];

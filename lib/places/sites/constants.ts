import { recordSegment } from "@/lib/platform/addresses/constants";

/** The address of the list of sites. */
export const SITES_PATH = "/places/sites";

/** The address of the form for a new site. */
export const NEW_SITE_PATH = `${SITES_PATH}/new`;

/** The address of a site's page in the portal, by its external id where it has one that an address can hold, else by its UUID. */
export function sitePath({ id, externalId }: { id: string; externalId: string | null }): string {
  return `${SITES_PATH}/${recordSegment(id, externalId)}`;
}

/** The address at which the public finds a site. */
export function publicSitePath(slug: string): string {
  return `/s/${encodeURIComponent(slug)}`;
}

/** The address at which the public finds a partner that a site shows. */
export function publicPartnerPath(slug: string, partnerId: string): string {
  return `${publicSitePath(slug)}/partners/${partnerId}`;
}

/**
 * The form's fields that hold one text each, by their names in the form, in its order. An absent field is unchanged, a
 * blank one is cleared. `slug` and `domain` are root's. Source: domains/places.md section 3.
 */
export const SITE_TEXT_FIELDS = ["name", "placeName", "tagline", "heroText", "description", "slug", "domain"] as const;

/** One of those fields. */
export type SiteTextField = (typeof SITE_TEXT_FIELDS)[number];

/** The fields that hold any number of codes (places) or ids (tags): what comes and what goes, never the whole. Root's. */
export const SITE_LIST_FIELDS = ["addNeighbourhoods", "removeNeighbourhoods", "addTags", "removeTags"] as const;

/** One of those fields. */
export type SiteListField = (typeof SITE_LIST_FIELDS)[number];

/** Letters that each field takes at most, and why. Longer texts that were loaded stay until somebody changes them. */
export const LONGEST = {
  /** A heading and a row of a list hold no more. */
  name: 120,
  placeName: 120,
  /** One line below the heading. */
  tagline: 200,
  /** What stands large at the top: two or three sentences. */
  heroText: 400,
  /** Three screens of a phone. */
  description: 5_000,
  /** As one label of a host name, so that it could become one. */
  slug: 63,
  /** The longest name of a host. */
  domain: 253,
  /** Any field before the record is known: the world file takes texts of that. */
  sent: 20_000,
} as const;

/** Neighbourhoods or partnerships that one save may add, or take away: more than a person picks by hand. */
export const MOST_CHANGES = 200;

/** What a site's page says about what one may do to it, in the order shown. `address`: slug and domain; `reach`: neighbourhoods and partnerships. */
export const SITE_ACTS = ["update", "publish", "unpublish", "address", "reach", "admins", "history", "delete"] as const;

/** One of those acts. */
export type SiteAct = (typeof SITE_ACTS)[number];

/** What a page says after a change that led to it, as `?notice=CODE`. */
export const SITE_NOTICES = [
  "site-created",
  "site-saved",
  "site-published",
  "site-unpublished",
  "site-deleted",
] as const;

/** One of those notices. */
export type SiteNotice = (typeof SITE_NOTICES)[number];

import { recordSegment } from "@/lib/platform/addresses/constants";

/** What a partner's page says about what one may do to the partner, in the order shown. */
export const PARTNER_ACTS = ["update", "slug", "hide", "unhide", "admins", "history", "delete"] as const;

/** One of those acts. */
export type PartnerActName = (typeof PARTNER_ACTS)[number];

/** The longest name that a partner may have, in UTF-16 units: any such text fits the indexes, also in lower case. */
export const LONGEST_PARTNER_NAME = 500;

/** The longest code or external id of a record that a world file may give, and so the longest text that names one. */
export const LONGEST_KEY = 128;

/** The address of the list of partners. */
export const PARTNERS_PATH = "/places/partners";

/** The address of the form for a new partner. */
export const NEW_PARTNER_PATH = `${PARTNERS_PATH}/new`;

/** The address of a partner's page, by its external id where it has one that an address can hold, else by its UUID. */
export function partnerPath({ id, externalId }: { id: string; externalId: string | null }): string {
  return `${PARTNERS_PATH}/${recordSegment(id, externalId)}`;
}

/**
 * What a page says after a change that led to it, as `?notice=CODE`. `partner-saved-beyond-area`: saved, and a place
 * was taken out that lies beyond the actor's area (`getSaveSummary` names it); `…-out-of-sight`: saved, and the actor
 * does not see the partner any more.
 */
export const PARTNER_NOTICES = [
  "partner-created",
  "partner-saved",
  "partner-saved-beyond-area",
  "partner-saved-out-of-sight",
  "partner-hidden",
  "partner-shown",
  "partner-deleted",
] as const;

/** One of those notices. */
export type PartnerNotice = (typeof PARTNER_NOTICES)[number];

/**
 * The form's fields that hold one text each, by their names in the form. An absent field is unchanged, a blank one is
 * cleared. The five of the address (from `line1` on) belong together; `addressPlace` is the code of its neighbourhood.
 * `openingHours` and `socials` are texts of several lines, see their schemas.
 */
export const PARTNER_TEXT_FIELDS = [
  "name",
  "summary",
  "description",
  "accessibility",
  "website",
  "socials",
  "publicContactName",
  "publicContactPhone",
  "publicContactEmail",
  "internalContactName",
  "internalContactPhone",
  "internalContactEmail",
  "openingHours",
  "slug",
  "line1",
  "line2",
  "city",
  "postcode",
  "addressPlace",
] as const;

/** One of those fields. */
export type PartnerTextField = (typeof PARTNER_TEXT_FIELDS)[number];

/** The fields that belong to the address. */
export const ADDRESS_FIELDS = ["line1", "line2", "city", "postcode", "addressPlace"] as const;

/** The fields that hold any number of codes (places) or ids (tags): what comes and what goes, never the whole. */
export const PARTNER_LIST_FIELDS = ["addNeighbourhoods", "removeNeighbourhoods", "addTags", "removeTags"] as const;

/** One of those fields. */
export type PartnerListField = (typeof PARTNER_LIST_FIELDS)[number];

/** The most categories that a partner carries. Source: domains/places.md section 7. */
export const MOST_CATEGORIES = 3;

/** Letters that each field takes at most, and why. Longer texts that were loaded stay until somebody changes them. */
export const LONGEST = {
  /** A heading and a row of a list hold no more; the database itself takes `LONGEST_PARTNER_NAME`. */
  name: 120,
  /** Source: domains/places.md section 7. */
  summary: 200,
  /** Three screens of a phone. */
  description: 5_000,
  accessibility: 2_000,
  /** Longer addresses are cut by some mail programs. */
  website: 500,
  socials: 1_000,
  /** As long as any name on paper. */
  contactName: 120,
  phone: 40,
  /** The longest address that mail can carry. */
  email: 254,
  openingHours: 2_000,
  /** One label of an envelope's line. */
  addressLine: 120,
  city: 80,
  postcode: 10,
  slug: 80,
  /** Two or three sentences, read in a narrow column. */
  reason: 500,
  key: LONGEST_KEY,
} as const;

/** The shortest name of a partner. Source: domains/places.md section 7. */
export const SHORTEST_PARTNER_NAME = 5;

/** Places or tags that one save may add, or take away: more than a person picks by hand, little enough to judge at once. */
export const MOST_CHANGES = 200;

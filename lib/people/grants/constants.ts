/** The roles that are given on a person's page, the widest first: the order of its form. */
export const PERSON_ROLES = ["root", "support", "neighbourhood_admin", "partnership_admin", "partner_admin"] as const;

/** One of those roles. */
export type PersonRole = (typeof PERSON_ROLES)[number];

/** Every role that may be given, in the order of lists. Site admins are chosen on the site's page. */
export const GRANT_ROLES = [...PERSON_ROLES, "site_admin"] as const;

/** One of those roles. */
export type GrantRole = (typeof GRANT_ROLES)[number];

/** Places, or partnerships, that one grant may be given over at once: more than a person picks by hand. */
export const MOST_IN_GRANT = 200;

/**
 * What a page says after a change of roles that led to it, as `?notice=CODE`. `grant-extended`: places were added to the
 * one area role that the person holds, or its last day was changed; `grant-ended-out-of-sight`: ended, and the actor does
 * not see the person any more.
 */
export const GRANT_NOTICES = [
  "grant-given",
  "grant-extended",
  "grant-ended",
  "grant-ended-out-of-sight",
  "grant-place-removed",
] as const;

/** One of those notices. */
export type GrantNotice = (typeof GRANT_NOTICES)[number];

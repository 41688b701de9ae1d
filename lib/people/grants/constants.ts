/** The roles that may be given, the widest first: the order of the form and of lists. */
export const GRANT_ROLES = ["root", "support", "neighbourhood_admin", "partnership_admin", "partner_admin"] as const;

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

/** Partners on one page of a list. */
export const PARTNERS_PER_PAGE = 50;

/** Places named in a row of a list before the rest are only counted: a service area may be as wide as a country. */
export const PLACES_PER_ROW = 3;

/** What a partner's page says about what one may do to the partner, in the order shown. */
export const PARTNER_ACTS = ["update", "slug", "hide", "unhide", "admins", "history", "delete"] as const;

/** One of those acts. */
export type PartnerActName = (typeof PARTNER_ACTS)[number];

/** The longest name that a partner may have, in UTF-16 units: any such text fits the indexes, also in lower case. */
export const LONGEST_PARTNER_NAME = 500;

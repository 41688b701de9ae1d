/** Partners on one page of the list. */
export const PARTNERS_PER_PAGE = 50;

/** Places named in a row before the rest are only counted: a service area may be as wide as a country. */
export const PLACES_PER_ROW = 3;

/** The columns that may be shown beside the name, in the order of the table. */
export const PARTNER_COLUMNS = ["places", "postcode", "tags", "admins", "changed", "state"] as const;

/** One of those columns. */
export type PartnerColumn = (typeof PARTNER_COLUMNS)[number];

/** The columns shown until somebody chooses others. */
export const DEFAULT_PARTNER_COLUMNS: readonly PartnerColumn[] = ["places", "tags", "state"];

/** The orders of the list: by name either way (whatever the case of the letters), or the last changed first. */
export const PARTNER_SORTS = ["name", "-name", "-changed"] as const;

/** One of those orders. */
export type PartnerSort = (typeof PARTNER_SORTS)[number];

/** The longest text that is searched for, in characters: more than any name that people would type. */
export const LONGEST_SEARCH = 100;

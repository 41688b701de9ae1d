/** Partners that a form offers as a plain list: more are looked for by name. */
export const MOST_LISTED_PARTNERS = 20;

/** The most partners that one search gives. */
export const MOST_FOUND_PARTNERS = 20;

/** The longest text that is searched for, in characters. */
export const LONGEST_PARTNER_SEARCH = 100;

/** How often one person may look for partners, with scripts and without. In the shape of `lib/platform/rate-limit`. */
export const PARTNER_SEARCH_LIMIT = { name: "calendar-partners", points: 300, seconds: 60 };

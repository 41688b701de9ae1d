/** The most places that one search gives. */
export const MOST_PLACES = 20;

/** The longest text that is searched for, in characters. */
export const LONGEST_PLACE_SEARCH = 100;

/**
 * How often one person may look for places, with scripts and without: more than anybody types, and little enough that nobody reads the whole tree
 * out by letters. In the shape of `lib/platform/rate-limit`.
 */
export const PLACE_SEARCH_LIMIT = { name: "places", points: 300, seconds: 60 };

/** The parameters of the page that searches without scripts, where the address leaves them out: a filter of the list of partners. */
export const FIND_DEFAULTS = { to: "/places/partners", as: "place" };

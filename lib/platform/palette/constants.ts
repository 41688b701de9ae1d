/** The most entries that a group of the palette shows: as many as are read at a glance. */
export const MOST_PALETTE_ENTRIES = 6;

/** The longest text that is searched for, in characters: more than any name that people would type. */
export const LONGEST_PALETTE_TEXT = 100;

/** The address of the page that searches without scripts. */
export const SEARCH_PATH = "/search";

/**
 * How often one person may search, in the palette and on its page together: more than anybody types, and little enough
 * that nobody reads all names out by letters. In the shape of `lib/platform/rate-limit`.
 */
export const PALETTE_LIMIT = { name: "palette", points: 300, seconds: 60 };

/** Tags on one page of the list. */
export const TAGS_PER_PAGE = 50;

/** The orders of the list: by name either way, whatever the case of the letters, or those that most partners carry first. */
export const TAG_SORTS = ["name", "-name", "-partners"] as const;

/** One of those orders. */
export type TagSort = (typeof TAG_SORTS)[number];

/** The longest text that is searched for, in characters: more than any name that people would type. */
export const LONGEST_TAG_SEARCH = 100;

/** The longest key that a row of the list is sorted by, in characters: a name of a world file, in which a letter may become two in lower case, and a count before it. */
export const LONGEST_SORT_KEY = 2 * 500 + 9;

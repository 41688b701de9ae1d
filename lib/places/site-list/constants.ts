/** Sites on one page of the list. */
export const SITES_PER_PAGE = 50;

/** Letters of a search that count. */
export const LONGEST_SEARCH = 100;

/** Names of neighbourhoods and of partnerships that a row shows before it counts the rest. */
export const NAMES_PER_ROW = 3;

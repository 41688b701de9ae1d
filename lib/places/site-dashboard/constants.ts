/** Sites that are shown with their checklist; whoever looks after more finds them in the list. */
export const MOST_OWN_SITES = 10;

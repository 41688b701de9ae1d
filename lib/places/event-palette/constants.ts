/** The most events that the command palette offers for a text: a title is often that of many, and the list shows them all. */
export const MOST_PALETTE_EVENTS = 5;

/** Events that a text means and that these are chosen from, the soonest: a word that stands in every title must not make everybody wait. */
export const MOST_LOOKED_THROUGH = 200;

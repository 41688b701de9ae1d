/** The most records of each kind that the command palette offers for a text: as many as are read at a glance. */
export const MOST_PALETTE_RESULTS = 8;

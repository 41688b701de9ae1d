/** The address that answers which partners are like one that is being typed in. */
export const SIMILAR_PARTNERS_PATH = "/api/partners/similar";

/** How alike two names are at least, by the letters in threes that they share, for one to be pointed out beside the other. */
export const ALIKE = 0.4;

/** Partners that are pointed out at most: a hint is read at a glance. */
export const MOST_SIMILAR = 5;

/** Looks for similar partners that one person may have: one for each field that is left, for as long as anybody types. */
export const SIMILAR_LIMIT = { name: "similar-partners", points: 120, seconds: 60 };

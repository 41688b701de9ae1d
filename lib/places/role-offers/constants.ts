/** Partners that the form for a role offers at once: few enough to be read, the rest is searched for. */
export const PARTNERS_OFFERED = 10;

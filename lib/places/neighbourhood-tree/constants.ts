/** The five levels of the tree, from the widest to the narrowest. Source: domains/places.md section 1. */
export const NEIGHBOURHOOD_UNITS = ["country", "region", "county", "district", "ward"] as const;

/** One of the five levels. */
export type NeighbourhoodUnit = (typeof NEIGHBOURHOOD_UNITS)[number];

/**
 * The form's fields, by their names in the form. `parent` is the code of the place that it lies in. An absent field is
 * unchanged; a blank `welshName` is cleared, a blank `parent` means that it lies in nothing, as only a country does.
 */
export const NEIGHBOURHOOD_FIELDS = ["name", "welshName", "code", "unit", "parent"] as const;

/** One of those fields. */
export type NeighbourhoodField = (typeof NEIGHBOURHOOD_FIELDS)[number];

/** Letters that each field takes at most, and why. Longer texts that were loaded stay until somebody changes them. */
export const LONGEST = {
  /** A heading and a row of the tree hold no more. */
  name: 120,
  /** Official codes have nine; people read and type them. */
  code: 32,
  /** Any field before the record is known: the world file takes names of half of that. */
  sent: 1_000,
} as const;

/**
 * What may be wrong with the data of the wing, the gravest first. `without-place`: no address and no service area, which
 * loading broken data may leave; `legacy-place`: in a neighbourhood that the latest look-up leaves out. Source: the
 * data-quality list of domains/places.md.
 */
export const DATA_FAULTS = [
  "without-place",
  "legacy-place",
  "without-admin",
  "failing",
  "stale",
  "never",
  "incomplete-role",
] as const;

/** One of those. */
export type DataFault = (typeof DATA_FAULTS)[number];

/** The address of the list. */
export const DATA_QUALITY_PATH = "/places/data-quality";

/** Records of each fault that the page names before it leads to the list of all of them. */
export const MOST_FAULTY = 5;

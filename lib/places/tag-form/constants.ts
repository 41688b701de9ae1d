/** The fields of a tag that can be changed, by their names in the form. Its kind is chosen once and stays. A blank description is cleared. */
export const TAG_FIELDS = ["name", "description"] as const;

/** One of those fields. */
export type TagField = (typeof TAG_FIELDS)[number];

/** Letters that each field takes at most, and why. Longer texts that were loaded stay until somebody changes them. */
export const LONGEST = {
  /** A badge in a row of a list holds no more. */
  name: 80,
  /** Two or three sentences. */
  description: 500,
  /** Any field before the record is known: more than a world file gives. */
  sent: 10_000,
} as const;

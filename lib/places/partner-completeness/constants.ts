/** What makes a good entry on the public pages, in the order in which it is asked for. */
export const COMPLETENESS = [
  "summary",
  "description",
  "place",
  "hours",
  "contact",
  "website",
  "accessibility",
  "image",
  "category",
  "admin",
  "calendar",
] as const;

/** One of those. */
export type CompletenessKey = (typeof COMPLETENESS)[number];

/** One of those, and whether it is there. */
export type CompletenessItem = Readonly<{ key: CompletenessKey; done: boolean }>;

/** The whole list, from what is there. */
export function checklistOf(complete: readonly CompletenessKey[]): CompletenessItem[] {
  return COMPLETENESS.map((key) => ({ key, done: complete.includes(key) }));
}

/** What a partner's record is complete with, in the order in which it is asked for. */
export const COMPLETENESS = [
  "summary",
  "description",
  "address",
  "hours",
  "contact",
  "website",
  "second-admin",
] as const;

/** One of those. */
export type CompletenessKey = (typeof COMPLETENESS)[number];

/** Partners that are shown with their checklist; whoever administers more finds them in the list. */
export const MOST_OWN_PARTNERS = 20;

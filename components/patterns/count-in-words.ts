/** What is listed: a word for one of them, and for several. */
export type ListedNoun = Readonly<{ one: string; many: string }>;

/**
 * How many records a list holds, in words: "129 partners in your remit", "34 of 129 partners match" where filters are in
 * force.
 */
export function countInWords(
  { total, inRemit }: Readonly<{ total: number; inRemit: number }>,
  { one, many }: ListedNoun,
  filtered: boolean,
): string {
  const all = `${inRemit.toLocaleString("en-GB")} ${inRemit === 1 ? one : many}`;
  if (!filtered) return `${all} in your remit`;
  return `${total.toLocaleString("en-GB")} of ${all} ${total === 1 ? "matches" : "match"}`;
}

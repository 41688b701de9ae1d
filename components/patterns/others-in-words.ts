import { listed } from "./listed";

/**
 * People outside one's remit in words, "3 more people outside your remit: 2 neighbourhood admins and 1 root."; null for
 * nobody.
 * @param others how many there are of each kind, with its name for one of them and for several.
 * @param more whether somebody is named beside them: without, they are not "more".
 */
export function othersInWords(
  others: readonly Readonly<{ count: number; one: string; many: string }>[],
  more: boolean,
): string | null {
  const total = others.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const people = `${total}${more ? " more" : ""} ${total === 1 ? "person" : "people"}`;
  const kinds = others.map(({ count, one, many }) => `${count} ${count === 1 ? one : many}`);
  return `${people} outside your remit: ${listed(kinds)}.`;
}

import type { GrantPreview, Opened } from "@/lib/people/remit/queries";

/**
 * What a proposed role would open: "Amina Noor would see 34 partners, 12 of them new, and 5 people, none of them new."
 * Without `beyond` nothing is said of what is new.
 * @param who the person's name; null for the reader.
 */
export function openedInWords(
  who: string | null,
  { partners, people, beyond }: NonNullable<GrantPreview["opens"]>,
): string {
  const subject = who ?? "You";
  if (partners + people === 0) return `It would open nothing yet: there is no partner in reach of it.`;
  const both = [
    freshness(partners, beyond?.partners, partnersInWords(partners)),
    freshness(people, beyond?.people, otherPeopleInWords(people)),
  ];
  return `${subject} would see ${both.join(beyond === null ? " and " : ", and ")}.`;
}

/** What ending a role would take away: "Amina Noor would no longer see 12 partners and 1 person." */
export function lostInWords(who: string | null, { partners, people }: Opened): string {
  const subject = who ?? "You";
  if (partners + people === 0) return `${subject} would go on seeing everything, through other roles.`;
  const lost = [
    ...(partners === 0 ? [] : [partnersInWords(partners)]),
    ...(people === 0 ? [] : [otherPeopleInWords(people)]),
  ];
  return `${subject} would no longer see ${lost.join(" and ")}.`;
}

/** A number of partners: "34 partners", "1 partner", "no partner". */
export function partnersInWords(count: number): string {
  if (count === 0) return "no partner";
  return count === 1 ? "1 partner" : `${count.toLocaleString("en-GB")} partners`;
}

/** A number of people beside the one who is spoken of: "5 other people", "1 other person", "nobody else". */
export function otherPeopleInWords(count: number): string {
  if (count === 0) return "nobody else";
  return count === 1 ? "1 other person" : `${count.toLocaleString("en-GB")} other people`;
}

/** The words for so many, with how many of them are new; `fresh` is undefined where that is not known. */
function freshness(count: number, fresh: number | undefined, words: string): string {
  if (fresh === undefined || count === 0) return words;
  if (count === 1) return fresh === 1 ? `${words}, new` : `${words}, not new`;
  if (fresh === count) return `${words}, all of them new`;
  return fresh === 0 ? `${words}, none of them new` : `${words}, ${fresh.toLocaleString("en-GB")} of them new`;
}

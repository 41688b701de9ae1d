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
  const both = [counted(partners, beyond?.partners, PARTNERS), counted(people, beyond?.people, PEOPLE)];
  return `${subject} would see ${both.join(beyond === null ? " and " : ", and ")}.`;
}

/** What ending a role would take away: "Amina Noor would no longer see 12 partners and 1 person." */
export function lostInWords(who: string | null, { partners, people }: Opened): string {
  const subject = who ?? "You";
  if (partners + people === 0) return `${subject} would go on seeing everything, through other roles.`;
  const lost = [
    ...(partners === 0 ? [] : [amount(partners, PARTNERS)]),
    ...(people === 0 ? [] : [amount(people, PEOPLE)]),
  ];
  return `${subject} would no longer see ${lost.join(" and ")}.`;
}

type Noun = Readonly<{ one: string; many: string; none: string }>;

const PARTNERS: Noun = { one: "1 partner", many: "partners", none: "no partner" };
const PEOPLE: Noun = { one: "1 other person", many: "other people", none: "nobody else" };

function amount(count: number, { one, many, none }: Noun): string {
  return count === 0 ? none : count === 1 ? one : `${count.toLocaleString("en-GB")} ${many}`;
}

function counted(count: number, fresh: number | undefined, noun: Noun): string {
  const all = amount(count, noun);
  if (fresh === undefined || count === 0) return all;
  if (count === 1) return fresh === 1 ? `${all}, new` : `${all}, not new`;
  if (fresh === count) return `${all}, all of them new`;
  return fresh === 0 ? `${all}, none of them new` : `${all}, ${fresh.toLocaleString("en-GB")} of them new`;
}

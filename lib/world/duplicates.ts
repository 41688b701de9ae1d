import "server-only";
import type { WorldError } from "./errors";
import { normalEmail, type ParsedWorld, present, textAt } from "./parse";
import type { PartnerEntry } from "./schema";

/** What a file gets wrong by itself, without a look at the database: keys given twice and openings that overlap. Names are compared in `sameNameErrors`. */
export function duplicateErrors(world: ParsedWorld): WorldError[] {
  const { users, neighbourhoods, tags, partners } = world.raw;
  return [
    ...duplicates(users, "users", "email", normalEmail),
    ...duplicates(neighbourhoods, "neighbourhoods", "code"),
    ...duplicates(tags, "tags", "id"),
    ...duplicates(partners, "partners", "id"),
    ...duplicates(partners, "partners", "slug"),
    ...openingErrors(world),
  ];
}

/** Optional text as it is stored: null, missing and blank are the same. */
export function orNull(text: string | null | undefined): string | null {
  return text === undefined || text === null || text.trim() === "" ? null : text;
}

/** True when two spells of one day share a minute. */
export function spellsOverlap(spells: readonly Readonly<{ day: string; opens: string; closes: string }>[]): boolean {
  const sorted = [...spells].sort((a, b) => a.day.localeCompare(b.day) || a.opens.localeCompare(b.opens));
  return sorted.some((spell, index) => {
    const next = sorted[index + 1];
    return next !== undefined && next.day === spell.day && next.opens < spell.closes;
  });
}

function* duplicates(
  entries: readonly unknown[],
  list: string,
  field: string,
  normal = (text: string) => text,
): Generator<WorldError> {
  const first = new Map<string, number>();
  for (const [index, entry] of entries.entries()) {
    const text = textAt(entry, field);
    if (text === null) continue;
    const before = first.get(normal(text));
    if (before === undefined) first.set(normal(text), index);
    else yield { path: `${list}[${index}].${field}`, message: `the same as ${list}[${before}].${field}: "${text}"` };
  }
}

function* openingErrors({ partners, structureOnly }: ParsedWorld): Generator<WorldError> {
  for (const [index, partner] of present(partners)) {
    const path = `partners[${index}].openingHours`;
    const twice = openedTwice(partner);
    if (twice !== null) yield { path, message: `opens twice on ${twice}` };
    else if (!structureOnly && spellsOverlap(partner.openingHours ?? []))
      yield { path, message: "two openings overlap" };
  }
}

/** The first day and time that two spells both begin at: stored spells are told apart by it. */
function openedTwice({ openingHours = [] }: PartnerEntry): string | null {
  const seen = new Set<string>();
  for (const { day, opens } of openingHours) {
    const key = `${day} at ${opens}`;
    if (seen.has(key)) return key;
    seen.add(key);
  }
  return null;
}

import "server-only";
import { normalPostcode } from "@/lib/places/postcodes/schemas";
import { fileSource } from "./calendar-source";
import type { WorldError } from "./errors";
import { normalEmail, type ParsedWorld, present, textAt } from "./parse";
import type { PartnerEntry } from "./schema";

/** What a file gets wrong by itself, without a look at the database: keys and sources given twice, and openings that overlap. Names and domains are compared in `sameValueErrors`. */
export function duplicateErrors(world: ParsedWorld): WorldError[] {
  const { users, neighbourhoods, tags, partners, calendars, postcodes, sites } = world.raw;
  return [
    ...duplicates(users, "users", "email", normalEmail),
    ...duplicates(neighbourhoods, "neighbourhoods", "code"),
    ...duplicates(tags, "tags", "id"),
    ...duplicates(partners, "partners", "id"),
    ...duplicates(partners, "partners", "slug"),
    ...duplicates(calendars, "calendars", "id"),
    ...duplicates(postcodes, "postcodes", "postcode", (text) => normalPostcode(text) ?? text),
    ...duplicates(sites, "sites", "id"),
    ...duplicates(sites, "sites", "slug"),
    ...openingErrors(world),
    ...sourceErrors(world),
  ];
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

/** A source that cannot be one, and a second calendar of one source. Source: domains/places.md section 7. */
function* sourceErrors({ raw, structureOnly }: ParsedWorld): Generator<WorldError> {
  const first = new Map<string, number>();
  for (const [index, entry] of raw.calendars.entries()) {
    const source = fileSource(textAt(entry, "url"), structureOnly);
    if (source === null) continue;
    const path = `calendars[${index}].url`;
    if ("fault" in source) {
      yield { path, message: source.fault };
      continue;
    }
    const before = first.get(source.key);
    if (before === undefined) first.set(source.key, index);
    else yield { path, message: `the same source as calendars[${before}].url: "${source.url}"` };
  }
}

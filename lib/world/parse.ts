import "server-only";
import { describeIssue, shapeErrors, type WorldError } from "./errors";
import { HELD_LISTS, type HeldList, type ListEntries, worldFile } from "./schema";
import { UNSTORABLE } from "./schema-parts";

/** A list at its positions in the file; an entry of the wrong shape leaves a gap, so that the others are still judged. */
export type Entries<Entry> = readonly (Entry | undefined)[];

/** The held lists of a file, each entry of the right shape. */
export type ParsedWorld = Readonly<{
  structureOnly: boolean;
  /** Every entry as it stands in the file, of whatever shape: references are judged on these, so that none is missed. */
  raw: Readonly<Record<HeldList, readonly unknown[]>>;
  /** Keys that entries in the gaps seem to have: a reference to one of them is no second error. */
  gaps: Readonly<Record<HeldList, ReadonlySet<string>>>;
}> &
  ParsedLists;

type ParsedLists = Readonly<{ [List in HeldList]: Entries<ListEntries[List]> }>;

/** What other entries name an entry by; nothing names a postcode or a grant. */
const KEYS: Readonly<Record<HeldList, string | null>> = {
  users: "email",
  neighbourhoods: "code",
  tags: "id",
  partners: "id",
  calendars: "id",
  postcodes: null,
  sites: "id",
  roles: null,
};

/** A person's e-mail address as it is stored and compared. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Optional text as it is stored: null, missing and blank are the same. */
export function orNull(text: string | null | undefined): string | null {
  return text === undefined || text === null || text.trim() === "" ? null : text;
}

/** Each present entry with its position. */
export function* present<Entry>(entries: Entries<Entry>): Generator<readonly [number, Entry]> {
  for (const [index, entry] of entries.entries()) if (entry !== undefined) yield [index, entry];
}

/** What can be used of a world file, and everything that is wrong with its shape. */
export function parseWorld(json: unknown): { world: ParsedWorld; errors: WorldError[] } {
  const parsed = worldFile.safeParse(json, { error: describeIssue });
  const issues = parsed.success ? [] : parsed.error.issues;
  const bad = perList(() => new Set<number>());
  for (const { path } of issues) {
    const list = HELD_LISTS.find((name) => name === path[0]);
    if (list !== undefined && typeof path[1] === "number") bad[list].add(path[1]);
  }
  const raw = perList((name) => listOf(json, name));
  // The schema has proven what is left of each list to be of that list's kind.
  const lists = perList((name) =>
    raw[name].map((entry, index) => (bad[name].has(index) ? undefined : entry)),
  ) as ParsedLists;
  const gaps = perList((name) => gapKeys(raw[name], name, bad[name]));
  const structureOnly = propertyOf(json, "validate") === "structure";
  return { world: { structureOnly, ...lists, raw, gaps }, errors: shapeErrors(issues) };
}

function perList<Value>(made: (name: HeldList) => Value): Record<HeldList, Value> {
  return Object.fromEntries(HELD_LISTS.map((name) => [name, made(name)])) as Record<HeldList, Value>;
}

/** The text at a place inside an entry of any shape; null where there is none that could be stored, or a blank one. */
export function textAt(entry: unknown, ...path: readonly string[]): string | null {
  const value = path.reduce(propertyOf, entry);
  return typeof value === "string" && value.trim() !== "" && !UNSTORABLE.test(value) ? value : null;
}

/** The texts of a list inside an entry of any shape, each with its position. */
export function textsAt(entry: unknown, name: string): (readonly [number, string])[] {
  const list = propertyOf(entry, name);
  if (!Array.isArray(list)) return [];
  return list.flatMap((value: unknown, at) => {
    const text = textAt({ value }, "value");
    return text === null ? [] : [[at, text] as const];
  });
}

function gapKeys(entries: readonly unknown[], list: HeldList, gaps: ReadonlySet<number>): Set<string> {
  const key = KEYS[list];
  if (key === null) return new Set();
  const keys = [...gaps].flatMap((index) => textAt(entries[index], key) ?? []);
  return new Set(list === "users" ? keys.map(normalEmail) : keys);
}

function listOf(json: unknown, name: HeldList): readonly unknown[] {
  const list = propertyOf(json, name);
  return Array.isArray(list) ? list : [];
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
}

import "server-only";
import { describeIssue, shapeErrors, type WorldError } from "./errors";
import {
  HELD_LISTS,
  type HeldList,
  type NeighbourhoodEntry,
  type PartnerEntry,
  type RoleEntry,
  type TagEntry,
  UNSTORABLE,
  type UserEntry,
  worldFile,
} from "./schema";

/** A list at its positions in the file; an entry of the wrong shape leaves a gap, so that the others are still judged. */
export type Entries<Entry> = readonly (Entry | undefined)[];

/** The held lists of a file, each entry of the right shape. */
export type ParsedWorld = Readonly<{
  structureOnly: boolean;
  users: Entries<UserEntry>;
  neighbourhoods: Entries<NeighbourhoodEntry>;
  tags: Entries<TagEntry>;
  partners: Entries<PartnerEntry>;
  roles: Entries<RoleEntry>;
  /** Every entry as it stands in the file, of whatever shape: references are judged on these, so that none is missed. */
  raw: Readonly<Record<HeldList, readonly unknown[]>>;
  /** Keys that entries in the gaps seem to have: a reference to one of them is no second error. */
  gaps: Readonly<Record<HeldList, ReadonlySet<string>>>;
}>;

/** A person's e-mail address as it is stored and compared. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Each present entry with its position. */
export function* present<Entry>(entries: Entries<Entry>): Generator<readonly [number, Entry]> {
  for (const [index, entry] of entries.entries()) if (entry !== undefined) yield [index, entry];
}

/** What can be used of a world file, and everything that is wrong with its shape. */
export function parseWorld(json: unknown): { world: ParsedWorld; errors: WorldError[] } {
  const parsed = worldFile.safeParse(json, { error: describeIssue });
  const issues = parsed.success ? [] : parsed.error.issues;
  const bad: Record<HeldList, Set<number>> = {
    users: new Set(),
    neighbourhoods: new Set(),
    tags: new Set(),
    partners: new Set(),
    roles: new Set(),
  };
  for (const { path } of issues) {
    const list = HELD_LISTS.find((name) => name === path[0]);
    if (list !== undefined && typeof path[1] === "number") bad[list].add(path[1]);
  }
  const list = <Entry>(name: HeldList) =>
    listOf(json, name).map((entry, index) => (bad[name].has(index) ? undefined : (entry as Entry)));
  const world: ParsedWorld = {
    structureOnly: propertyOf(json, "validate") === "structure",
    users: list("users"),
    neighbourhoods: list("neighbourhoods"),
    tags: list("tags"),
    partners: list("partners"),
    roles: list("roles"),
    raw: {
      users: listOf(json, "users"),
      neighbourhoods: listOf(json, "neighbourhoods"),
      tags: listOf(json, "tags"),
      partners: listOf(json, "partners"),
      roles: listOf(json, "roles"),
    },
    gaps: {
      users: gapKeys(json, "users", "email", bad.users),
      neighbourhoods: gapKeys(json, "neighbourhoods", "code", bad.neighbourhoods),
      tags: gapKeys(json, "tags", "id", bad.tags),
      partners: gapKeys(json, "partners", "id", bad.partners),
      roles: new Set(),
    },
  };
  return { world, errors: shapeErrors(issues) };
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

function gapKeys(json: unknown, list: HeldList, key: string, gaps: ReadonlySet<number>): Set<string> {
  const entries = listOf(json, list);
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

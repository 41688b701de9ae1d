import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import {
  findCycles,
  type NeighbourhoodPlan,
  parentsAfter,
  planNeighbourhoods,
  type WantedNeighbourhood,
} from "@/lib/places/neighbourhoods/import-plan";
import { lockNeighbourhoods } from "@/lib/places/neighbourhoods/mutations";
import { isUuid, newId } from "@/lib/platform/ids";
import { chunked, textArray, uuidArray } from "./bulk";
import type { WorldError } from "./errors";
import { type Entries, normalEmail, type ParsedWorld, present, textAt, textsAt } from "./parse";
import type { UserEntry } from "./schema";

/** A record that the file names: its id, and whether the load will make it. */
export type Resolved = Readonly<{ id: string; isNew: boolean; kind: string | null }>;

/** Every key that the file states or refers to and that stands for a record, by list. */
export type ResolvedWorld = Readonly<{
  users: ReadonlyMap<string, Resolved>;
  tags: ReadonlyMap<string, Resolved>;
  partners: ReadonlyMap<string, Resolved>;
  /** Codes only; what to write lies in `plan`, which is null when the tree is broken. */
  neighbourhoods: ReadonlySet<string>;
  plan: NeighbourhoodPlan | null;
}>;

/** Finds the records behind the file's keys and chooses the ids of new ones; tells what is wrong with the tree and the keys. */
export async function resolveWorld(
  tx: Transaction,
  world: ParsedWorld,
): Promise<{ resolved: ResolvedWorld; errors: WorldError[] }> {
  const errors: WorldError[] = [];
  const tree = await resolveTree(tx, world, errors);
  const { roles, partners: rawPartners } = world.raw;
  const texts = (entries: readonly unknown[], name: string) => entries.flatMap((entry) => textAt(entry, name) ?? []);
  const listed = (entries: readonly unknown[], name: string) =>
    entries.flatMap((entry) => textsAt(entry, name).map(([, text]) => text));
  const userKeys = new Set(texts(roles, "user").map(normalEmail));
  const partnerKeys = new Set(texts(roles, "partner"));
  const tagKeys = new Set([...listed(roles, "partnerships"), ...listed(rawPartners, "tags")]);
  const users = await findUsers(tx, withKeys(userKeys, world.users, emailOf));
  const tags = await findByKey(tx, sql`tags`, sql`t.kind`, withKeys(tagKeys, world.tags, idOf));
  const partners = await findByKey(tx, sql`partners`, sql`null::text`, withKeys(partnerKeys, world.partners, idOf));
  settle(users, world.users, emailOf);
  const sameTags = settle(tags, world.tags, idOf, (tag) => tag.kind).map((fault) => twice("tags", fault));
  const samePartners = settle(partners, world.partners, idOf).map((fault) => twice("partners", fault));
  return { resolved: { users, tags, partners, ...tree }, errors: [...errors, ...sameTags, ...samePartners] };
}

function emailOf({ email }: UserEntry): string {
  return normalEmail(email);
}

function idOf({ id }: { id: string }): string {
  return id;
}

/** The id column of a new record: a caller's own UUID becomes the record's, so that an export comes back as it was. */
export function externalIdOf(key: string, id: string): string | null {
  return key === id ? null : key;
}

async function resolveTree(tx: Transaction, world: ParsedWorld, errors: WorldError[]) {
  const stored = await lockNeighbourhoods(tx);
  const entries = [...present(world.neighbourhoods)];
  const codes = new Set([...stored.map((place) => place.code), ...entries.map(([, place]) => place.code)]);
  const broken = errors.length;
  for (const [index, entry] of world.raw.neighbourhoods.entries()) {
    const parent = textAt(entry, "parent");
    if (parent === null || codes.has(parent) || world.gaps.neighbourhoods.has(parent)) continue;
    errors.push({ path: `neighbourhoods[${index}].parent`, message: `unknown neighbourhood "${parent}"` });
  }
  const wanted = entries.map(
    ([, { code, name, unit, parent }]): WantedNeighbourhood => ({ code, name, unit, parentCode: parent ?? null }),
  );
  for (const cycle of findCycles(parentsAfter(stored, wanted))) {
    const [index] = entries.find(([, place]) => cycle.includes(place.code)) ?? [0];
    const ring = [...cycle, cycle[0]].join(" > ");
    errors.push({ path: `neighbourhoods[${index}].parent`, message: `lies inside itself: ${ring}` });
  }
  const whole = errors.length === broken && world.gaps.neighbourhoods.size === 0;
  const twiceNamed = new Set(wanted.map((place) => place.code)).size < wanted.length;
  return { neighbourhoods: codes, plan: whole && !twiceNamed ? planNeighbourhoods(stored, wanted) : null };
}

function withKeys<Entry>(keys: Set<string>, entries: Entries<Entry>, keyOf: (entry: Entry) => string): string[] {
  for (const [, entry] of present(entries)) keys.add(keyOf(entry));
  return [...keys];
}

async function findUsers(tx: Transaction, emails: readonly string[]): Promise<Map<string, Resolved>> {
  const found = new Map<string, Resolved>();
  for (const chunk of chunked(emails)) {
    const rows = await tx.execute<{ id: string; email: string }>(
      sql`select id, email from users where email = any(${textArray(chunk)})`,
    );
    for (const { id, email } of rows) found.set(email, { id, isNew: false, kind: null });
  }
  return found;
}

/** An external id goes before the portal's own UUID, which works too. */
async function findByKey(
  tx: Transaction,
  table: SQL,
  kind: SQL,
  keys: readonly string[],
): Promise<Map<string, Resolved>> {
  const found = new Map<string, Resolved>();
  for (const chunk of chunked(keys)) {
    const rows = await tx.execute<{ id: string; key: string; kind: string | null }>(sql`
      select t.id, t.id::text as key, ${kind} as kind from ${table} t where t.id = any(${uuidArray(chunk.filter(isUuid))})
      union all
      select t.id, t.external_id as key, ${kind} as kind from ${table} t where t.external_id = any(${textArray(chunk)})`);
    for (const row of rows) found.set(row.key, { id: row.id, isNew: false, kind: row.kind });
  }
  for (const key of keys) {
    const same = found.get(key.toLowerCase());
    if (!found.has(key) && same !== undefined && isUuid(key)) found.set(key, same);
  }
  return found;
}

type Twice = Readonly<{ index: number; before: number }>;

/** Gives every entry without a record a new id, and tells which entries mean the same record under two keys. */
function settle<Entry>(
  found: Map<string, Resolved>,
  entries: Entries<Entry>,
  keyOf: (entry: Entry) => string,
  kindOf: (entry: Entry) => string | null = () => null,
): Twice[] {
  const faults: Twice[] = [];
  const taken = new Map<string, { index: number; key: string }>();
  for (const [index, entry] of present(entries)) {
    const key = keyOf(entry);
    const known = found.get(key) ?? { id: isOwnUuid(key) ? key : newId(), isNew: true, kind: kindOf(entry) };
    found.set(key, known);
    const before = taken.get(known.id);
    if (before === undefined) taken.set(known.id, { index, key });
    else if (before.key !== key) faults.push({ index, before: before.index });
  }
  return faults;
}

function isOwnUuid(key: string): boolean {
  return isUuid(key) && key === key.toLowerCase();
}

function twice(list: string, { index, before }: Twice): WorldError {
  return { path: `${list}[${index}].id`, message: `means the same record as ${list}[${before}].id` };
}

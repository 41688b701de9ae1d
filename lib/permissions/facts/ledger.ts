import "server-only";
import type { Transaction } from "@/db/client";
import type { PartnerFacts, UserFacts } from "./attributes";
import {
  findLastingRoots,
  findNeighbourhoods,
  findPartners,
  findTags,
  findUsers,
  type NeighbourhoodRecord,
  type PartnerRecord,
  type TagRecord,
  type UserRecord,
} from "./records";

/** What a batch of asks speaks of, by the keys that callers use. Filled in first, so that one load serves the whole batch. */
export class Wanted {
  readonly neighbourhoods = new Set<string>();
  readonly tags = new Set<string>();
  readonly partners = new Set<string>();
  readonly users = new Set<string>();
  /** Partners whose admins are needed too, because a change may take them out of the actor's sight. */
  readonly partnersWithAdmins = new Set<string>();
  roots = false;
}

/** A person with the partners administered. */
export interface KnownUser extends UserRecord, UserFacts {}

/** The records that a batch of asks speaks of. Look-ups of unknown keys give undefined. */
export interface Ledger {
  readonly neighbourhood: (key: string) => NeighbourhoodRecord | undefined;
  readonly tag: (key: string) => TagRecord | undefined;
  readonly partner: (key: string) => PartnerRecord | undefined;
  readonly user: (key: string) => KnownUser | undefined;
  readonly lastingRoots: readonly string[];
}

/** The address as it is compared: trimmed and in lower case. */
export function normaliseEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Loads everything wanted in at most seven statements, whatever the number of asks. */
export async function loadLedger(tx: Transaction, wanted: Wanted): Promise<Ledger> {
  const [neighbourhoods, tags, named, asked, lastingRoots] = await Promise.all([
    some(wanted.neighbourhoods, (keys) => findNeighbourhoods(tx, keys)),
    some(wanted.tags, (keys) => findTags(tx, keys)),
    some(union(wanted.partners, wanted.partnersWithAdmins), (keys) => findPartners(tx, keys)),
    some(wanted.users, (keys) => findUsers(tx, keys)),
    wanted.roots ? findLastingRoots(tx) : [],
  ]);
  const watching = new Set([...wanted.partnersWithAdmins].flatMap((key) => [key, key.toLowerCase()]));
  const watched = named.filter(({ id, externalId }) => has(watching, id, externalId));
  const known = new Set(asked.map(({ id }) => id));
  const admins = await some(
    new Set(watched.flatMap(({ adminIds }) => adminIds).filter((id) => !known.has(id))),
    (keys) => findUsers(tx, keys),
  );
  const people = [...asked, ...admins];
  const loaded = new Set(named.map(({ id }) => id));
  const administered = await some(new Set(people.flatMap(partnerIdsOf).filter((id) => !loaded.has(id))), (keys) =>
    findPartners(tx, keys),
  );
  const partnersById = new Map([...named, ...administered].map((record) => [record.id, record] as const));
  return {
    neighbourhood: lookUp(neighbourhoods, ({ code }) => code),
    tag: lookUp(tags, ({ externalId }) => externalId),
    partner: lookUp(named, ({ externalId }) => externalId),
    user: lookUp(
      people.map((person) => withPartners(person, partnersById)),
      ({ email }) => email,
    ),
    lastingRoots,
  };
}

function withPartners(person: UserRecord, partnersById: ReadonlyMap<string, PartnerRecord>): KnownUser {
  const administers = partnerIdsOf(person).flatMap((id): PartnerFacts[] => {
    const record = partnersById.get(id);
    return record === undefined ? [] : [record];
  });
  return { ...person, administers };
}

function partnerIdsOf(person: UserRecord): string[] {
  return person.roles.flatMap(({ partnerId }) => (partnerId === null ? [] : [partnerId]));
}

/** By natural key first, as pages do, then by UUID, which compares without regard to case. */
function lookUp<R extends { readonly id: string }>(records: readonly R[], naturalKey: (record: R) => string | null) {
  const byNaturalKey = new Map(records.map((record) => [naturalKey(record), record] as const));
  const byId = new Map(records.map((record) => [record.id, record] as const));
  return (key: string) => byNaturalKey.get(key) ?? byId.get(key.toLowerCase());
}

async function some<R>(keys: ReadonlySet<string>, find: (keys: readonly string[]) => Promise<R[]>): Promise<R[]> {
  return keys.size === 0 ? [] : find([...keys]);
}

function union(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...a, ...b]);
}

function has(keys: ReadonlySet<string>, id: string, externalId: string | null): boolean {
  return keys.has(id) || (externalId !== null && keys.has(externalId));
}

import "server-only";
import type { Transaction } from "@/db/client";
import type { CalendarFacts, EventFacts, PartnerFacts, UserFacts } from "./attributes";
import { type DeletedPartnerRecord, findDeletedPartners } from "./deleted-partners";
import {
  type CalendarRecord,
  type EventRecord,
  findCalendars,
  findEvents,
  findSites,
  type SiteRecord,
} from "./place-records";
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
  readonly deletedPartners = new Set<string>();
  readonly calendars = new Set<string>();
  readonly events = new Set<string>();
  readonly sites = new Set<string>();
  readonly users = new Set<string>();
  /** Partners whose admins are needed too, because a change may take them out of the actor's sight. */
  readonly partnersWithAdmins = new Set<string>();
  roots = false;
}

/** A person with the partners administered. */
export interface KnownUser extends UserRecord, UserFacts {}

/** A calendar with its organiser and its place. */
export interface KnownCalendar extends CalendarRecord, CalendarFacts {}

/** An event with its calendar's organiser and place. */
export interface KnownEvent extends EventRecord, EventFacts {}

/** The records that a batch of asks speaks of. Look-ups of unknown keys give undefined. */
export interface Ledger {
  readonly neighbourhood: (key: string) => NeighbourhoodRecord | undefined;
  readonly tag: (key: string) => TagRecord | undefined;
  readonly partner: (key: string) => PartnerRecord | undefined;
  readonly deletedPartner: (key: string) => DeletedPartnerRecord | undefined;
  readonly calendar: (key: string) => KnownCalendar | undefined;
  readonly event: (key: string) => KnownEvent | undefined;
  readonly site: (key: string) => SiteRecord | undefined;
  readonly user: (key: string) => KnownUser | undefined;
  readonly lastingRoots: readonly string[];
}

/** The address as it is compared: trimmed and in lower case. */
export function normaliseEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Loads everything wanted in at most eleven statements, whatever the number of asks. */
export async function loadLedger(tx: Transaction, wanted: Wanted): Promise<Ledger> {
  const [neighbourhoods, tags, named, deleted, calendars, events, sites, asked, lastingRoots] = await Promise.all([
    some(wanted.neighbourhoods, (keys) => findNeighbourhoods(tx, keys)),
    some(wanted.tags, (keys) => findTags(tx, keys)),
    some(union(wanted.partners, wanted.partnersWithAdmins), (keys) => findPartners(tx, keys)),
    some(wanted.deletedPartners, (keys) => findDeletedPartners(tx, keys)),
    some(wanted.calendars, (keys) => findCalendars(tx, keys)),
    some(wanted.events, (keys) => findEvents(tx, keys)),
    some(wanted.sites, (keys) => findSites(tx, keys)),
    some(wanted.users, (keys) => findUsers(tx, keys)),
    wanted.roots ? findLastingRoots(tx) : [],
  ]);
  const people = [...asked, ...(await adminsOf(tx, wanted, named, asked))];
  const related = [...people.flatMap(partnerIdsOf), ...[...calendars, ...events].flatMap(partnersOf)];
  const loaded = new Set(named.map(({ id }) => id));
  const further = await some(new Set(related.filter((id) => !loaded.has(id))), (keys) => findPartners(tx, keys));
  const partnersById = new Map([...named, ...further].map((record) => [record.id, record] as const));
  const external = ({ externalId }: { readonly externalId: string | null }) => externalId;
  return {
    neighbourhood: lookUp(neighbourhoods, ({ code }) => code),
    tag: lookUp(tags, external),
    partner: lookUp(named, external),
    deletedPartner: lookUp(deleted, external),
    calendar: lookUp(
      calendars.flatMap((record) => {
        const facts = calendarFacts(record, partnersById);
        return facts === null ? [] : [{ ...record, ...facts }];
      }),
      external,
    ),
    event: lookUp(
      events.flatMap((record) => {
        const calendar = calendarFacts(record, partnersById);
        return calendar === null ? [] : [{ ...record, calendar }];
      }),
      () => null,
    ),
    site: lookUp(sites, external),
    user: lookUp(
      people.map((person) => withPartners(person, partnersById)),
      ({ email }) => email,
    ),
    lastingRoots,
  };
}

/** The admins of those partners whose admins are wanted too, as far as they were not asked about themselves. */
async function adminsOf(
  tx: Transaction,
  wanted: Wanted,
  named: readonly PartnerRecord[],
  asked: readonly UserRecord[],
): Promise<readonly UserRecord[]> {
  const watching = new Set([...wanted.partnersWithAdmins].flatMap((key) => [key, key.toLowerCase()]));
  const watched = named.filter(({ id, externalId }) => has(watching, id, externalId));
  const known = new Set(asked.map(({ id }) => id));
  const unknown = watched.flatMap(({ adminIds }) => adminIds).filter((id) => !known.has(id));
  return some(new Set(unknown), (keys) => findUsers(tx, keys));
}

type PartnersById = ReadonlyMap<string, PartnerRecord>;

function withPartners(person: UserRecord, partnersById: PartnersById): KnownUser {
  const administers = partnerIdsOf(person).flatMap((id): PartnerFacts[] => {
    const record = partnersById.get(id);
    return record === undefined ? [] : [record];
  });
  return { ...person, administers };
}

function partnerIdsOf(person: UserRecord): string[] {
  return person.roles.flatMap(({ partnerId }) => (partnerId === null ? [] : [partnerId]));
}

type OnPartners = Pick<CalendarRecord, "organiserId" | "placeId">;

function partnersOf({ organiserId, placeId }: OnPartners): string[] {
  return placeId === null ? [organiserId] : [organiserId, placeId];
}

/** Null where the organiser went, and the calendar with it, between the two statements. */
function calendarFacts({ organiserId, placeId }: OnPartners, partnersById: PartnersById): CalendarFacts | null {
  const organiser = partnersById.get(organiserId);
  const place = placeId === null ? null : (partnersById.get(placeId) ?? null);
  return organiser === undefined ? null : { organiser, place };
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

import "server-only";
import { sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { instantColumn } from "@/db/instant-column";
import { calendars, events } from "@/db/schema/calendars";
import { partners } from "@/db/schema/places";
import { newId } from "@/lib/permissions/catalogue";
import { type Decision, decide } from "@/lib/permissions/decide";
import { byKey } from "@/lib/permissions/facts/records";
import type { Actor } from "@/lib/permissions/load-actor";
import { listCondition, scopeOf } from "@/lib/permissions/scope";
import type { Strategy } from "@/lib/places/calendars/constants";
import { type NamedRecord, placeColumn, whereKeyedInSight, withOrganiser } from "@/lib/places/calendars/queries";
import type { CalendarValues } from "@/lib/places/calendars/schemas";
import { findChoice, listChoices } from "@/lib/places/partner-choices/queries";
import type { PartnerChoice } from "@/lib/places/partner-choices/schemas";
import { type FoundKeys, type NamedPartner, type PostedPartners, placeValue, type SavedCalendar } from "./schemas";

/** What the form of a new calendar needs, and that of one that there is offers as well: the partners to choose from, as a list or, where they are too many for one, null. */
export type NewCalendarForm = {
  organisers: readonly PartnerChoice[] | null;
  places: readonly PartnerChoice[] | null;
  /** Partners that were found on another page, for those without scripts. */
  found: { partner: PartnerChoice | null; place: PartnerChoice | null };
};

/** Everything that the edit form of one calendar needs. */
export type CalendarForm = NewCalendarForm & {
  calendar: NamedRecord;
  /** What a save names, so that a change made meanwhile is noticed. */
  version: number;
  values: CalendarValues;
  organiser: NamedPartner;
  place: NamedPartner | "unseen" | null;
};

/**
 * The edit form of the calendar with this UUID or external id; null where the actor may see none such, and `form` null
 * where the decision is no.
 */
export async function getCalendarForEdit(
  actor: Actor,
  key: string,
  keys: FoundKeys,
): Promise<{ decision: Decision; form: CalendarForm | null } | null> {
  return readTransaction(async (tx) => {
    const saved = await readSaved(tx, actor, key);
    if (saved === null) return null;
    const decision = await decide(tx, { actor, action: "update", resource: { type: "calendar", id: saved.id } });
    if (decision.outcome === "deny") return { decision, form: null };
    const { id, externalId, name, version, values, organiser, place } = saved;
    const offer = await readOffer(tx, actor, keys);
    return { decision, form: { calendar: { id, externalId, name }, version, values, organiser, place, ...offer } };
  });
}

/**
 * The form of a new calendar; null where the address names an organiser that this actor may not choose, and `form` null
 * where the decision is no.
 */
export async function getNewCalendarForm(
  actor: Actor,
  keys: FoundKeys,
): Promise<{ reasons: Decision["reasons"]; form: NewCalendarForm | null } | null> {
  return readTransaction(async (tx) => {
    if (listCondition(actor, "calendar", "create").rows === "none") {
      const { reasons } = await decide(tx, { actor, action: "create", resource: { type: "calendar", id: newId } });
      return { reasons, form: null };
    }
    const form = await readOffer(tx, actor, keys);
    return keys.partner !== null && form.found.partner === null ? null : { reasons: [], form };
  });
}

async function readOffer(tx: Transaction, actor: Actor, keys: FoundKeys): Promise<NewCalendarForm> {
  return {
    organisers: await listChoices(tx, actor, "organiser"),
    places: await listChoices(tx, actor, "place"),
    found: {
      partner: await findChoice(tx, actor, "organiser", keys.partner),
      place: await findChoice(tx, actor, "place", keys.place),
    },
  };
}

/** What deleting a calendar takes along. */
export type CalendarDeletion = {
  calendar: NamedRecord;
  version: number;
  organiser: NamedPartner;
  /** Events of it that are still in its source, those that are over among them; `hidings` counts moderators' decisions on any. */
  events: number;
  hidings: number;
};

/** What deleting a calendar would take along; null where it is out of sight, `deletion` null where the decision is no. */
export async function getCalendarDeletion(
  actor: Actor,
  key: string,
): Promise<{ decision: Decision; deletion: CalendarDeletion | null } | null> {
  return readTransaction(async (tx) => {
    const saved = await readSaved(tx, actor, key);
    if (saved === null) return null;
    const decision = await decide(tx, { actor, action: "delete", resource: { type: "calendar", id: saved.id } });
    if (decision.outcome === "deny") return { decision, deletion: null };
    const { id, externalId, name, version, organiser } = saved;
    return {
      decision,
      deletion: { calendar: { id, externalId, name }, version, organiser, ...(await countGoing(tx, id)) },
    };
  });
}

/** What goes with a calendar. One statement. @param calendarId the UUID. */
export async function countGoing(tx: Transaction, calendarId: string): Promise<{ events: number; hidings: number }> {
  const [counts] = await tx.execute<{ events: number; hidings: number }>(sql`
    select (count(*) filter (where ${events.withdrawnAt} is null))::int as "events",
      (count(*) filter (where exists (select 1 from event_hidings where event_id = ${events.id} and unhidden_at is null)))::int as "hidings"
    from ${events} where ${events.calendarId} = ${calendarId}::uuid`);
  return counts ?? { events: 0, hidings: 0 };
}

type Row = Omit<SavedCalendar, "values" | "organiser"> & {
  organiser: NamedPartner;
  url: string | null;
  strategy: Strategy;
  contactName: string | null;
  contactPhone: string | null;
  contactEmail: string | null;
};

/** The calendar with this UUID or external id as a save finds it, unlocked; null where there is none that the actor may see. One statement. */
export async function readSaved(tx: Transaction, actor: Actor, key: string): Promise<SavedCalendar | null> {
  const [row] = await tx.execute<Row>(sql`
    select ${calendars.id} as "id", ${calendars.externalId} as "externalId", ${calendars.name} as "name",
      ${calendars.version} as "version", ${instantColumn(calendars.updatedAt, ".MS")} as "updatedAt",
      json_build_object('id', ${partners.id}, 'name', ${partners.name}) as "organiser", ${placeColumn(actor)} as "place",
      ${calendars.url} as "url", ${calendars.strategy} as "strategy", ${calendars.contactName} as "contactName",
      ${calendars.contactPhone} as "contactPhone", ${calendars.contactEmail} as "contactEmail"
    from ${withOrganiser} ${whereKeyedInSight(actor, key)}`);
  if (row === undefined) return null;
  const { id, externalId, name, version, updatedAt, organiser, strategy } = row;
  const place = row.place === null || row.place === "unseen" ? row.place : { id: row.place.id, name: row.place.name };
  const values: CalendarValues = {
    name,
    url: row.url ?? "",
    partner: organiser.id,
    strategy,
    place: placeValue(place),
    contactName: row.contactName ?? "",
    contactPhone: row.contactPhone ?? "",
    contactEmail: row.contactEmail ?? "",
  };
  return { id, externalId, name, version, updatedAt, values, organiser, place };
}

/** The partners with these UUIDs or external ids that the actor sees, by every key that names them. One statement, none for no key. */
export async function readPosted(tx: Transaction, actor: Actor, keys: readonly string[]): Promise<PostedPartners> {
  if (keys.length === 0) return new Map();
  const rows = await tx.execute<{ id: string; externalId: string | null; name: string }>(sql`
    select ${partners.id} as "id", ${partners.externalId} as "externalId", ${partners.name} as "name" from ${partners}
    where ${byKey(partners.externalId, partners.id, keys)} and (${scopeOf(actor, "partner", "view")})`);
  const named = rows.map(({ id, externalId, name }) => ({
    keys: [id, ...(externalId === null ? [] : [externalId])],
    id,
    name,
  }));
  return new Map(named.flatMap(({ keys: own, id, name }) => own.map((key) => [key, { id, name }] as const)));
}

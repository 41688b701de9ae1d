import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { instantColumn } from "@/db/instant-column";
import { calendars, eventHidings, events } from "@/db/schema/calendars";
import { users } from "@/db/schema/people";
import { partners } from "@/db/schema/places";
import { decideMany } from "@/lib/permissions/decide";
import { hiddenEvent, shownBySite } from "@/lib/permissions/facts/site-content";
import type { Actor } from "@/lib/permissions/load-actor";
import type { Reason } from "@/lib/permissions/reasons";
import { scopeOf } from "@/lib/permissions/scope";
import { isEventHidingInForce } from "@/lib/places/event-hidings/queries";
import type { EventState } from "@/lib/places/event-list/constants";
import { isUuid } from "@/lib/platform/ids";
import { EVENT_ACTS, type EventAct } from "./constants";

/** Whose event it is. `inSight`: the actor may open the partner's page. */
export type Organiser = { id: string; externalId: string | null; name: string; inSight: boolean };

/**
 * Where an event takes place. `place`: the partner at whose address it does, as far as the actor may know it; `unseen`:
 * there is one, and the actor may not. `location` and `room` are the words of the source.
 */
export type EventPlace = {
  place: Organiser | null;
  unseen: boolean;
  location: string | null;
  room: string | null;
  online: boolean;
};

/** A column beside `events`, `calendars` and `partners`, the organiser: whoever sees an event may know whose it is. */
export function organiserColumn(actor: Actor): SQL {
  return sql`json_build_object('id', ${partners.id}, 'externalId', ${partners.externalId}, 'name', ${partners.name},
    'inSight', (${scopeOf(actor, "partner", "view")}))`;
}

/**
 * Two columns beside `events`, `place` and `unseen`. The partner at whose address an event takes place is told to those
 * who see it; on a site of their own, site admins are told it as the public is: where that site shows the partner.
 */
export function eventPlace(actor: Actor): SQL {
  const sees = sql`(${scopeOf(actor, "partner", "view")})`;
  const known = sql`(${sees} or ${toldOnOwnSite(actor)})`;
  const place = (column: SQL) => sql`(select ${column} from ${partners} where ${partners.id} = ${events.placeId})`;
  return sql`${place(sql`case when ${known} then json_build_object('id', ${partners.id}, 'externalId', ${partners.externalId},
      'name', ${partners.name}, 'inSight', ${sees}) end`)} as "place",
    coalesce(${place(sql`not ${known}`)}, false) as "unseen"`;
}

/** The condition that a site of the actor's own shows a row of `events` and names a row of `partners` as where it is. */
function toldOnOwnSite(actor: Actor): SQL {
  const told = actor.grants.flatMap((grant) =>
    grant.role === "site_admin" && grant.site !== null
      ? [
          sql`(${shownBySite(sql`${grant.site.id}::uuid`)} and (${scopeOf({ ...actor, grants: [grant] }, "event", "view")}))`,
        ]
      : [],
  );
  return told.length === 0 ? sql`false` : sql`(${sql.join(told, sql` or `)})`;
}

/** A column beside `events`: what the event is to the public. */
export function eventState(): SQL {
  return sql`case when ${events.withdrawnAt} is not null then 'withdrawn' when ${hiddenEvent()} then 'hidden' else 'shown' end`;
}

/** An event as its own page shows it. Instants are ISO in UTC, days `YYYY-MM-DD` in UTC. */
export type EventRecord = EventPlace & {
  id: string;
  title: string;
  /** Plain text, as it came from the source. */
  description: string | null;
  startsAt: string;
  endsAt: string;
  allDay: boolean;
  timeZone: string;
  /** One of several that recur. */
  recurs: boolean;
  url: string | null;
  organiser: Organiser;
  /** The calendar that it came from; null for those who may not see that. */
  calendar: { id: string; externalId: string | null; name: string } | null;
  /** When an import changed it last; null for those who may not see the calendar. */
  updatedAt: string | null;
  state: EventState;
  /** The day on which its source did not have it any more. */
  withdrawnOn: string | null;
  /** The hiding in force. The name is that of a person the actor may view. */
  hiding: { reason: string; hiddenOn: string; hiddenBy: string | null } | null;
};

/**
 * The event with this UUID, or null where there is none within the actor's remit: whoever may not see it cannot tell the
 * two apart. One statement.
 */
export async function getEvent(actor: Actor, eventId: string): Promise<EventRecord | null> {
  return readTransaction((tx) => readEvent(tx, actor, eventId));
}

async function readEvent(tx: Transaction, actor: Actor, eventId: string): Promise<EventRecord | null> {
  if (!isUuid(eventId)) return null;
  const seesCalendar = sql`(${scopeOf(actor, "calendar", "view")})`;
  const [found] = await tx.execute<EventRecord>(sql`
    select ${events.id} as "id", ${events.title} as "title", ${events.description} as "description",
      ${instantColumn(events.startsAt)} as "startsAt", ${instantColumn(events.endsAt)} as "endsAt",
      ${events.allDay} as "allDay", ${events.timeZone} as "timeZone", ${events.recurrenceId} <> '' as "recurs", ${events.url} as "url",
      ${events.location} as "location", ${events.room} as "room", ${events.online} as "online", ${eventPlace(actor)},
      ${organiserColumn(actor)} as "organiser",
      case when ${seesCalendar} then json_build_object('id', ${calendars.id}, 'externalId', ${calendars.externalId}, 'name', ${calendars.name}) end as "calendar",
      case when ${seesCalendar} then ${instantColumn(events.updatedAt)} end as "updatedAt",
      ${eventState()} as "state", ${dayOf(sql`${events.withdrawnAt}`)} as "withdrawnOn", ${hidingColumn(actor)} as "hiding"
    from ${events} join ${calendars} on ${calendars.id} = ${events.calendarId} join ${partners} on ${partners.id} = ${calendars.partnerId}
    where ${events.id} = ${eventId}::uuid and (${scopeOf(actor, "event", "view")})`);
  return found ?? null;
}

function hidingColumn(actor: Actor): SQL {
  return sql`(
    select json_build_object('reason', ${eventHidings.reason}, 'hiddenOn', ${dayOf(sql`${eventHidings.hiddenAt}`)},
      'hiddenBy', (select ${users.name} from ${users} where ${users.id} = ${eventHidings.hiddenBy} and (${scopeOf(actor, "user", "view")})))
    from ${eventHidings} where ${isEventHidingInForce()})`;
}

function dayOf(instant: SQL): SQL {
  return sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD')`;
}

/**
 * The event with this UUID, locked until the transaction ends, or null where there is none within the actor's remit. One
 * statement.
 */
export async function lockEvent(tx: Transaction, actor: Actor, eventId: string): Promise<{ id: string } | null> {
  if (!isUuid(eventId)) return null;
  const [locked] = await tx.execute<{ id: string }>(sql`
    select ${events.id} as "id" from ${events} where ${events.id} = ${eventId}::uuid and (${scopeOf(actor, "event", "view")})
    for no key update`);
  return locked ?? null;
}

/** Why the actor sees an event, and what else they may do to it. */
export type EventRemit = {
  view: readonly Reason[];
  acts: { act: EventAct; allowed: boolean; reasons: readonly Reason[] }[];
};

/** An event with the reasons behind the actor's view of it and behind what else they may or may not do; null as in `getEvent`. */
export async function getExplainedEvent(
  actor: Actor,
  eventId: string,
): Promise<{ event: EventRecord; remit: EventRemit } | null> {
  return readTransaction(async (tx) => {
    const event = await readEvent(tx, actor, eventId);
    return event && { event, remit: await explainEvent(tx, actor, event) };
  });
}

async function explainEvent(tx: Transaction, actor: Actor, event: EventRecord): Promise<EventRemit> {
  const pointless = event.hiding === null ? "unhide" : "hide";
  const acts = EVENT_ACTS.filter((act) => act !== pointless);
  const resource = { type: "event", id: event.id };
  const asks = ["view", ...acts].map((action) => ({ actor, action, resource }));
  const [view, ...answers] = await decideMany(tx, asks);
  return {
    view: view?.reasons ?? [],
    acts: acts.map((act, index) => {
      const { outcome, reasons } = answers[index] ?? { outcome: "deny", reasons: [] };
      return { act, allowed: outcome !== "deny", reasons };
    }),
  };
}

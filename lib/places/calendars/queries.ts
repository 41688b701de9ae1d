import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { instantColumn } from "@/db/instant-column";
import { calendarImports, calendars, events, type StoredNotice } from "@/db/schema/calendars";
import { partners } from "@/db/schema/places";
import { decideMany } from "@/lib/permissions/decide";
import { byKey } from "@/lib/permissions/facts/records";
import type { Actor } from "@/lib/permissions/load-actor";
import type { Reason } from "@/lib/permissions/reasons";
import { scopeOf } from "@/lib/permissions/scope";
import { CALENDAR_HEALTHS } from "@/lib/places/calendar-health/constants";
import { inHealth } from "@/lib/places/calendar-health/queries";
import type { CalendarState } from "@/lib/places/calendar-list/constants";
import { now } from "@/lib/platform/clock";
import { CALENDAR_ACTS, type CalendarActName, COMING_EVENTS_SHOWN, type Strategy } from "./constants";

/** A record as it is named and led to. */
export type NamedRecord = { id: string; externalId: string | null; name: string };

/** What every list and page says of a calendar. Instants in UTC as ISO 8601 writes them; null for what never was. */
export type CalendarHead = NamedRecord & {
  organiser: NamedRecord;
  /** The source; null for a calendar without one. */
  url: string | null;
  state: "idle" | "queued" | "running" | "error" | "unreachable";
  stateSince: string;
  checkedAt: string | null;
  /** When the source could be read last, whether or not anything in it was new. */
  succeededAt: string | null;
  /** When an outage began that is not over yet. */
  failingSince: string | null;
  failure: string | null;
  /** Read last longer ago than a week, although no import has failed. */
  stale: boolean;
};

/** A calendar as its own page shows it. */
export type CalendarRecord = CalendarHead & {
  /** Rises by one with every edit; imports leave it alone. */
  version: number;
  updatedAt: string;
  strategy: Strategy;
  /** The default place; `unseen` where it is a partner that the actor may not see. */
  place: NamedRecord | "unseen" | null;
  contact: { name: string | null; phone: string | null; email: string | null };
  changedAt: string | null;
  nextAt: string | null;
  notices: readonly StoredNotice[];
};

/** An event as a calendar's page lists it. */
export type ComingEvent = {
  id: string;
  title: string;
  startsAt: string;
  endsAt: string;
  allDay: boolean;
  timeZone: string;
  online: boolean;
  /** A moderator has taken it off the public pages. */
  hidden: boolean;
};

/** Calendars with their organisers (`partners`) and how their imports stand: what filters and columns of lists speak of. */
export const withOrganiser = sql`${calendars} join ${partners} on ${partners.id} = ${calendars.partnerId}
  join ${calendarImports} on ${calendarImports.calendarId} = ${calendars.id}`;

/** The columns of a `CalendarHead` beside `withOrganiser`. */
export function headColumns(): SQL {
  return sql`${calendars.id} as "id", ${calendars.externalId} as "externalId", ${calendars.name} as "name",
    json_build_object('id', ${partners.id}, 'externalId', ${partners.externalId}, 'name', ${partners.name}) as "organiser",
    ${calendars.url} as "url", ${calendarImports.state} as "state", ${instantColumn(calendarImports.stateSince)} as "stateSince",
    ${instantColumn(calendarImports.checkedAt)} as "checkedAt", ${instantColumn(calendarImports.succeededAt)} as "succeededAt",
    ${instantColumn(calendarImports.failingSince)} as "failingSince", ${calendarImports.failure} as "failure",
    (${inState("stale")}) is true as "stale"`;
}

/** The condition over a row of `withOrganiser` that the calendar is in this state. */
export function inState(state: CalendarState): SQL {
  if (state === "none") return sql`${calendars.url} is null`;
  const health = CALENDAR_HEALTHS.find((known) => known === state);
  if (health !== undefined) return inHealth(health);
  return sql`(${calendars.url} is not null and ${calendarImports.state} = ${state})`;
}

/** The condition that a row of `events` is on or to come, and still in its source. */
export function isComing(): SQL {
  return sql`(${events.withdrawnAt} is null and ${events.endsAt} >= ${now().toISOString()}::timestamptz)`;
}

/** How a select from `withOrganiser` ends that gives the calendar with this UUID or external id, or none where the actor may not see it. */
export function whereKeyedInSight(actor: Actor, key: string): SQL {
  // PostgreSQL holds no zero byte in a text and would raise an error for it; no calendar has the empty key.
  const named = key.includes("\u0000") ? "" : key;
  return sql`where ${byKey(calendars.externalId, calendars.id, [named])} and (${scopeOf(actor, "calendar", "view")})
    order by (${calendars.externalId} = ${named}) desc nulls last limit 1`;
}

/** Why the actor sees a calendar, and what else they may do to it. */
export type CalendarRemit = {
  view: readonly Reason[];
  acts: readonly CalendarAct[];
};

/** Whether one may do something to a calendar, and the reasons in words. */
export type CalendarAct = { act: CalendarActName; allowed: boolean; reasons: readonly Reason[] };

/**
 * The calendar with this UUID or external id, with the reasons behind what the actor may do; null where there is none
 * within their remit, which whoever may not see it cannot tell from one that does not exist.
 */
export async function getCalendar(
  actor: Actor,
  key: string,
): Promise<{ calendar: CalendarRecord; remit: CalendarRemit } | null> {
  return readTransaction(async (tx) => {
    const calendar = await readRecord(tx, actor, key);
    return calendar && { calendar, remit: await explain(tx, actor, calendar.id) };
  });
}

async function readRecord(tx: Transaction, actor: Actor, key: string): Promise<CalendarRecord | null> {
  const [found] = await tx.execute<CalendarRecord>(sql`
    select ${headColumns()}, ${calendars.version} as "version", ${instantColumn(calendars.updatedAt)} as "updatedAt",
      ${calendars.strategy} as "strategy", ${placeColumn(actor)} as "place",
      json_build_object('name', ${calendars.contactName}, 'phone', ${calendars.contactPhone}, 'email', ${calendars.contactEmail}) as "contact",
      ${instantColumn(calendarImports.changedAt)} as "changedAt", ${instantColumn(calendarImports.nextAt)} as "nextAt",
      ${calendarImports.notices} as "notices"
    from ${withOrganiser} ${whereKeyedInSight(actor, key)}`);
  return found ?? null;
}

/** A column beside `calendars`: the default place as a `NamedRecord`, `"unseen"` where the actor may not see it, null for none. */
export function placeColumn(actor: Actor): SQL {
  return sql`case when ${calendars.placeId} is not null then coalesce((
    select json_build_object('id', ${partners.id}, 'externalId', ${partners.externalId}, 'name', ${partners.name})
    from ${partners} where ${partners.id} = ${calendars.placeId} and (${scopeOf(actor, "partner", "view")})), '"unseen"'::json) end`;
}

async function explain(tx: Transaction, actor: Actor, id: string): Promise<CalendarRemit> {
  const resource = { type: "calendar", id };
  const asks = ["view", ...CALENDAR_ACTS].map((action) => ({ actor, action, resource }));
  const [view, ...answers] = await decideMany(tx, asks);
  const acts = CALENDAR_ACTS.map((act, index) => {
    const { outcome, reasons } = answers[index] ?? { outcome: "deny", reasons: [] };
    return { act, allowed: outcome !== "deny", reasons };
  });
  return { view: view?.reasons ?? [], acts };
}

/**
 * The next events of a calendar that the actor may see, soonest first, at most `COMING_EVENTS_SHOWN`, and how many there
 * are to come in all. One statement.
 * @param calendarId the UUID.
 */
export async function listComingEvents(
  actor: Actor,
  calendarId: string,
): Promise<{ events: readonly ComingEvent[]; total: number }> {
  const shown = sql`${events.calendarId} = ${calendarId}::uuid and ${isComing()}
    and exists (select 1 from ${calendars} where ${calendars.id} = ${events.calendarId} and (${scopeOf(actor, "calendar", "view")}))`;
  return readTransaction(async (tx) => {
    const rows = await tx.execute<ComingEvent & { total: number }>(sql`
      select ${events.id} as "id", ${events.title} as "title", ${instantColumn(events.startsAt)} as "startsAt",
        ${instantColumn(events.endsAt)} as "endsAt", ${events.allDay} as "allDay", ${events.timeZone} as "timeZone",
        ${events.online} as "online",
        exists (select 1 from event_hidings where event_id = ${events.id} and unhidden_at is null) as "hidden",
        (count(*) over ())::int as "total"
      from ${events} where ${shown}
      order by events.starts_at, events.id limit ${COMING_EVENTS_SHOWN}`);
    return { events: rows.map(({ total: _, ...event }) => event), total: rows[0]?.total ?? 0 };
  });
}

/** How many calendars a partner organises, and how many events they hold that are still in their sources: what goes with it. One statement. */
export async function countCalendars(
  tx: Transaction,
  partnerId: string,
): Promise<Readonly<{ calendars: number; events: number }>> {
  const [counts] = await tx.execute<{ calendars: number; events: number }>(sql`
    select count(distinct ${calendars.id})::int as "calendars", count(${events.id})::int as "events"
    from ${calendars} left join ${events} on ${events.calendarId} = ${calendars.id} and ${events.withdrawnAt} is null
    where ${calendars.partnerId} = ${partnerId}::uuid`);
  return counts ?? { calendars: 0, events: 0 };
}

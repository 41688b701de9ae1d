import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { instantColumn } from "@/db/instant-column";
import { calendars, events } from "@/db/schema/calendars";
import { partners } from "@/db/schema/places";
import type { Actor } from "@/lib/permissions/load-actor";
import { scopeOf } from "@/lib/permissions/scope";
import { meetsCalendarFilters } from "@/lib/places/calendar-list/queries";
import { type CalendarListQuery, calendarListHref, EVERY_CALENDAR } from "@/lib/places/calendar-list/schemas";
import { CALENDARS_PATH } from "@/lib/places/calendars/constants";
import { type CalendarHead, headColumns, withOrganiser } from "@/lib/places/calendars/queries";
import type { CalendarLineKey } from "@/lib/places/dashboards/constants";
import { meetsEventFilters } from "@/lib/places/event-filters/queries";
import type { EventState } from "@/lib/places/event-list/constants";
import { COMING_EVENTS, eventListHref } from "@/lib/places/event-list/schemas";
import { EVENTS_PATH } from "@/lib/places/events/constants";
import { eventState } from "@/lib/places/events/queries";
import { MOST_OWN_CALENDARS, NEXT_EVENTS } from "./constants";

/** A number, and the list of exactly the calendars that it counts. */
type CalendarLine = { key: CalendarLineKey; count: number; href: string };

/** What each line asks of the list of calendars. */
const ASKED: Readonly<Record<CalendarLineKey, Partial<CalendarListQuery>>> = {
  calendars: {},
  "calendars-failing": { state: "failing" },
  "calendars-stale": { state: "stale" },
};

const KEYS = ["calendars-failing", "calendars-stale", "calendars"] as const satisfies readonly CalendarLineKey[];

/**
 * Counts the calendars that each of the actor's roles is about, and those of them that fail or are stale, all in one
 * statement and by the very conditions of the lists that the lines lead to.
 * @param roles each as `through` of a `PartnerFocus` names it; empty for the whole remit.
 */
export async function countCalendarLines(
  tx: Transaction,
  actor: Actor,
  roles: readonly string[],
): Promise<CalendarLine[][]> {
  if (roles.length === 0) return [];
  const asked = roles.flatMap((through) =>
    KEYS.map((key) => ({ key, query: { ...EVERY_CALENDAR, ...ASKED[key], through } })),
  );
  const counts = asked.map(({ query }) => sql`(count(*) filter (where ${meetsCalendarFilters(actor, query)}))::int`);
  const [row] = await tx.execute<{ counts: number[] }>(sql`
    select array[${sql.join(counts, sql`, `)}] as "counts" from ${withOrganiser} where (${scopeOf(actor, "calendar", "view")})`);
  const lines = asked.map(({ key, query }, index) => ({
    key,
    count: row?.counts[index] ?? 0,
    href: calendarListHref(CALENDARS_PATH, query),
  }));
  return roles.map((_, index) => lines.slice(index * KEYS.length, (index + 1) * KEYS.length));
}

/**
 * The calendars of the partners that the actor administers, by name, at most `MOST_OWN_CALENDARS`. One statement.
 * @param through the role, as a `PartnerFocus` names it.
 */
export async function listOwnCalendars(tx: Transaction, actor: Actor, through: string): Promise<CalendarHead[]> {
  const found = await tx.execute<CalendarHead>(sql`
    select ${headColumns()} from ${withOrganiser}
    where (${scopeOf(actor, "calendar", "view")}) and ${meetsCalendarFilters(actor, { ...EVERY_CALENDAR, through })}
    order by lower(${calendars.name}), ${calendars.id} limit ${MOST_OWN_CALENDARS}`);
  return [...found];
}

/** An event as a dashboard announces it. Instants are ISO in UTC. */
type NextEvent = {
  id: string;
  title: string;
  startsAt: string;
  endsAt: string;
  allDay: boolean;
  timeZone: string;
  organiser: string;
  state: EventState;
};

/** The events that come next, how many come in all, and the list of exactly these. */
export type NextEvents = { count: number; href: string; events: NextEvent[] };

/** The next events of the partners that a role of the actor's is about, soonest first, at most `NEXT_EVENTS`. One statement. */
export async function listNextEvents(tx: Transaction, actor: Actor, through: string): Promise<NextEvents> {
  const query = { ...COMING_EVENTS, through };
  const meets = meetsEventFilters(actor, query, { calendar: null, partner: null });
  const rows = await tx.execute<NextEvent & { total: number }>(sql`
    select ${events.id} as "id", ${events.title} as "title", ${instantColumn(events.startsAt)} as "startsAt",
      ${instantColumn(events.endsAt)} as "endsAt", ${events.allDay} as "allDay", ${events.timeZone} as "timeZone",
      ${partners.name} as "organiser", ${eventState()} as "state", (count(*) over ())::int as "total"
    from ${events} join ${calendars} on ${calendars.id} = ${events.calendarId} join ${partners} on ${partners.id} = ${calendars.partnerId}
    where (${scopeOf(actor, "event", "view")}) and ${meets}
    order by ${events.startsAt}, ${events.id} limit ${NEXT_EVENTS}`);
  const announced = rows.map(({ total: _, ...event }) => event);
  return { count: rows[0]?.total ?? 0, href: eventListHref(EVENTS_PATH, query), events: announced };
}

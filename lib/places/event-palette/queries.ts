import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { instantColumn } from "@/db/instant-column";
import { calendars, events } from "@/db/schema/calendars";
import { partners } from "@/db/schema/places";
import type { Actor } from "@/lib/permissions/load-actor";
import { listCondition, scopeOf } from "@/lib/permissions/scope";
import { meetsEventFilters } from "@/lib/places/event-filters/queries";
import { LONGEST_EVENT_SEARCH } from "@/lib/places/event-list/constants";
import { COMING_EVENTS, eventListHref } from "@/lib/places/event-list/schemas";
import { type EventTimes, eventTimeText } from "@/lib/places/event-times/schemas";
import { EVENTS_PATH, eventPath } from "@/lib/places/events/constants";
import { startingWith } from "@/lib/platform/like-pattern";
import { searchText } from "@/lib/platform/lists/schemas";
import type { PaletteSource } from "@/lib/platform/palette/sources";
import { CALENDAR_HEALTH_PATH } from "../calendar-health/constants";
import { MOST_LOOKED_THROUGH, MOST_PALETTE_EVENTS } from "./constants";

/** What the command palette offers of events, within the actor's remit: the list, the health of calendars, and coming events by title. At most one statement. */
export async function searchEventsForPalette(
  tx: Transaction,
  actor: Actor,
  text: string,
): Promise<Pick<PaletteSource, "pages" | "records">> {
  const sees = (type: "event" | "calendar") => listCondition(actor, type, "view").rows !== "none";
  const found = sees("event") ? await searchEvents(tx, actor, text) : [];
  const list = {
    href: eventListHref(EVENTS_PATH, COMING_EVENTS, { text }),
    label: `All coming events with “${text}”`,
  };
  const entries = found.map((event) => ({
    href: eventPath(event),
    label: event.title,
    detail: `${eventTimeText(event)} · ${event.organiser}`,
  }));
  const page = { href: EVENTS_PATH, label: "Events", detail: "", words: "what is on coming dates list" };
  const health = {
    href: CALENDAR_HEALTH_PATH,
    label: "Calendar health",
    detail: "",
    words: "failing stale imports errors notices",
  };
  return {
    pages: [...(sees("event") ? [page] : []), ...(sees("calendar") ? [health] : [])],
    records: [{ label: "Events", found: entries, list: sees("event") ? list : null }],
  };
}

/** An event as the command palette offers it; `organiser` by name. */
type PaletteEvent = EventTimes & { id: string; title: string; organiser: string };

/**
 * The coming events within the actor's remit whose titles hold every word of a text, at most `MOST_PALETTE_EVENTS`, none
 * for an empty text: titles that begin with it first, then what is soonest. Of events of one title in a calendar, as of a
 * series, only the next. Of very many the `MOST_LOOKED_THROUGH` soonest are looked through. One statement.
 */
export async function searchEvents(tx: Transaction, actor: Actor, text: string): Promise<PaletteEvent[]> {
  const searched = searchText(text, LONGEST_EVENT_SEARCH);
  if (searched === "") return [];
  const nothing = { calendar: null, partner: null };
  const meant = meetsEventFilters(actor, { ...COMING_EVENTS, text: searched }, nothing);
  const title = sql`lower(${events.title})`;
  const found = await tx.execute<PaletteEvent>(sql`
    with soonest as materialized (
      select ${events.id}, ${events.calendarId}, ${events.title}, ${events.startsAt}, ${events.endsAt}, ${events.allDay}, ${events.timeZone}
      from ${events} where (${scopeOf(actor, "event", "view")}) and ${meant} order by ${events.startsAt}, ${events.id} limit ${MOST_LOOKED_THROUGH}),
    next as (
      select distinct on (${events.calendarId}, ${title}) * from soonest as ${events}
      order by ${events.calendarId}, ${title}, ${events.startsAt}, ${events.id})
    select ${events.id} as "id", ${events.title} as "title", ${partners.name} as "organiser", ${instantColumn(events.startsAt)} as "startsAt",
      ${instantColumn(events.endsAt)} as "endsAt", ${events.allDay} as "allDay", ${events.timeZone} as "timeZone"
    from next as ${events} join ${calendars} on ${calendars.id} = ${events.calendarId} join ${partners} on ${partners.id} = ${calendars.partnerId}
    order by ${title} like lower(${startingWith(searched)}) desc, ${events.startsAt}, ${events.id} limit ${MOST_PALETTE_EVENTS}`);
  return [...found];
}

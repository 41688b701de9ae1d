import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { calendarImports, calendars } from "@/db/schema/calendars";
import { roleGrants } from "@/db/schema/grants";
import { userDeactivations, users } from "@/db/schema/people";
import { partners } from "@/db/schema/places";
import { inForce } from "@/lib/permissions/facts/attributes";
import type { Actor } from "@/lib/permissions/load-actor";
import { scopeOf } from "@/lib/permissions/scope";
import { now } from "@/lib/platform/clock";
import { readFeed } from "@/lib/platform/icalendar/read-feed";
import { type FeedPlace, type PlacedEvent, placeEvents } from "../calendar-feeds/queries";
import { fetchCalendar } from "../calendar-sources/queries";
import type { Strategy } from "../calendars/constants";
import { DAYS_AHEAD, DAYS_BACK, failureInWords, PREVIEW_EVENTS, UNREACHABLE_FAILURES } from "./constants";
import { noticeInWords } from "./schemas";

const DAY_MS = 86_400_000;

/** From when to when events are read, as seen from now. */
export function importSpan(): { from: Date; until: Date } {
  const at = now().getTime();
  return { from: new Date(at - DAYS_BACK * DAY_MS), until: new Date(at + DAYS_AHEAD * DAY_MS) };
}

/** An event of a preview; times as ISO 8601 writes them, `where` in words. */
export type PreviewEvent = Readonly<{
  title: string;
  startsAt: string;
  endsAt: string;
  allDay: boolean;
  timeZone: string;
  where: string;
}>;

/** What saving a calendar would import: the first events that are still to come or are on, of how many, and warnings in words. */
export type CalendarPreviewFound =
  | Readonly<{
      ok: true;
      name: string | null;
      total: number;
      events: readonly PreviewEvent[];
      notices: readonly string[];
    }>
  | Readonly<{ ok: false; failure: string }>;

/**
 * Reads a source as an import would, and writes nothing. Takes seconds: never inside a transaction. An event's place is
 * named where the actor may view that partner; anywhere else the calendar's own words stand.
 * @param fetch for tests alone.
 */
export async function previewCalendar(
  actor: Actor,
  { url, strategy, place }: Readonly<{ url: string; strategy: Strategy; place: FeedPlace | null }>,
  fetch: typeof fetchCalendar = fetchCalendar,
): Promise<CalendarPreviewFound> {
  const fetched = await fetch(url);
  if (fetched.kind === "failed") return { ok: false, failure: failureInWords(fetched.failure) };
  if (fetched.kind !== "body") return { ok: false, failure: failureInWords("bad_answer") };
  const feed = await readFeed(fetched.text, { ...importSpan(), doubtful: fetched.doubtful });
  if (!feed.ok) return { ok: false, failure: failureInWords(feed.failure) };
  const coming = feed.events.filter(({ endsAt }) => endsAt >= now());
  const first = coming.slice(0, PREVIEW_EVENTS);
  const seen = scopeOf(actor, "partner", "view");
  const placed = await readTransaction((tx) => placeEvents(tx, first, { strategy, place }, seen));
  return {
    ok: true,
    name: feed.name,
    total: coming.length,
    events: placed.map(previewOf),
    notices: feed.notices.map(noticeInWords),
  };
}

function previewOf(event: PlacedEvent): PreviewEvent {
  const { title, allDay, timeZone } = event;
  const times = { startsAt: event.startsAt.toISOString(), endsAt: event.endsAt.toISOString() };
  return { title, ...times, allDay, timeZone, where: whereInWords(event) };
}

function whereInWords({ place, room, location, online }: PlacedEvent): string {
  const named = [room, place?.name].filter((part) => part !== null && part !== undefined).join(", ");
  const where = named || location;
  if (where === null) return online ? "Online" : "No place given";
  return online ? `${where}, and online` : where;
}

/** Calendars that must have been tried before their failures say anything about us. */
const TELLING_TRIES = 10;

const HOUR_MS = 3_600_000;

/** Whether most calendars that were tried in the last hour could not be reached: then it is our way out that is gone. */
export async function isOutageOurs(tx: Transaction): Promise<boolean> {
  const since = new Date(now().getTime() - HOUR_MS).toISOString();
  const [row] = await tx
    .select({
      ours: sql<boolean>`count(*) >= ${TELLING_TRIES} and 2 * count(*) filter
        (where ${inArray(calendarImports.failure, [...UNREACHABLE_FAILURES])}) >= count(*)`,
    })
    .from(calendarImports)
    .where(sql`${calendarImports.checkedAt} > ${since}`);
  return row?.ours === true;
}

/** Whom a failure is told to, and about what. */
export type FailureNews = Readonly<{
  calendar: Readonly<{ id: string; externalId: string | null; name: string }>;
  partner: string;
  admins: readonly Readonly<{ name: string; email: string }>[];
}>;

/** The calendar with the admins of its organiser who can sign in. One statement; null where the calendar is gone. */
export async function getFailureNews(tx: Transaction, calendarId: string): Promise<FailureNews | null> {
  const admins = sql<{ name: string; email: string }[]>`coalesce((
    select json_agg(json_build_object('name', ${users.name}, 'email', ${users.email}) order by ${users.email})
    from ${roleGrants} inner join ${users} on ${users.id} = ${roleGrants.userId}
    where ${roleGrants.partnerId} = ${partners.id} and ${roleGrants.role} = 'partner_admin' and ${inForce()}
      and not exists (select 1 from ${userDeactivations}
        where ${userDeactivations.userId} = ${users.id} and ${userDeactivations.reactivatedAt} is null)), '[]')`;
  const [row] = await tx
    .select({
      calendar: { id: calendars.id, externalId: calendars.externalId, name: calendars.name },
      partner: partners.name,
      admins,
    })
    .from(calendars)
    .innerJoin(partners, and(eq(partners.id, calendars.partnerId)))
    .where(eq(calendars.id, calendarId));
  return row ?? null;
}

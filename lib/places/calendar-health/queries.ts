import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { instantColumn } from "@/db/instant-column";
import { calendarImports, calendars, type StoredNotice } from "@/db/schema/calendars";
import { partners } from "@/db/schema/places";
import type { Actor } from "@/lib/permissions/load-actor";
import { scopeOf } from "@/lib/permissions/scope";
import { calendarListHref, EVERY_CALENDAR } from "@/lib/places/calendar-list/schemas";
import { CALENDARS_PATH } from "@/lib/places/calendars/constants";
import { now } from "@/lib/platform/clock";
import { CALENDAR_HEALTHS, type CalendarHealth, MOST_UNHEALTHY, STALE_DAYS } from "./constants";

const DAY_MS = 86_400_000;

/**
 * The condition that a row of `calendars` with its row of `calendar_imports` beside it is in this state: the one
 * definition for the health page, the dashboards and the list of calendars. One that fails is tried again every hour and
 * waits for it in between: that ends no outage.
 */
export function inHealth(health: CalendarHealth): SQL {
  if (health === "noticed") return sql`${calendarImports.notices} <> '[]'::jsonb`;
  const failing = sql`(${calendarImports.state} in ('error', 'unreachable') or ${calendarImports.failingSince} is not null)`;
  if (health === "failing") return failing;
  const working = sql`${calendars.url} is not null and not ${failing}`;
  if (health === "never") return sql`(${working} and ${calendarImports.succeededAt} is null)`;
  const since = new Date(now().getTime() - STALE_DAYS * DAY_MS).toISOString();
  return sql`(${working} and ${calendarImports.succeededAt} < ${since}::timestamptz)`;
}

/** A calendar that needs somebody, and whatever its import says of itself. Instants are ISO in UTC. */
export type UnhealthyCalendar = {
  id: string;
  externalId: string | null;
  name: string;
  organiser: string;
  state: "idle" | "queued" | "running" | "error" | "unreachable";
  /** A code of `calendar-imports/constants`; null where the last import did not fail. */
  failure: string | null;
  /** Since when it fails, or for others since when it is in its state. */
  since: string;
  succeededAt: string | null;
  notices: readonly StoredNotice[];
};

/** The calendars of one kind: how many there are, the list of exactly these, and the first of them. */
export type HealthGroup = { health: CalendarHealth; count: number; href: string; calendars: UnhealthyCalendar[] };

/** What notices of one kind there are: of how many events, in how many calendars. */
export type NoticeCount = { code: string; events: number; calendars: number };

/** How the calendars within somebody's remit fare. `total` counts them all, the healthy ones too. */
export type CalendarHealthReport = { total: number; groups: HealthGroup[]; notices: NoticeCount[] };

/**
 * How the calendars within the actor's remit fare: those that fail first, the longest outage first; at most
 * `MOST_UNHEALTHY` of each kind are named. Three statements, two where nothing is wrong.
 */
export async function getCalendarHealth(actor: Actor): Promise<CalendarHealthReport> {
  return readTransaction(async (tx) => {
    const { total, ...counts } = await countHealth(tx, actor);
    const named = CALENDAR_HEALTHS.some((health) => counts[health] > 0) ? await readUnhealthy(tx, actor) : [];
    const groups = CALENDAR_HEALTHS.map((health) => ({
      health,
      count: counts[health],
      href: calendarListHref(CALENDARS_PATH, EVERY_CALENDAR, { state: health }),
      calendars: named.filter((row) => row.health === health).map(({ health: _, ...calendar }) => calendar),
    }));
    return { total, groups, notices: await countNotices(tx, actor) };
  });
}

type Counts = Record<CalendarHealth, number> & { total: number };

async function countHealth(tx: Transaction, actor: Actor): Promise<Counts> {
  const columns = CALENDAR_HEALTHS.map((health) => {
    return sql`(count(*) filter (where ${inHealth(health)}))::int as ${sql.identifier(health)}`;
  });
  const [row] = await tx.execute<Counts>(sql`
    select count(*)::int as "total", ${sql.join(columns, sql`, `)}
    from ${calendars} join ${calendarImports} on ${calendarImports.calendarId} = ${calendars.id}
    where (${scopeOf(actor, "calendar", "view")})`);
  return row ?? { total: 0, failing: 0, stale: 0, never: 0, noticed: 0 };
}

/** What comes first of each kind: the longest outage, the longest silence, the oldest calendar, the most notices. */
const FIRST: Readonly<Record<CalendarHealth, SQL>> = {
  failing: sql`coalesce(${calendarImports.failingSince}, ${calendarImports.stateSince})`,
  stale: sql`${calendarImports.succeededAt}`,
  never: sql`${calendars.createdAt}`,
  noticed: sql`-(select coalesce(sum((told ->> 'count')::int), 0) from jsonb_array_elements(${calendarImports.notices}) told)`,
};

async function readUnhealthy(
  tx: Transaction,
  actor: Actor,
): Promise<(UnhealthyCalendar & { health: CalendarHealth })[]> {
  const scope = sql`(${scopeOf(actor, "calendar", "view")})`;
  const groups = CALENDAR_HEALTHS.map(
    (
      health,
    ) => sql`(select ${health}::text as "health", row_number() over (order by ${FIRST[health]}, ${calendars.id}) as "nth",
        ${calendars.id} as "id", ${calendars.externalId} as "externalId", ${calendars.name} as "name", ${partners.name} as "organiser",
        ${calendarImports.state} as "state", ${calendarImports.failure} as "failure",
        ${instantColumn(sql`coalesce(${calendarImports.failingSince}, ${calendarImports.stateSince})`)} as "since",
        ${instantColumn(calendarImports.succeededAt)} as "succeededAt", ${calendarImports.notices} as "notices"
      from ${calendars} join ${calendarImports} on ${calendarImports.calendarId} = ${calendars.id}
        join ${partners} on ${partners.id} = ${calendars.partnerId}
      where ${scope} and ${inHealth(health)} order by ${FIRST[health]}, ${calendars.id} limit ${MOST_UNHEALTHY})`,
  );
  const rows = await tx.execute<UnhealthyCalendar & { health: CalendarHealth; nth: string }>(
    sql`${sql.join(groups, sql` union all `)} order by "health", "nth"`,
  );
  return rows.map(({ nth: _, ...row }) => row);
}

async function countNotices(tx: Transaction, actor: Actor): Promise<NoticeCount[]> {
  const rows = await tx.execute<NoticeCount>(sql`
    select told.code as "code", sum(told.count)::int as "events", count(*)::int as "calendars"
    from ${calendars} join ${calendarImports} on ${calendarImports.calendarId} = ${calendars.id}
      cross join lateral jsonb_to_recordset(${calendarImports.notices}) as told(code text, count int)
    where (${scopeOf(actor, "calendar", "view")})
    group by told.code order by 2 desc, 1`);
  return [...rows];
}

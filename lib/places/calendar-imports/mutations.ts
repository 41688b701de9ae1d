import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { calendarImports, calendars } from "@/db/schema/calendars";
import { now } from "@/lib/platform/clock";
import type { GroupedNotice } from "@/lib/platform/icalendar/notice-book";
import { enqueueJob } from "@/lib/platform/jobs/enqueue";
import type { Strategy } from "../calendars/constants";
import {
  ABANDONED_MINUTES,
  type CalendarFailure,
  IMPORT_CALENDAR,
  NEXT_MINUTES,
  NEXT_MINUTES_AT_MOST,
  SPREAD_MINUTES,
  stateOfFailure,
} from "./constants";

const MINUTE_MS = 60_000;

/** Calendars that one look for due ones queues; the next look comes minutes later. */
const DUE_AT_ONCE = 500;

/**
 * Asks the worker to import a calendar as soon as it can, as part of the transaction; a request that waits already is
 * replaced. An import that runs at this moment loses its right to write, so that what it fetched before cannot win.
 */
export async function queueImport(tx: Transaction, calendarId: string): Promise<void> {
  await tx
    .update(calendarImports)
    .set({ state: "queued", stateSince: now() })
    .where(eq(calendarImports.calendarId, calendarId));
  await enqueueJob(tx, IMPORT_CALENDAR, { calendarId }, `${IMPORT_CALENDAR}:${calendarId}`);
}

/** Queues every calendar whose time has come, and those whose import was queued or running and never ended. One statement. */
export async function queueDueImports(tx: Transaction): Promise<void> {
  const at = now().toISOString();
  await tx.execute(sql`
    with due as (
      select i.calendar_id from calendar_imports i inner join calendars c on c.id = i.calendar_id
      where c.url is not null and case when i.state in ('queued', 'running')
        then i.state_since < ${abandonedBefore()} else i.next_at is null or i.next_at <= ${at} end
      order by i.next_at nulls first limit ${DUE_AT_ONCE} for update of i skip locked
    ), queued as (
      update calendar_imports i set state = 'queued', state_since = ${at} from due
      where i.calendar_id = due.calendar_id returning i.calendar_id
    )
    select enqueue_job(${IMPORT_CALENDAR}, json_build_object('calendarId', calendar_id),
      ${`${IMPORT_CALENDAR}:`} || calendar_id) from queued`);
}

/** The right to import one calendar, until somebody queues it anew: `since` tells one import from the next. */
export type ImportClaim = Readonly<{
  calendarId: string;
  since: string;
  url: string;
  strategy: Strategy;
  placeId: string | null;
  placeName: string | null;
  etag: string | null;
  lastModified: string | null;
  checksum: string | null;
}>;

/** Marks a calendar as being imported. Null where it has no source or another process imports it at this moment. */
export async function claimImport(tx: Transaction, calendarId: string): Promise<ImportClaim | null> {
  const [claim] = await tx.execute<ImportClaim>(sql`
    update calendar_imports i set state = 'running', state_since = ${now().toISOString()}
    from calendars c left join partners p on p.id = c.place_id
    where i.calendar_id = ${calendarId}::uuid and c.id = i.calendar_id and c.url is not null
      and (i.state <> 'running' or i.state_since < ${abandonedBefore()})
    returning i.calendar_id as "calendarId", i.state_since::text as "since", c.url, c.strategy,
      c.place_id as "placeId", p.name as "placeName", i.etag, i.last_modified as "lastModified", i.checksum`);
  return claim ?? null;
}

/** How an import stood before this one ended: since when it has failed, and whether its admins know. */
export type ImportBefore = Readonly<{ failingSince: Date | null; mailedAt: Date | null }>;

/**
 * Locks the import that a claim is for, the calendar first, as everybody else who locks both does.
 * @returns null where the claim is not good any more: what it fetched is then not to be written.
 */
export async function lockClaim(tx: Transaction, claim: ImportClaim): Promise<ImportBefore | null> {
  const [calendar] = await tx
    .select({ url: calendars.url })
    .from(calendars)
    .where(eq(calendars.id, claim.calendarId))
    .for("key share");
  const [before] = await tx
    .select({ failingSince: calendarImports.failingSince, mailedAt: calendarImports.mailedAt })
    .from(calendarImports)
    .where(
      and(
        eq(calendarImports.calendarId, claim.calendarId),
        eq(calendarImports.state, "running"),
        eq(calendarImports.stateSince, sql`${claim.since}::timestamptz`),
      ),
    )
    .for("update");
  return calendar?.url === claim.url ? (before ?? null) : null;
}

/** What a source turned out to hold; `checksum` null keeps everything as it was, because nothing has changed. */
export type ImportOutcome = Readonly<{
  checksum: string;
  etag: string | null;
  lastModified: string | null;
  notices: readonly GroupedNotice[];
  changed: boolean;
}>;

/** Ends an import well. @param outcome null where the source has not changed since it was read last. */
export async function recordSuccess(tx: Transaction, calendarId: string, outcome: ImportOutcome | null): Promise<void> {
  const at = now();
  const { changed, ...read } = outcome ?? { changed: false };
  await tx
    .update(calendarImports)
    .set({
      ...{ state: "idle", stateSince: at, checkedAt: at, succeededAt: at, nextAt: after(NEXT_MINUTES, calendarId) },
      ...{ failure: null, failingSince: null, mailedAt: null },
      ...read,
      ...(changed ? { changedAt: at } : {}),
    })
    .where(eq(calendarImports.calendarId, calendarId));
}

/** Ends an import that failed. The longer a calendar fails, the more seldom it is tried; its events stay as they are. */
export async function recordFailure(
  tx: Transaction,
  calendarId: string,
  failure: CalendarFailure,
  { failingSince, mailedAt }: ImportBefore,
): Promise<void> {
  const at = now();
  const since = failingSince ?? at;
  const minutes = (at.getTime() - since.getTime()) / MINUTE_MS;
  const pause = Math.min(Math.max(minutes, NEXT_MINUTES), NEXT_MINUTES_AT_MOST);
  await tx
    .update(calendarImports)
    .set({
      ...{ state: stateOfFailure(failure), stateSince: at, checkedAt: at, nextAt: after(pause, calendarId) },
      ...{ failure, failingSince: since, mailedAt },
    })
    .where(eq(calendarImports.calendarId, calendarId));
}

function abandonedBefore(): string {
  return new Date(now().getTime() - ABANDONED_MINUTES * MINUTE_MS).toISOString();
}

/** So many minutes from now, and a little later by an amount that is a calendar's own. */
function after(minutes: number, calendarId: string): Date {
  const share = Number.parseInt(calendarId.slice(-4), 16) / 0x10000;
  return new Date(now().getTime() + (minutes + share * SPREAD_MINUTES) * MINUTE_MS);
}

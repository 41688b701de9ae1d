import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { eventHidings, events } from "@/db/schema/calendars";
import { now } from "@/lib/platform/clock";
import type { Feed } from "@/lib/platform/icalendar/read-feed";
import { newId } from "@/lib/platform/ids";
import type { PlacedEvent } from "../calendar-feeds/queries";

/** Events that one statement writes. */
const BATCH = 1_000;

/**
 * Makes a calendar's events what its source says, and leaves rows alone in which nothing differs. Coming ones that the
 * source has no more are withdrawn, past ones stay; one that is back is there again, with whatever moderators decided.
 * @param leftOut what the reading did not give although the source may have it: of that nothing is withdrawn.
 * @returns whether anything changed.
 */
export async function writeEvents(
  tx: Transaction,
  calendarId: string,
  found: readonly PlacedEvent[],
  leftOut: LeftOut,
): Promise<boolean> {
  let changed = 0;
  for (let from = 0; from < found.length; from += BATCH) {
    changed += await writeBatch(tx, calendarId, found.slice(from, from + BATCH));
  }
  return changed + (await withdrawMissing(tx, calendarId, found, leftOut)) > 0;
}

/** Withdraws the coming events of a calendar whose source was taken away: nobody looks after them any more. */
export async function withdrawEvents(tx: Transaction, calendarId: string): Promise<void> {
  await withdraw(tx, sql`${events.calendarId} = ${calendarId}::uuid`);
}

type LeftOut = Pick<Feed, "unread" | "leftOutFrom">;

async function withdrawMissing(
  tx: Transaction,
  calendarId: string,
  found: readonly PlacedEvent[],
  { unread, leftOutFrom }: LeftOut,
): Promise<number> {
  if (unread.anywhere) return 0;
  const keys = JSON.stringify(found.map(({ uid, recurrenceId }) => ({ uid, recurrence_id: recurrenceId })));
  const wholeUntil = leftOutFrom === null ? sql`true` : sql`${events.startsAt} < ${leftOutFrom.toISOString()}`;
  return withdraw(
    tx,
    sql`${events.calendarId} = ${calendarId}::uuid and ${wholeUntil}
      and not exists (select 1 from json_to_recordset(${keys}::text::json) as kept(uid text, recurrence_id text)
        where kept.uid = ${events.uid} and kept.recurrence_id = ${events.recurrenceId})
      and ${events.uid} not in (select json_array_elements_text(${JSON.stringify(unread.uids)}::text::json))`,
  );
}

async function withdraw(tx: Transaction, which: SQL): Promise<number> {
  const at = now().toISOString();
  const withdrawn = await tx.execute(sql`
    update ${events} set withdrawn_at = ${at}, updated_at = ${at}
    where ${which} and ${events.withdrawnAt} is null and ${events.endsAt} >= ${at} returning 1`);
  return withdrawn.length;
}

/** Days that an event is kept after it has ended, and after its source has had it last. */
const DAYS_KEPT = 366;

const DAY_MS = 86_400_000;

/** Deletes events that are long over or long withdrawn. One that is hidden stays: its source could bring it back unhidden. */
export async function sweepEvents(tx: Transaction): Promise<void> {
  const before = new Date(now().getTime() - DAYS_KEPT * DAY_MS).toISOString();
  await tx.execute(sql`
    delete from ${events} where (${events.endsAt} < ${before} or ${events.withdrawnAt} < ${before})
      and not exists (select 1 from ${eventHidings}
        where ${eventHidings.eventId} = ${events.id} and ${eventHidings.unhiddenAt} is null)`);
}

/** Columns that a source decides, in the order of the statement. */
const COLUMNS = sql.raw(
  "title, description, starts_at, ends_at, all_day, time_zone, location, room, online, url, place_id",
);
const EXCLUDED = sql.raw(
  "excluded.title, excluded.description, excluded.starts_at, excluded.ends_at, excluded.all_day, excluded.time_zone, excluded.location, excluded.room, excluded.online, excluded.url, excluded.place_id",
);
const STORED = sql.raw(
  "events.title, events.description, events.starts_at, events.ends_at, events.all_day, events.time_zone, events.location, events.room, events.online, events.url, events.place_id",
);

async function writeBatch(tx: Transaction, calendarId: string, batch: readonly PlacedEvent[]): Promise<number> {
  const at = now().toISOString();
  const written = await tx.execute(sql`
    insert into events (id, calendar_id, uid, recurrence_id, ${COLUMNS}, created_at, updated_at)
    select id, ${calendarId}::uuid, uid, recurrence_id, ${COLUMNS}, ${at}::timestamptz, ${at}::timestamptz
    from json_to_recordset(${JSON.stringify(batch.map(rowOf))}::text::json) as found(
      id uuid, uid text, recurrence_id text, title text, description text, starts_at timestamptz, ends_at timestamptz,
      all_day boolean, time_zone text, location text, room text, online boolean, url text, place_id uuid)
    on conflict (calendar_id, uid, recurrence_id)
      do update set (${COLUMNS}, withdrawn_at, updated_at) = (${EXCLUDED}, null, excluded.updated_at)
      where events.withdrawn_at is not null or (${STORED}) is distinct from (${EXCLUDED})
    returning 1`);
  return written.length;
}

function rowOf(event: PlacedEvent) {
  const { uid, title, description, location, room, online, url } = event;
  return {
    ...{ id: newId(), uid, title, description, location, room, online, url },
    recurrence_id: event.recurrenceId,
    starts_at: event.startsAt.toISOString(),
    ends_at: event.endsAt.toISOString(),
    all_day: event.allDay,
    time_zone: event.timeZone,
    place_id: event.place?.id ?? null,
  };
}

import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { StoredNotice } from "@/db/schema/calendars";
import { type CalendarFailure, stateOfFailure } from "@/lib/places/calendar-imports/constants";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { recordset } from "@/lib/world/bulk";
import type { DemoCalendar } from "./calendars";
import { demoEmail } from "./people";

/** How many weeks of events the demo has, back and ahead, as an import would have brought them in. */
const WEEKS_BACK = 8;
const WEEKS_AHEAD = 52;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** What happens every week: calendar, title, day (Monday is 1), when it begins in London, minutes, and what only some have. */
type Weekly = readonly [DemoCalendar, string, number, string, number, Readonly<{ room?: string; location?: string }>?];

const WEEKLY: readonly Weekly[] = [
  ["garden-diary", "Regulars' morning", 2, "10:00", 180],
  ["garden-diary", "Seed swap and soup", 6, "13:00", 120],
  ["aquarius-dinners", "Lunch club", 3, "11:30", 180],
  ["zion-classes", "Street dance for beginners", 1, "17:30", 60, { room: "Studio 2" }],
  ["zion-classes", "Chair ballet", 4, "11:00", 45, { room: "Studio 1" }],
  ["powerhouse-on-air", "Friday takeover", 5, "18:00", 120],
  ["western-walks", "Slow mile round the park", 2, "14:00", 60, { location: "Alexandra Park, main gate" }],
  ["choir-rehearsals", "Open rehearsal", 3, "19:00", 90],
  ["advice-sessions", "Forms and letters", 1, "10:00", 180],
  ["carers-meetings", "Carers' breakfast", 6, "09:30", 120],
  ["heritage-programme", "Terraces and temples", 7, "11:00", 120, { location: "Whalley Range, by the chapel" }],
  ["calendr-tre-garth", "Cawl a chwmni", 2, "11:00", 240],
  ["cinio-porthmadog", "Cinio cymunedol", 3, "12:00", 120],
];

/** How the importing of a calendar stands, in hours before now; absent: nothing was ever read. */
type Importing = Readonly<{
  succeeded?: number;
  checked?: number;
  changed?: number;
  failing?: number;
  failure?: CalendarFailure;
  notices?: readonly StoredNotice[];
}>;

const READ_LATELY: Importing = { succeeded: 0.4, checked: 0.4, changed: 50 };

const IMPORTING: Readonly<Partial<Record<DemoCalendar, Importing>>> = {
  "garden-diary": READ_LATELY,
  "aquarius-dinners": READ_LATELY,
  "zion-classes": { succeeded: 0.7, checked: 0.7, changed: 0.7 },
  "powerhouse-on-air": {
    ...READ_LATELY,
    notices: [
      { code: "missing_title", count: 1, example: "" },
      { code: "duplicate", count: 3, example: "Friday takeover" },
    ],
  },
  "western-walks": { succeeded: 0.2, checked: 0.2, changed: 300 },
  "choir-rehearsals": READ_LATELY,
  "carers-meetings": { succeeded: 29, checked: 0.5, changed: 75, failing: 28, failure: "not_found" },
  "advice-sessions": {
    succeeded: 49,
    checked: 0.5,
    changed: 98,
    failing: 48,
    failure: "timeout",
  },
  "heritage-programme": { succeeded: 14 * 24, checked: 14 * 24, changed: 30 * 24 },
  "calendr-tre-garth": READ_LATELY,
  "cinio-porthmadog": READ_LATELY,
};

/**
 * Tells what importing has brought to the calendars of a demo world that has just been loaded: how each one stands, and
 * events of the past and of a year to come, counted from now. A world file cannot say this, because it leaves imports out.
 * The sources do not exist, so the next import is put off for a year: until somebody asks for one, the story stays.
 */
export async function tellCalendarStory(tx: Transaction): Promise<void> {
  await tellImporting(tx);
  await tellEvents(tx);
  await tellHiding(tx);
}

async function tellImporting(tx: Transaction): Promise<void> {
  const rows = Object.entries(IMPORTING).map(([calendar, importing]) => {
    const state = importing.failure === undefined ? "idle" : stateOfFailure(importing.failure);
    return { notices: [], ...importing, calendar, state };
  });
  const columns = `calendar text, succeeded float, checked float, changed float, failing float, state text, failure text, notices jsonb`;
  const at = now().toISOString();
  const ago = (hours: string) => sql`${at}::timestamptz - ${sql.raw(hours)} * interval '1 hour'`;
  await tx.execute(sql`
    update calendar_imports i
       set state = r.state, failure = r.failure, notices = r.notices, state_since = ${ago("coalesce(r.failing, r.checked)")},
           checked_at = ${ago("r.checked")}, succeeded_at = ${ago("r.succeeded")}, changed_at = ${ago("r.changed")},
           failing_since = ${ago("r.failing")}, mailed_at = ${ago("r.failing")}
      from ${recordset(rows, columns)} join calendars c on c.external_id = r.calendar
     where i.calendar_id = c.id`);
  await tx.execute(sql`update calendar_imports set next_at = ${at}::timestamptz + interval '1 year'`);
}

async function tellEvents(tx: Transaction): Promise<void> {
  const rows = WEEKLY.flatMap(([calendar, title, day, begins, minutes, more = {}], at) =>
    datesOf(day).map((date) => ({
      id: newId(),
      calendar,
      uid: `demo-${at}@${calendar}.example`,
      recurrence: `${date}T${begins}`,
      title,
      begins: `${date} ${begins}`,
      minutes,
      room: more.room ?? null,
      location: more.location ?? null,
    })),
  );
  const columns = `id uuid, calendar text, uid text, recurrence text, title text, begins timestamp, minutes int, room text, location text`;
  await tx.execute(sql`
    insert into events (id, calendar_id, uid, recurrence_id, title, starts_at, ends_at, time_zone, room, location, online, place_id)
    select r.id, c.id, r.uid, r.recurrence, r.title, r.begins at time zone 'Europe/London',
           r.begins at time zone 'Europe/London' + r.minutes * interval '1 minute', 'Europe/London', r.room, r.location,
           c.strategy = 'online_only', c.place_id
      from ${recordset(rows, columns)} join calendars c on c.external_id = r.calendar`);
}

/** Every such weekday from some weeks ago to a year from now, as calendar days. */
function datesOf(day: number): string[] {
  const today = now();
  const toDay = (day - today.getUTCDay() + 7) % 7;
  const next = today.getTime() + toDay * DAY_MS;
  return Array.from({ length: WEEKS_BACK + WEEKS_AHEAD }, (_, week) =>
    new Date(next + (week - WEEKS_BACK) * 7 * DAY_MS).toISOString().slice(0, 10),
  );
}

/** One coming evening is hidden, with a reason and by whom; one that its source took out again is withdrawn. */
async function tellHiding(tx: Transaction): Promise<void> {
  const hiddenAt = new Date(now().getTime() - 20 * HOUR_MS).toISOString();
  const nth = (calendar: DemoCalendar, offset: number) => sql`
    (select e.id from events e join calendars c on c.id = e.calendar_id
      where c.external_id = ${calendar} and e.starts_at > ${now().toISOString()} order by e.starts_at offset ${offset} limit 1)`;
  await tx.execute(sql`
    insert into event_hidings (id, event_id, reason, hidden_by, hidden_at)
    select ${newId()}::uuid, ${nth("powerhouse-on-air", 1)}, 'The guest of that evening asked not to be announced yet.', u.id,
           ${hiddenAt}::timestamptz
      from users u where u.email = ${demoEmail("nasreen.malik")}`);
  await tx.execute(sql`
    update events set withdrawn_at = ${hiddenAt}::timestamptz where id = ${nth("garden-diary", 3)}`);
}

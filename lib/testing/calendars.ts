import "server-only";
import { eq, or, sql } from "drizzle-orm";
import { readTransaction, writeTransaction } from "@/db/client";
import { calendarImports, calendars, eventHidings, events } from "@/db/schema/calendars";
import { normaliseSource } from "@/lib/places/calendar-sources/schemas";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { addUserForTest } from "./sessions";

const nobody = { actorId: null, requestId: null };

const HOUR_MS = 3_600_000;

/** A calendar that belongs to one test alone: whose it is, and whatever of its row and of its import's row should differ. */
export type TestCalendarPlan = Readonly<{
  partnerId: string;
  /** What it is, in a word or two: it becomes a part of its name. */
  about: string;
  /** A source that nobody else has when left out; null for a calendar without one. */
  url?: string | null;
  calendar?: Partial<Omit<typeof calendars.$inferInsert, "id" | "partnerId" | "url" | "urlKey">>;
  importing?: Partial<Omit<typeof calendarImports.$inferInsert, "calendarId">>;
}>;

/** What a test knows of its calendar. */
export type TestCalendar = Readonly<{ id: string; name: string; url: string | null }>;

/** Makes a calendar of the test's own, as if it had been saved a moment ago and not been imported yet. */
export async function addCalendarForTest(plan: TestCalendarPlan): Promise<TestCalendar> {
  const id = newId();
  const { url: typed = `https://${id}.example/calendar.ics` } = plan;
  const source = typed === null ? null : normaliseSource(typed);
  if (typeof source === "string") throw new Error(source);
  const name = plan.calendar?.name ?? `Test ${plan.about} ${id.slice(-8)}`;
  await writeTransaction(nobody, async (tx) => {
    const address = { url: source?.url ?? null, urlKey: source?.key ?? null };
    await tx.insert(calendars).values({ ...plan.calendar, id, partnerId: plan.partnerId, name, ...address });
    const importing = { state: "idle" as const, ...plan.importing };
    await tx.update(calendarImports).set(importing).where(eq(calendarImports.calendarId, id));
  });
  return { id, name, url: source?.url ?? null };
}

/** A calendar as it is in the database now. */
export type TestCalendarState = Readonly<{
  id: string;
  version: number;
  name: string;
  partnerId: string;
  placeId: string | null;
  url: string | null;
  strategy: string;
  contactName: string | null;
}>;

/** Reads a calendar past every page and permission; null where there is none, by its UUID or its name. */
export async function readCalendarForTest(idOrName: string): Promise<TestCalendarState | null> {
  const { id, version, name, partnerId, placeId, url, strategy, contactName } = calendars;
  const [row = null] = await readTransaction((tx) =>
    tx
      .select({ id, version, name, partnerId, placeId, url, strategy, contactName })
      .from(calendars)
      .where(or(eq(sql`${id}::text`, idOrName), eq(name, idOrName))),
  );
  return row;
}

/** An event of a test: whatever of its row should differ, and the reason for which it is hidden, if it is. */
export type TestEventPlan = Readonly<{
  calendarId: string;
  /** What it is, in a word or two: it becomes a part of its title. */
  about: string;
  /** Hours from now until it begins, negative for one of the past; a day when left out. It lasts an hour. */
  inHours?: number;
  event?: Partial<Omit<typeof events.$inferInsert, "id" | "calendarId">>;
  hidden?: string;
}>;

/** What a test knows of its event. */
export type TestEvent = Readonly<{ id: string; title: string }>;

/** Makes an event of the test's own in a calendar, as an import would have. */
export async function addEventForTest(plan: TestEventPlan): Promise<TestEvent> {
  const id = newId();
  const startsAt = new Date(now().getTime() + (plan.inHours ?? 24) * HOUR_MS);
  const endsAt = new Date(startsAt.getTime() + HOUR_MS);
  const title = plan.event?.title ?? `Test ${plan.about} ${id.slice(-8)}`;
  const usual = { uid: id, startsAt, endsAt, timeZone: "Europe/London" };
  await writeTransaction(nobody, async (tx) => {
    await tx.insert(events).values({ ...usual, ...plan.event, id, calendarId: plan.calendarId, title });
    if (plan.hidden === undefined) return;
    const hiddenBy = await addUserForTest(tx, `${id}.hider@remit.example`);
    const hiding = { reason: plan.hidden, hiddenBy, hiddenAt: now() };
    await tx.insert(eventHidings).values({ id: newId(), eventId: id, ...hiding });
  });
  return { id, title };
}

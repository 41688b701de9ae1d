import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { readTransaction } from "@/db/client";
import { calendarImports, events } from "@/db/schema/calendars";
import { partners } from "@/db/schema/places";
import { now } from "@/lib/platform/clock";
import { addCalendarForTest, type TestCalendarPlan } from "@/lib/testing/calendars";
import { smallWorld } from "@/lib/testing/small-world";
import { loadForTest } from "@/lib/testing/statements";
import { importCalendar } from "../calendar-imports/jobs/import-calendar";
import type { Fetched } from "../calendar-sources/queries";

let partnerId = "";

beforeAll(async () => {
  await loadForTest(smallWorld);
  const [first] = await readTransaction((tx) => tx.select().from(partners).where(eq(partners.externalId, "p1")));
  partnerId = first?.id ?? "";
});

const add = (more: Partial<TestCalendarPlan> = {}) => addCalendarForTest({ partnerId, about: "written", ...more });

/** A day that is still to come, as iCalendar writes its tenth hour. */
const coming = `${new Date(now().getTime() + 7 * 86_400_000).toISOString().slice(0, 10).replaceAll("-", "")}T100000Z`;

const event = (uid: string) =>
  ["BEGIN:VEVENT", `UID:${uid}`, `SUMMARY:Event ${uid}`, `DTSTART:${coming}`, "END:VEVENT"].join("\n");

/** A source that holds these lines. */
function giving(...lines: readonly string[]) {
  const text = ["BEGIN:VCALENDAR", ...lines, "END:VCALENDAR"].join("\n");
  return async (): Promise<Fetched> => ({
    ...{ kind: "body", text, doubtful: false, etag: null, lastModified: null, checksum: text },
  });
}

const rows = (calendarId: string) =>
  readTransaction((tx) => tx.select().from(events).where(eq(events.calendarId, calendarId)).orderBy(events.uid));

/** The titles of a calendar's events, those that are withdrawn in brackets. */
const titles = async (calendarId: string) =>
  (await rows(calendarId)).map(({ title, withdrawnAt }) => (withdrawnAt === null ? title : `(${title})`));

it("withdraws nothing that a reading could not give although it may still be there", async () => {
  const { id } = await add();
  const weekly = [`DTSTART:${coming}`, "RRULE:FREQ=WEEKLY;COUNT=2"];
  const series = (...lines: readonly string[]) =>
    ["BEGIN:VEVENT", "UID:a", "SUMMARY:Event a", ...lines, "END:VEVENT"].join("\n");
  const other = event("b");
  await importCalendar(id, giving(series(...weekly), other));
  for (const broken of [series("DTSTART:soon"), series(...weekly, "RRULE:FREQ=NEVER")]) {
    await importCalendar(id, giving(broken));
    expect(await titles(id)).toEqual(["Event a", "Event a", "(Event b)"]);
    await importCalendar(id, giving(broken, other));
  }
  const nameless = ["BEGIN:VEVENT", "SUMMARY:Bad", "DTSTART:soon", "END:VEVENT"].join("\n");
  await importCalendar(id, giving(nameless));
  expect(await titles(id)).toEqual(["Event a", "Event a", "Event b"]);
  await importCalendar(id, giving());
  expect(await titles(id)).toEqual(["(Event a)", "(Event a)", "(Event b)"]);
});

it("keeps titles and rooms whole whose bound lies within a character of two halves", async () => {
  const { id } = await add({ calendar: { strategy: "room_number", placeId: partnerId } });
  const lines = [`SUMMARY:${"a".repeat(99)}🎉`, `LOCATION:${"b".repeat(199)}🎉🎉`, `DTSTART:${coming}`];
  await importCalendar(id, giving("BEGIN:VEVENT", ...lines, "END:VEVENT"));
  const [standing] = await readTransaction((tx) =>
    tx.select().from(calendarImports).where(eq(calendarImports.calendarId, id)),
  );
  expect(standing).toMatchObject({ state: "idle", notices: [{ code: "missing_uid" }] });
  expect((await rows(id))[0]?.room).toBe(`${"b".repeat(199)}…`);
});

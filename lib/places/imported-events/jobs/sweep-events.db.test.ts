import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { readTransaction } from "@/db/client";
import { events } from "@/db/schema/calendars";
import { partners } from "@/db/schema/places";
import { now } from "@/lib/platform/clock";
import { addCalendarForTest, addEventForTest } from "@/lib/testing/calendars";
import { smallWorld } from "@/lib/testing/small-world";
import { loadForTest } from "@/lib/testing/statements";
import { sweepEventsJob } from "./sweep-events";

let calendarId = "";

beforeAll(async () => {
  await loadForTest(smallWorld);
  const [first] = await readTransaction((tx) => tx.select().from(partners).where(eq(partners.externalId, "p1")));
  calendarId = (await addCalendarForTest({ partnerId: first?.id ?? "", about: "sweep" })).id;
});

const DAY_HOURS = 24;
const daysAgo = (days: number) => new Date(now().getTime() - days * DAY_HOURS * 3_600_000);

it.each([
  ["ended more than a year ago", { inHours: -367 * DAY_HOURS }, 0],
  ["ended less than a year ago", { inHours: -364 * DAY_HOURS }, 1],
  ["ended more than a year ago and is hidden", { inHours: -367 * DAY_HOURS, hidden: "Rude" }, 1],
  ["is to come", {}, 1],
  ["was withdrawn more than a year ago and lies far ahead", { event: { withdrawnAt: daysAgo(367) } }, 0],
  ["was withdrawn more than a year ago and is hidden", { event: { withdrawnAt: daysAgo(367) }, hidden: "Rude" }, 1],
  ["was withdrawn less than a year ago", { event: { withdrawnAt: daysAgo(364) } }, 1],
])("of an event that %s there are so many rows after the sweep (%j: %i)", async (about, plan, left) => {
  const { id } = await addEventForTest({ calendarId, about, ...plan });
  await sweepEventsJob.run({});
  const rows = await readTransaction((tx) => tx.select({ id: events.id }).from(events).where(eq(events.id, id)));
  expect(rows).toHaveLength(left);
});

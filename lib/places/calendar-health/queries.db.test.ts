import { beforeAll, describe, expect, it, test } from "vitest";
import { listCalendars } from "@/lib/places/calendar-list/queries";
import { readCalendarListQuery } from "@/lib/places/calendar-list/schemas";
import { now } from "@/lib/platform/clock";
import { addCalendarForTest, type TestCalendarPlan } from "@/lib/testing/calendars";
import { idOf, loadEventWorld } from "@/lib/testing/event-world";
import { actorOf } from "@/lib/testing/people-acts";
import { countStatements } from "@/lib/testing/statements";
import { CALENDAR_HEALTHS, type CalendarHealth, MOST_UNHEALTHY } from "./constants";
import { getCalendarHealth } from "./queries";

const DAY_MS = 86_400_000;

function daysAgo(days: number): Date {
  return new Date(now().getTime() - days * DAY_MS);
}

const read = { succeededAt: daysAgo(0), checkedAt: daysAgo(0) };
const notices = [
  { code: "missing_title", count: 3, example: "" },
  { code: "private_event", count: 1, example: "" },
];

const plans: Readonly<Record<string, Omit<TestCalendarPlan, "partnerId" | "about"> & { of: string }>> = {
  "Failing long": { of: "garden", importing: failed("error", "not_found", 9) },
  "Failing lately": { of: "garden", importing: failed("unreachable", "timeout", 1) },
  // Tried again just now: the outage is not over until the source could be read.
  "Failing and queued": { of: "garden", importing: { state: "queued", failure: "timeout", failingSince: daysAgo(2) } },
  "Of the hall": { of: "hall", importing: failed("error", "html", 3) },
  Stale: { of: "garden", importing: { ...read, succeededAt: daysAgo(8) } },
  "Not stale yet": { of: "garden", importing: { ...read, succeededAt: daysAgo(6) } },
  Never: { of: "garden", importing: { state: "queued" } },
  "Without a source": { of: "garden", url: null },
  Noticed: { of: "garden", importing: { ...read, notices } },
  "Noticed and failing": {
    of: "hall",
    importing: { ...failed("unreachable", "timeout", 5), notices: notices.slice(0, 1) },
  },
  Well: { of: "garden", importing: read },
};

function failed(state: "error" | "unreachable", failure: string, days: number) {
  return { state, failure, failingSince: daysAgo(days), stateSince: daysAgo(0), succeededAt: daysAgo(days + 1) };
}

beforeAll(async () => {
  await loadEventWorld();
  for (const [name, { of, ...plan }] of Object.entries(plans)) {
    await addCalendarForTest({ ...plan, partnerId: await idOf("partners", of), about: "", calendar: { name } });
  }
});

async function report(who: string) {
  const found = await getCalendarHealth(await actorOf(who));
  const named = (health: CalendarHealth) =>
    found.groups.find((group) => group.health === health)?.calendars.map(({ name }) => name);
  return { ...found, named };
}

describe("the calendars of one's remit are named by what is wrong with them", () => {
  it("those that fail with the longest outage first, also while they wait to be tried again", async () => {
    const { named } = await report("city");
    expect(named("failing")).toEqual([
      "Failing long",
      "Noticed and failing",
      "Of the hall",
      "Failing and queued",
      "Failing lately",
    ]);
    expect(named("stale")).toEqual(["Stale"]);
    expect(named("never")?.toSorted()).toEqual(["Garden days", "Hall hours", "Never"]);
    expect(named("noticed")).toEqual(["Noticed", "Noticed and failing"]);
  });

  it.each([
    ["area", ["Failing long", "Failing and queued", "Failing lately"]],
    ["own", ["Failing long", "Failing and queued", "Failing lately"]],
    ["far", []],
    ["site", []],
    ["plain", []],
  ])("for %s those within reach and no others", async (who, expected) => {
    const { named, total } = await report(who);
    expect(named("failing")).toEqual(expected);
    expect(total > 0).toBe(!["site", "plain"].includes(who));
  });
});

test("what failed is told with its code, since when, and when it was read last", async () => {
  const [first] = (await report("own")).groups[0]?.calendars ?? [];
  expect(first).toMatchObject({
    name: "Failing long",
    organiser: "Juniper Garden",
    state: "error",
    failure: "not_found",
    since: expect.stringMatching(/Z$/),
    succeededAt: expect.stringMatching(/Z$/),
  });
});

test("notices are counted by kind, the most frequent first, within the remit alone", async () => {
  expect((await report("city")).notices).toEqual([
    { code: "missing_title", events: 6, calendars: 2 },
    { code: "private_event", events: 1, calendars: 1 },
  ]);
  expect((await report("own")).notices.map(({ events }) => events)).toEqual([3, 1]);
  expect((await report("far")).notices).toEqual([]);
});

test("every count is the total of the list that it leads to, for everybody", async () => {
  for (const who of ["root", "area", "city", "pa", "own", "far", "site", "plain"]) {
    const actor = await actorOf(who);
    const { groups } = await getCalendarHealth(actor);
    expect(groups.map(({ health }) => health)).toEqual(CALENDAR_HEALTHS);
    for (const { href, count } of groups) {
      const { searchParams } = new URL(href, "http://portal.example");
      const query = readCalendarListQuery(Object.fromEntries(searchParams));
      expect((await listCalendars(actor, query)).total, `${who} ${href}`).toBe(count);
    }
  }
});

test("of many calendars the first are named and all are counted, in as many statements", async () => {
  const few = await countStatements(() => report("far"));
  const partnerId = await idOf("partners", "quay");
  for (let index = 0; index < MOST_UNHEALTHY + 5; index += 1) {
    await addCalendarForTest({ partnerId, about: "Crowd", importing: failed("error", "html", 30 + index) });
  }
  expect(await countStatements(() => report("far"))).toBe(few);
  const [failing] = (await report("far")).groups;
  expect([failing?.count, failing?.calendars.length]).toEqual([MOST_UNHEALTHY + 5, MOST_UNHEALTHY]);
});

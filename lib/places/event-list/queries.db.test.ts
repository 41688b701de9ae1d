import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, test } from "vitest";
import { writeTransaction } from "@/db/client";
import { addEventForTest } from "@/lib/testing/calendars";
import { idOf, loadEventWorld, type WorldEvent } from "@/lib/testing/event-world";
import { inSight } from "@/lib/testing/in-sight";
import { actorOf } from "@/lib/testing/people-acts";
import { countStatements } from "@/lib/testing/statements";
import { EVENTS_PER_PAGE } from "./constants";
import { listEvents } from "./queries";
import { COMING_EVENTS, type EventListQuery } from "./schemas";

let ids: Readonly<Record<WorldEvent, string>>;

beforeAll(async () => {
  ids = await loadEventWorld();
});

async function list(who: string, asked: Partial<EventListQuery> = {}) {
  return listEvents(await actorOf(who), { ...COMING_EVENTS, ...asked });
}

async function titles(who: string, asked: Partial<EventListQuery> = {}): Promise<string[]> {
  return (await list(who, asked)).events.map(({ title }) => title);
}

const ofGarden = ["Early digging", "Digging day", "Digging at the kitchen", "Digging at the hall", "Noisy digging"];

describe("the list holds what is to come within the remit, soonest first", () => {
  it.each([
    ["area", ofGarden],
    ["own", ofGarden],
    ["far", ["Quay swim"]],
    ["plain", []],
  ])("for %s", async (who, expected) => {
    const page = await list(who);
    expect(page.events.map(({ title }) => title)).toEqual(expected);
    expect([page.total, page.any]).toEqual([expected.length, expected.length > 0]);
  });

  it("for root all of it", async () => {
    expect((await titles("root")).toSorted()).toEqual([...ofGarden, "Hall singing", "Quay swim"].toSorted());
  });
});

test("whoever may view an event has it in the list, and nobody else has, in every state and time", async () => {
  for (const who of ["root", "area", "city", "pa", "two", "own", "far", "site", "plain"]) {
    const listed: string[] = [];
    for (const state of ["", "withdrawn"] as const) {
      listed.push(...(await list(who, { when: "all", state })).events.map(({ id }) => id));
    }
    expect(listed.toSorted(), who).toEqual([...(await inSight(await actorOf(who), "event"))].toSorted());
  }
});

test.each<[string, Partial<EventListQuery>, string[]]>([
  ["words of the title in any order", { text: "DAY digging" }, ["Digging day"]],
  ["a text that is a pattern elsewhere", { text: "%" }, []],
  ["the past", { when: "past", sort: "-start" }, ["Old digging"]],
  ["all times", { when: "all", text: "old" }, ["Old digging"]],
  ["what is hidden", { state: "hidden" }, ["Noisy digging"]],
  ["what is shown", { state: "shown", text: "digging" }, ofGarden.slice(0, 4)],
  ["what its source has no more", { state: "withdrawn" }, ["Cancelled digging"]],
  ["a calendar", { calendar: "hall-hours" }, ["Hall singing"]],
  ["an organiser", { partner: "quay" }, ["Quay swim"]],
  ["the latest first", { sort: "-start", calendar: "garden-days" }, ofGarden.toReversed()],
])("it is narrowed to %s", async (_, asked, expected) => {
  const page = await list("root", asked);
  expect(page.events.map(({ title }) => title)).toEqual(expected);
  expect(page.total).toBe(expected.length);
});

test.each<[string, string, Partial<EventListQuery>]>([
  ["a calendar", "area", { calendar: "quay-swims" }],
  ["an organiser", "area", { partner: "quay" }],
  ["a calendar whose events one sees as the public does", "site", { calendar: "garden-days" }],
])("%s out of sight filters like one that does not exist", async (_, who, asked) => {
  const unknown = Object.fromEntries(Object.keys(asked).map((name) => [name, "no-such-record"] as const));
  const [beyond, made] = [await list(who, asked), await list(who, unknown)];
  expect(beyond).toEqual(made);
  expect(beyond).toMatchObject({ events: [], total: 0, any: true, chosen: { calendar: null, partner: null } });
});

test("the filters offer calendars and organisers within sight, and nothing beside them", async () => {
  const offered = async (who: string) => {
    const { calendars, partners } = (await list(who)).choices;
    return [calendars.map(({ key }) => key), partners.map(({ key }) => key)];
  };
  expect(await offered("area")).toEqual([["garden-days"], ["garden"]]);
  expect(await offered("city")).toEqual([
    ["garden-days", "hall-hours"],
    ["garden", "hall"],
  ]);
  expect(await offered("site")).toEqual([[], []]);
  expect(await offered("plain")).toEqual([[], []]);
});

describe("a site admin", () => {
  it("has the events of their own site as the public sees them: to come, neither hidden nor withdrawn", async () => {
    expect(await titles("site")).toEqual(ofGarden.slice(0, 4));
    for (const asked of [{ when: "past" }, { state: "hidden" }, { state: "withdrawn" }] as const) {
      expect(await titles("site", asked)).toEqual([]);
    }
  });

  it("reads the organiser and the place by name, but for a place that the site does not show", async () => {
    const { events } = await list("site");
    const at = (title: WorldEvent) => events.find(({ id }) => id === ids[title]);
    expect(at("Digging day")).toMatchObject({
      organiser: { name: "Juniper Garden", inSight: false },
      place: { name: "Juniper Garden", inSight: false },
      unseen: false,
    });
    for (const title of ["Digging at the kitchen", "Digging at the hall"] as const) {
      expect(at(title), title).toMatchObject({ place: null, unseen: true });
    }
  });
});

test("a place out of sight has no name for whoever sees the event through its organiser", async () => {
  const place = async (who: string, title: WorldEvent) => {
    const found = (await list(who)).events.find(({ id }) => id === ids[title]);
    return [found?.place?.name ?? null, found?.unseen];
  };
  expect(await place("area", "Digging at the kitchen")).toEqual(["Moss Side Kitchen", false]);
  expect(await place("own", "Digging at the kitchen")).toEqual([null, true]);
  expect(await place("own", "Digging day")).toEqual(["Juniper Garden", false]);
  expect(await place("far", "Quay swim")).toEqual([null, true]);
  expect(await place("area", "Early digging")).toEqual([null, false]);
});

test("of more events than are collected the pages follow one another just so", async () => {
  const calendarId = await idOf("calendars", "hall-hours");
  await writeTransaction({ actorId: null, requestId: null }, (tx) =>
    tx.execute(sql`insert into events (id, calendar_id, uid, title, starts_at, ends_at, time_zone)
      select gen_random_uuid(), ${calendarId}::uuid, n::text, 'Many ' || n, now() + (n % 700) * interval '1 hour' + interval '1 day',
        now() + interval '900 hours', 'Europe/London' from generate_series(1, 2100) n`),
  );
  for (const sort of ["start", "-start"] as const) {
    const asked = { calendar: "hall-hours", text: "many", sort };
    const first = await list("city", asked);
    const second = await list("city", { ...asked, cursor: first.next });
    const starts = [...first.events, ...second.events].map(({ startsAt }) => startsAt);
    expect([first.total, second.first, starts.length]).toEqual([2100, EVENTS_PER_PAGE + 1, 2 * EVENTS_PER_PAGE]);
    expect(starts).toEqual(sort === "start" ? starts.toSorted() : starts.toSorted().toReversed());
    expect(new Set([...first.events, ...second.events].map(({ id }) => id)).size).toBe(2 * EVENTS_PER_PAGE);
    expect((await list("city", { ...asked, cursor: second.previous })).events).toEqual(first.events);
  }
});

test("pages follow one another without gap or repetition both ways, in as many statements", async () => {
  const calendarId = await idOf("calendars", "quay-swims");
  const few = await countStatements(() => list("far"));
  // Many begin at once, so that only their ids tell them apart.
  for (let index = 0; index < EVENTS_PER_PAGE + 10; index += 1) {
    await addEventForTest({ calendarId, about: "Crowd", inHours: 200 + (index % 3) });
  }
  expect(await countStatements(() => list("far"))).toBe(few);
  for (const sort of ["start", "-start"] as const) {
    const first = await list("far", { sort });
    const second = await list("far", { sort, cursor: first.next });
    expect([first.total, first.events.length, second.events.length]).toEqual([61, EVENTS_PER_PAGE, 11]);
    expect(new Set([...first.events, ...second.events].map(({ id }) => id)).size).toBe(61);
    const back = await list("far", { sort, cursor: second.previous });
    expect(back.events).toEqual(first.events);
  }
});

import { beforeAll, describe, expect, it, test } from "vitest";
import { calendarWorld } from "@/lib/testing/calendar-acts";
import { calendarNow } from "@/lib/testing/calendar-rows";
import { addCalendarForTest, addEventForTest } from "@/lib/testing/calendars";
import { partnerNow } from "@/lib/testing/partner-acts";
import { actorOf } from "@/lib/testing/people-acts";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { CALENDARS_PER_PAGE } from "./constants";
import { listCalendars } from "./queries";
import { type CalendarListQuery, EVERY_CALENDAR } from "./schemas";

const HOUR_MS = 3_600_000;

beforeAll(async () => {
  await loadForTest(calendarWorld, { reset: true });
  const diary = await calendarNow("diary");
  const riders = (await partnerNow("riders"))?.id ?? "";
  for (const inHours of [-48, 2, 24]) await addEventForTest({ calendarId: diary?.id ?? "", about: "day", inHours });
  const gone = { withdrawnAt: new Date() };
  await addEventForTest({ calendarId: diary?.id ?? "", about: "gone", inHours: 3, event: gone });
  const long = new Date(Date.now() - 24 * 30 * HOUR_MS);
  const failed = { failure: "not_found", failingSince: long };
  await add(riders, "Rides that fail", { state: "error", ...failed });
  await add(riders, "Rides unreached", { state: "unreachable", ...failed });
  await add(riders, "Rides gone stale", { succeededAt: long });
  await add(riders, "Rides in order", { succeededAt: new Date() });
  await add(riders, "Rides queued", { state: "queued" });
});

function add(
  partnerId: string,
  name: string,
  importing: NonNullable<Parameters<typeof addCalendarForTest>[0]["importing"]>,
) {
  return addCalendarForTest({ partnerId, about: name, calendar: { name }, importing });
}

async function names(who: string, asked: Partial<CalendarListQuery> = {}): Promise<string[]> {
  const page = await listCalendars(await actorOf(who), { ...EVERY_CALENDAR, ...asked });
  expect(page.total).toBe(page.calendars.length);
  return page.calendars.map(({ name }) => name);
}

const rides = ["Rides gone stale", "Rides in order", "Rides queued", "Rides that fail", "Rides unreached"];

test.each([
  ["root", ["Boats", "By hand", "Cooking", "Garden diary", ...rides, "Visits"]],
  ["city", ["By hand", "Cooking", "Garden diary", ...rides, "Visits"]],
  ["area", ["By hand", "Cooking", "Garden diary", ...rides, "Visits"]],
  ["pa", ["By hand", "Garden diary", "Visits"]],
  ["own", ["By hand", "Garden diary", "Visits"]],
  ["far", ["Boats"]],
  ["site", []],
  ["plain", []],
])("%s sees the calendars of partners in scope, and no others by hosting them", async (who, expected) => {
  expect(await names(who)).toEqual(expected);
  const { inRemit } = await listCalendars(await actorOf(who), EVERY_CALENDAR);
  expect(inRemit).toBe(expected.length);
});

describe("a filter", () => {
  it.each<[Partial<CalendarListQuery>, string[]]>([
    [{ text: "diary" }, ["Garden diary"]],
    [{ text: "JUNIPER garden" }, ["By hand", "Garden diary", "Visits"]],
    [{ text: "kitchen.example" }, ["Cooking"]],
    [{ text: "100%" }, []],
    [{ partner: "kitchen" }, ["Cooking"]],
    [{ state: "error" }, ["Rides that fail"]],
    [{ state: "unreachable" }, ["Rides unreached"]],
    [{ state: "failing" }, ["Rides that fail", "Rides unreached"]],
    [{ state: "stale" }, ["Rides gone stale"]],
    [{ state: "queued" }, ["Rides queued"]],
    [{ state: "none" }, ["By hand"]],
    [{ text: "rides", state: "idle" }, ["Rides gone stale", "Rides in order"]],
  ])("%j leaves what meets it", async (asked, expected) => {
    expect(await names("city", asked)).toEqual(expected);
  });

  it("by a partner out of sight says no more than one by a partner that does not exist", async () => {
    for (const partner of ["quay", "nobody"]) {
      const page = await listCalendars(await actorOf("own"), { ...EVERY_CALENDAR, partner });
      expect({ total: page.total, shown: page.filters.partner }, partner).toEqual({ total: 0, shown: null });
    }
  });

  it("by a role of one's own leaves what that role alone brings", async () => {
    expect(await names("own", { through: "partner_admin" })).toEqual(["By hand", "Garden diary", "Visits"]);
    expect(await names("own", { through: "neighbourhood_admin" })).toEqual([]);
  });
});

test("what needs somebody comes first where the list is sorted by state", async () => {
  const sorted = await names("city", { sort: "state" });
  expect(sorted.slice(0, 4)).toEqual(["Rides that fail", "Rides unreached", "Rides gone stale", "By hand"]);
  expect(sorted.at(-1)).toBe("Rides in order");
  expect(await names("city", { sort: "-name" })).toEqual((await names("city")).toReversed());
});

test("a row says who organises it, how it stands, and how many events are still to come", async () => {
  const page = await listCalendars(await actorOf("own"), { ...EVERY_CALENDAR, text: "diary" });
  expect(page.calendars).toMatchObject([
    {
      externalId: "diary",
      organiser: { externalId: "garden", name: "Juniper Garden" },
      url: "https://juniper.example/diary.ics",
      state: "idle",
      succeededAt: null,
      stale: false,
      comingEvents: 2,
    },
  ]);
});

test("every page is reached once in either direction, in every order, in a number of statements that does not grow", async () => {
  const partnerId = (await partnerNow("hall"))?.id ?? "";
  const actor = await actorOf("root");
  const few = await countStatements(() => listCalendars(actor, { ...EVERY_CALENDAR, text: "garden" }));
  for (let index = 0; index < CALENDARS_PER_PAGE + 7; index += 1) {
    await addCalendarForTest({ partnerId, about: "many", calendar: { name: `Many ${index % 5}` } });
  }
  for (const sort of ["name", "-name", "-changed", "state"] as const) {
    const query = { ...EVERY_CALENDAR, text: "many", sort };
    const first = await listCalendars(actor, query);
    const second = await listCalendars(actor, { ...query, cursor: first.next });
    const back = await listCalendars(actor, { ...query, cursor: second.previous });
    const ids = [...first.calendars, ...second.calendars].map(({ id }) => id);
    expect(new Set(ids).size, sort).toBe(CALENDARS_PER_PAGE + 7);
    expect(ids, sort).toHaveLength(CALENDARS_PER_PAGE + 7);
    expect(
      back.calendars.map(({ id }) => id),
      sort,
    ).toEqual(first.calendars.map(({ id }) => id));
    expect({ first: second.first, next: second.next }, sort).toEqual({ first: CALENDARS_PER_PAGE + 1, next: null });
  }
  const many = await countStatements(() => listCalendars(actor, { ...EVERY_CALENDAR, text: "many" }));
  expect({ few, many }).toEqual({ few: 2, many: 2 });
});

import { beforeAll, expect, test } from "vitest";
import { getPartnerDashboard } from "@/lib/places/partner-dashboard/queries";
import { getPartnershipDashboard } from "@/lib/places/partnership-dashboard/queries";
import { now } from "@/lib/platform/clock";
import { addCalendarForTest } from "@/lib/testing/calendars";
import { idOf, loadEventWorld } from "@/lib/testing/event-world";
import { actorOf } from "@/lib/testing/people-acts";
import { getNeighbourhoodDashboard } from "../neighbourhood-dashboard/queries";
import { getRootDashboard } from "../root-dashboard/queries";
import { NEXT_EVENTS } from "./constants";

const DAY_MS = 86_400_000;

beforeAll(async () => {
  await loadEventWorld();
  const failed = { state: "error", failure: "html", failingSince: now() } as const;
  const stale = { succeededAt: new Date(now().getTime() - 8 * DAY_MS) };
  for (const [of, importing] of [
    ["garden", failed],
    ["hall", failed],
    ["quay", failed],
    ["hall", stale],
  ] as const) {
    await addCalendarForTest({ partnerId: await idOf("partners", of), about: of, importing });
  }
});

type Lines = readonly { key: string; count: number }[];

function calendarLines(lines: Lines | undefined) {
  const counts = (lines ?? []).filter(({ key }) => key.startsWith("calendars")).map(({ key, count }) => [key, count]);
  return Object.fromEntries(counts) as Record<string, number>;
}

test("root counts every calendar that fails or is stale", async () => {
  const { dashboard } = await getRootDashboard(await actorOf("root"));
  expect(calendarLines(dashboard?.lines)).toEqual({ "calendars-failing": 3, "calendars-stale": 1, calendars: 7 });
});

test.each([
  ["area", { "calendars-failing": 1, "calendars-stale": 0, calendars: 2 }],
  ["city", { "calendars-failing": 2, "calendars-stale": 1, calendars: 5 }],
])("a neighbourhood admin counts those of their own area: %s", async (who, expected) => {
  const { dashboard } = await getNeighbourhoodDashboard(await actorOf(who));
  expect(calendarLines(dashboard?.lines)).toEqual(expected);
});

test("each card of a partnership admin counts its own calendars", async () => {
  const { dashboard } = await getPartnershipDashboard(await actorOf("pa"));
  const counts = dashboard?.cards.map(({ partnership, lines }) => [partnership, calendarLines(lines).calendars]);
  expect(counts).toEqual([
    ["Age Friendly", 5],
    ["Green Streets", 0],
  ]);
});

test("a partner admin meets their own calendars with how each stands, and the next of their own events", async () => {
  const { dashboard } = await getPartnerDashboard(await actorOf("own"));
  expect(dashboard?.calendars.map(({ name, state }) => [name.split(" ").slice(0, 2).join(" "), state])).toEqual([
    ["Garden days", "idle"],
    ["Test garden", "error"],
  ]);
  expect(dashboard?.nextEvents.count).toBe(5);
  expect(dashboard?.nextEvents.events).toHaveLength(NEXT_EVENTS);
  expect(dashboard?.nextEvents.events.slice(0, 2)).toMatchObject([
    { title: "Early digging", organiser: "Juniper Garden", state: "shown" },
    { title: "Digging day" },
  ]);
  expect(dashboard?.nextEvents.href).toBe("/places/events?through=partner_admin");
  expect(calendarLines(dashboard?.lines)).toEqual({ "calendars-failing": 1, "calendars-stale": 0, calendars: 2 });
});

import { beforeAll, expect, test } from "vitest";
import { readTransaction } from "@/db/client";
import type { Actor } from "@/lib/permissions/load-actor";
import { now } from "@/lib/platform/clock";
import { addEventForTest } from "@/lib/testing/calendars";
import { idOf, loadEventWorld } from "@/lib/testing/event-world";
import { actorOf } from "@/lib/testing/people-acts";
import { countStatements } from "@/lib/testing/statements";
import { MOST_PALETTE_EVENTS } from "./constants";
import { searchEvents, searchEventsForPalette } from "./queries";

beforeAll(async () => {
  await loadEventWorld();
});

async function found(who: string, text: string) {
  const actor = await actorOf(who);
  return readTransaction((tx) => searchEvents(tx, actor, text));
}

async function titles(who: string, text: string): Promise<string[]> {
  return (await found(who, text)).map(({ title }) => title);
}

function offeredTo(actor: Actor) {
  return readTransaction((tx) => searchEventsForPalette(tx, actor, "early"));
}

test("coming events are offered by words of their titles, what begins with the text and then what is soonest first", async () => {
  expect(await titles("root", " dig ")).toEqual([
    "Digging day",
    "Digging at the kitchen",
    "Digging at the hall",
    "Early digging",
    "Noisy digging",
  ]);
  for (const text of ["old digging", "cancelled", "%", "_", " \u0000 "]) expect(await titles("root", text)).toEqual([]);
});

test.each([
  ["own", ["Quay swim"], []],
  ["far", ["Quay swim"], ["Quay swim"]],
  ["site", ["Noisy digging"], []],
  ["site", ["Digging day"], ["Digging day"]],
  ["plain", ["Digging day"], []],
])("%s who looks for %j is offered %j: nothing beyond the remit", async (who, [text = ""], expected) => {
  expect(await titles(who, text)).toEqual(expected);
});

test("a series is offered once, by what comes next of it, and never more than a few events", async () => {
  const calendarId = await idOf("calendars", "quay-swims");
  for (let week = 3; week > 0; week -= 1) {
    await addEventForTest({ calendarId, about: "", inHours: week * 168, event: { title: "Weekly dip" } });
  }
  const next = await found("far", "weekly");
  const hoursAhead = next.map(({ startsAt }) => (Date.parse(startsAt) - now().getTime()) / 3_600_000);
  expect(next).toHaveLength(1);
  expect(hoursAhead[0]).toBeLessThan(169);
  for (let index = 0; index < 2 * MOST_PALETTE_EVENTS; index += 1) {
    await addEventForTest({ calendarId, about: `Crowd ${index}` });
  }
  expect(await titles("far", "crowd")).toHaveLength(MOST_PALETTE_EVENTS);
});

test("an event tells when and whose it is, and the pages are for those who have something on them", async () => {
  const offered = async (who: string) => offeredTo(await actorOf(who));
  const { pages, records } = await offered("own");
  expect(pages.map(({ label }) => label)).toEqual(["Events", "Calendar health"]);
  expect(records[0]?.found).toEqual([
    {
      href: expect.stringMatching(/^\/places\/events\//),
      label: "Early digging",
      detail: expect.stringMatching(/, \d\d:\d\d.* · Juniper Garden$/),
    },
  ]);
  expect((await offered("site")).pages.map(({ label }) => label)).toEqual(["Events"]);
  expect(await offered("plain")).toEqual({ pages: [], records: [{ label: "Events", found: [], list: null }] });
  const [own, plain] = [await actorOf("own"), await actorOf("plain")];
  expect(await countStatements(() => offeredTo(own))).toBe(1);
  expect(await countStatements(() => offeredTo(plain))).toBe(0);
});

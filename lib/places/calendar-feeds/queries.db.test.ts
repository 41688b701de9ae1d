import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { readTransaction } from "@/db/client";
import { partners } from "@/db/schema/places";
import type { FeedEvent } from "@/lib/platform/icalendar/read-feed";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { type FeedPlace, type Placing, placeEvents } from "./queries";

const at = (line1: string, postcode: string) => ({ line1, postcode, neighbourhood: "W1" });

beforeAll(() =>
  loadForTest({
    neighbourhoods: [{ code: "W1", name: "Ward one", unit: "ward" }],
    partners: [
      { id: "library", name: "Hulme Library", address: at("2 High Street", "M15 5RF") },
      { id: "garden", name: "Garden, Café and Shop", address: at("28 Birley Street", "M15 5AA") },
      { id: "twins-a", name: "Twin A", address: at("1 Double Road", "M1 1AA") },
      { id: "twins-b", name: "Twin B", address: at("1 Double Road", "M1 1AA") },
      { id: "hidden", name: "Hidden Hall", address: at("9 Back Lane", "M9 9AA"), hidden: { reason: "Closed" } },
    ],
  }),
);

const event = (location: string | null): FeedEvent => ({
  ...{ uid: `${location}`, recurrenceId: "", title: "A", description: null, allDay: false, timeZone: "Europe/London" },
  ...{ startsAt: new Date(0), endsAt: new Date(0), location, online: false, url: null },
});

const home: FeedPlace = { id: "00000000-0000-7000-8000-000000000000", name: "Home" };

async function place(locations: readonly (string | null)[], placing: Placing, among = sql`true`) {
  const placed = await readTransaction((tx) => placeEvents(tx, locations.map(event), placing, among));
  return placed.map(({ location, place: found, room, online }) => [found?.name ?? null, location, room, online]);
}

describe("where an event takes place, by strategy", () => {
  const locations = ["Hulme Library", "Room 2", null];

  it.each([
    [
      "place",
      [
        ["Home", null, null, false],
        ["Home", null, null, false],
        ["Home", null, null, false],
      ],
    ],
    [
      "event",
      [
        ["Hulme Library", "Hulme Library", null, false],
        [null, "Room 2", null, false],
        [null, null, null, false],
      ],
    ],
    [
      "event_override",
      [
        ["Hulme Library", "Hulme Library", null, false],
        ["Home", "Room 2", null, false],
        ["Home", null, null, false],
      ],
    ],
    [
      "room_number",
      [
        ["Home", null, "Hulme Library", false],
        ["Home", null, "Room 2", false],
        ["Home", null, null, false],
      ],
    ],
    [
      "no_location",
      [
        [null, null, null, false],
        [null, null, null, false],
        [null, null, null, false],
      ],
    ],
    [
      "online_only",
      [
        [null, null, null, true],
        [null, null, null, true],
        [null, null, null, true],
      ],
    ],
  ] as const)("%s", async (strategy, expected) => {
    expect(await place(locations, { strategy, place: home })).toEqual(expected);
  });
});

describe("the partner that a location means", () => {
  const placing = { strategy: "event", place: null } as const;

  it.each([
    ["hulme library", "Hulme Library"],
    ["Hulme Library, 2 High Street, Manchester", "Hulme Library"],
    ["Garden, Café and Shop", "Garden, Café and Shop"],
    ["The old place, 28 Birley Street, Manchester M15 5AA, UK", "Garden, Café and Shop"],
    ["2, HIGH STREET; M155RF", "Hulme Library"],
    ["12 High Street, M15 5RF", null],
    ["28 Birley Street, Manchester", null],
    ["M15 5AA", null],
    ["1 Double Road, M1 1AA", null],
    ["Twin A, 1 Double Road, M1 1AA", "Twin A"],
    ["Hidden Hall", null],
    ["9 Back Lane, M9 9AA", null],
    ["Hulme", null],
    ["'; drop table partners; --", null],
  ])("%s: %s", async (location, name) => {
    expect((await place([location], placing))[0]?.[0]).toBe(name);
  });

  it("is looked for among some partners only where that is asked", async () => {
    const among = sql`${partners.externalId} <> 'library'`;
    expect((await place(["Hulme Library"], placing, among))[0]?.[0]).toBeNull();
  });

  it("is found in one statement, however many locations there are, and in none where nothing is looked for", async () => {
    const many = Array.from({ length: 3_000 }, (_, index) => `Place ${index}, M15 5RF`);
    expect(await countStatements(() => place([...many, "Hulme Library"], placing))).toBe(1);
    expect(await countStatements(() => place(many, { strategy: "place", place: home }))).toBe(0);
  });
});

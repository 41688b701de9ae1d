import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/permissions/load-actor";
import { searchTree } from "@/lib/places/neighbourhood-branches/queries";
import { neighbourhoodPath } from "@/lib/places/neighbourhood-tree/constants";
import { listPartners } from "@/lib/places/partner-list/queries";
import { EVERY_PARTNER } from "@/lib/places/partner-list/schemas";
import { editingWorld } from "@/lib/testing/editing-world";
import { actorOf } from "@/lib/testing/people-acts";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { MOST_PALETTE_RESULTS } from "./constants";
import { searchPartnersForPalette, searchPlaces } from "./queries";

beforeAll(() =>
  loadForTest({
    ...editingWorld,
    partners: [
      ...(editingWorld.partners ?? []),
      { id: "w1", name: "Willow", serviceAreas: ["hulme"] },
      { id: "w2", name: "The Green-Willow Club", serviceAreas: ["hulme"] },
      { id: "w3", name: "Pillowillow 100%", serviceAreas: ["hulme"] },
    ],
  }),
);

async function as<Result>(who: string, work: (actor: Actor) => Promise<Result>): Promise<Result> {
  return work(await actorOf(who));
}

async function names(who: string, text: string): Promise<string[]> {
  const found = await as(who, (actor) => searchPartnersForPalette(actor, text));
  return found.map(({ name }) => name);
}

test("the best match comes first: the whole name, its beginning, the beginning of a word, a part of one", async () => {
  expect(await names("root", " WILLOW ")).toEqual([
    "Willow",
    "Willow Quay",
    "The Green-Willow Club",
    "Pillowillow 100%",
  ]);
});

test.each([
  ["area", ["Willow", "The Green-Willow Club", "Pillowillow 100%"]],
  ["far", ["Willow Quay"]],
  ["youth", ["Willow Quay"]],
  ["own", []],
  ["plain", []],
])("%s is offered only partners within their remit", async (who, expected) => {
  expect(await names(who, "willow")).toEqual(expected);
});

test("whoever is searched for is found as in the list, and nobody else", async () => {
  for (const who of ["root", "area", "city", "pa", "youth", "own", "far", "plain"]) {
    for (const text of ["garden", "moss kitchen", "M15", "100%", "_", "%", "elm", "'"]) {
      await as(who, async (actor) => {
        const [offered, listed] = [await names(who, text), await listPartners(actor, { ...EVERY_PARTNER, text })];
        expect(offered.toSorted(), `${who} ${text}`).toEqual(listed.partners.map(({ name }) => name).toSorted());
      });
    }
  }
});

test("a partner is offered with a place of its own and whether it is hidden", async () => {
  const [hall] = await as("root", (actor) => searchPartnersForPalette(actor, "rowan"));
  expect(hall).toEqual({
    id: expect.any(String),
    externalId: "hall",
    name: "Rowan Hall",
    place: "Ardwick",
    hidden: true,
  });
});

test("whoever sees neighbourhoods is led to the tree's search for more of them, which finds the same first", async () => {
  for (const [who, seen] of [
    ["root", true],
    ["area", true],
    ["own", false],
    ["plain", false],
  ] as const) {
    await as(who, async (actor) => {
      const { records } = await searchPlaces(actor, "a");
      const places = records.find(({ label }) => label === "Neighbourhoods");
      if (!seen) return expect([places?.list, places?.found], who).toEqual([null, []]);
      expect(places?.list?.label).toBe("All neighbourhoods with “a”");
      const address = new URL(places?.list?.href ?? "", "http://portal.example");
      const tree = await searchTree(actor, Object.fromEntries(address.searchParams));
      const found = places?.found.map(({ href }) => href) ?? [];
      expect(found.length, who).toBeGreaterThan(0);
      expect(tree?.places.map((place) => neighbourhoodPath(place)).slice(0, found.length), who).toEqual(found);
    });
  }
});

test("an empty text finds nothing, and no text more than a glance's worth, in one statement", async () => {
  const partners = Array.from({ length: 2 * MOST_PALETTE_RESULTS }, (_, index) => {
    return { id: `crowd-${index}`, name: `Crowd ${index}`, serviceAreas: ["hulme"] };
  });
  await loadForTest({ partners });
  await as("root", async (actor) => {
    expect(await searchPartnersForPalette(actor, " \u0000 ")).toEqual([]);
    expect(await searchPartnersForPalette(actor, "crowd")).toHaveLength(MOST_PALETTE_RESULTS);
    expect(await countStatements(() => searchPartnersForPalette(actor, "crowd"))).toBe(1);
  });
});

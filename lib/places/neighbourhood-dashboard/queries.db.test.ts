import { beforeAll, expect, test } from "vitest";
import { editingWorld } from "@/lib/testing/editing-world";
import { actorOf } from "@/lib/testing/people-acts";
import { loadForTest } from "@/lib/testing/statements";
import { getNeighbourhoodDashboard } from "./queries";

beforeAll(() =>
  loadForTest({
    ...editingWorld,
    neighbourhoods: [
      ...(editingWorld.neighbourhoods ?? []),
      { code: "cheetham", name: "cheetham", unit: "ward", parent: "manchester" },
      { code: "longsight", name: "Longsight", unit: "ward", parent: "manchester" },
    ],
    users: [
      ...(editingWorld.users ?? []),
      { email: "twice@people.example", name: "Twice" },
      { email: "wide@people.example", name: "Wide" },
    ],
    roles: [
      ...(editingWorld.roles ?? []),
      // A ward and the district around it: the same ground twice. And a partner far from both.
      { user: "twice@people.example", role: "neighbourhood_admin", neighbourhoods: ["manchester", "hulme"] },
      { user: "twice@people.example", role: "partner_admin", partner: "quay" },
      { user: "wide@people.example", role: "neighbourhood_admin", neighbourhoods: ["england"] },
    ],
  }),
);

async function dashboardOf(who: string, opened: readonly string[] = []) {
  const actor = await actorOf(who);
  const { dashboard } = await getNeighbourhoodDashboard(actor, opened);
  if (dashboard === null) throw new Error(`${who} has no such dashboard.`);
  return dashboard;
}

test("the lines count the partners of one's own area, and what each of them lacks", async () => {
  const { lines } = await dashboardOf("city");
  expect(lines.map(({ key, count }) => [key, count])).toEqual([
    // Garden, Bridge, Kitchen, Hall, Riders and Elm; Quay lies in Salford.
    ["partners", 6],
    ["without-admin", 5],
    ["without-hours", 5],
    ["hidden", 1],
    ["changed", 6],
  ]);
});

test("whoever has another role as well finds here only what the area opens", async () => {
  const [twice, city] = [await dashboardOf("twice"), await dashboardOf("city")];
  expect(twice.lines).toEqual(city.lines);
});

test("the area opens into a bar for each place directly in it, and the same ground counts once", async () => {
  for (const who of ["city", "twice"]) {
    const { areas } = await dashboardOf(who);
    expect(areas.map(({ code, partnerCount, childCount }) => [code, partnerCount, childCount])).toEqual([
      ["manchester", 6, 5],
    ]);
    expect(areas[0]?.children.map(({ code, partnerCount, href }) => [code, partnerCount, href])).toEqual([
      ["ardwick", 2, "/places/partners?place=ardwick"],
      ["cheetham", 0, "/places/partners?place=cheetham"],
      ["hulme", 4, "/places/partners?place=hulme"],
      ["longsight", 0, "/places/partners?place=longsight"],
      ["moss-side", 2, "/places/partners?place=moss-side"],
    ]);
  }
});

test("a place further down shows what lies in it when it is opened, and one outside the area opens nothing", async () => {
  const codes = (areas: { code: string; children: { code: string }[] }[]) =>
    areas.map(({ code, children }) => [code, children.map((child) => child.code)]);
  const [before, after] = [await dashboardOf("wide"), await dashboardOf("wide", ["manchester", "salford", "made-up"])];
  expect(codes(before.areas[0]?.children ?? [])).toEqual([
    ["manchester", []],
    ["salford", []],
  ]);
  expect(codes(after.areas[0]?.children ?? [])).toEqual([
    ["manchester", ["ardwick", "cheetham", "hulme", "longsight", "moss-side"]],
    ["salford", ["ordsall"]],
  ]);
  expect((await dashboardOf("area", ["ordsall", "salford"])).areas).toEqual((await dashboardOf("area")).areas);
});

test("areas without partners are the places in which nothing else lies and that no partner names", async () => {
  expect((await dashboardOf("city")).emptyAreas).toMatchObject({
    count: 2,
    places: [
      { code: "cheetham", name: "cheetham", within: "Manchester" },
      { code: "longsight", name: "Longsight", within: "Manchester" },
    ],
  });
  expect((await dashboardOf("area")).emptyAreas).toMatchObject({ count: 0, places: [] });
});

test("the partners changed last are named, at most a few", async () => {
  await loadForTest({ partners: [{ id: "quay", name: "Willow Quays", serviceAreas: ["ordsall"] }] });
  await loadForTest({ partners: [{ id: "hall", name: "Rowan Halls", serviceAreas: ["ardwick"] }] });
  const { recent } = await dashboardOf("city");
  expect(recent.map(({ name }) => name)).toContain("Rowan Halls");
  expect(recent[0]?.name).toBe("Rowan Halls");
  expect(recent).toHaveLength(5);
  expect(recent.map(({ name }) => name)).not.toContain("Willow Quays");
});

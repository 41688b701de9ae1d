import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/permissions/load-actor";
import { getNeighbourhoodDashboard } from "@/lib/places/neighbourhood-dashboard/queries";
import { getPartnershipDashboard } from "@/lib/places/partnership-dashboard/queries";
import { personAt } from "@/lib/testing/as-person";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { EMPTY_AREAS_PER_PAGE } from "./constants";
import { listEmptyAreas } from "./queries";
import { type EmptyAreasQuery, OWN_EMPTY_AREAS, readEmptyAreasQuery } from "./schemas";

const many = Array.from({ length: 120 }, (_, index) => `W${String(index).padStart(3, "0")}`);

/** Manchester has 123 wards, of which Hulme, Moss Side and nine more have partners; those of Age Friendly are in Hulme alone. */
const world = {
  users: ["area", "green", "partner", "root"].map((name) => ({ email: `${name}@remit.example`, name })),
  neighbourhoods: [
    { code: "E", name: "England", unit: "country" },
    { code: "M", name: "Manchester", unit: "district", parent: "E" },
    { code: "S", name: "Salford", unit: "district", parent: "E" },
    { code: "H", name: "Hulme", unit: "ward", parent: "M" },
    { code: "MS", name: "Moss Side", unit: "ward", parent: "M" },
    { code: "O", name: "Ordsall", unit: "ward", parent: "S" },
    ...many.map((code) => ({ code, name: `Ward ${code}`, unit: "ward", parent: "M" })),
  ],
  tags: [
    { id: "age", kind: "partnership", name: "Age Friendly" },
    { id: "green", kind: "partnership", name: "Green" },
  ],
  partners: [
    { id: "garden", name: "Garden", serviceAreas: ["H"], tags: ["age"] },
    { id: "kitchen", name: "Kitchen", serviceAreas: ["MS", ...many.slice(0, 9)], tags: ["green"] },
    { id: "city", name: "City-wide", serviceAreas: ["M"] },
  ],
  roles: [
    { user: "root@remit.example", role: "root" },
    { user: "area@remit.example", role: "neighbourhood_admin", neighbourhoods: ["M"] },
    { user: "green@remit.example", role: "partnership_admin", neighbourhoods: ["M"], partnerships: ["age", "green"] },
    { user: "partner@remit.example", role: "partner_admin", partner: "garden" },
  ],
};

beforeAll(() => loadForTest(world, { reset: true }));

function load(name: string): Promise<Actor> {
  return personAt(`${name}@remit.example`);
}

async function read(name: string, query: Partial<EmptyAreasQuery> = {}) {
  return listEmptyAreas(await load(name), { ...OWN_EMPTY_AREAS, ...query });
}

function asked(href: string): EmptyAreasQuery {
  const query = readEmptyAreasQuery(Object.fromEntries(new URL(href, "http://portal.example").searchParams));
  if (query === null) throw new Error(`${href} asks for no areas.`);
  return query;
}

test("the list holds every area of one's own that no partner names, with its way up, and none of anybody else's", async () => {
  const { about, page } = await read("area");
  expect(about).toBe("Manchester");
  expect(page.total).toBe(111);
  expect(page.rows[0]).toMatchObject({ code: "W009", unit: "ward", path: ["Ward W009", "Manchester", "England"] });
  const { dashboard } = await getNeighbourhoodDashboard(await load("area"));
  expect(dashboard?.emptyAreas.count).toBe(111);
  expect(asked(dashboard?.emptyAreas.href ?? "")).toEqual(OWN_EMPTY_AREAS);
});

test("each partnership of a role has its own list, as its card counts it", async () => {
  const actor = await load("green");
  const { dashboard } = await getPartnershipDashboard(actor);
  const counted = (dashboard?.cards ?? []).map(({ partnership, emptyAreas }) => [partnership, emptyAreas.count]);
  expect(counted).toEqual([
    ["Age Friendly", 121],
    ["Green", 112],
  ]);
  for (const { partnership, emptyAreas } of dashboard?.cards ?? []) {
    const { about, page } = await listEmptyAreas(actor, asked(emptyAreas.href));
    expect(about).toBe(`${partnership} in Manchester`);
    expect(page.total).toBe(emptyAreas.count);
  }
});

test("the pages meet every area once on the way there, and again on the way back", async () => {
  const forth: string[][] = [];
  let cursor: EmptyAreasQuery["cursor"] = null;
  do {
    const { page } = await read("area", { cursor });
    expect(page.first).toBe(forth.flat().length + 1);
    forth.push(page.rows.map(({ code }) => code));
    cursor = page.next;
  } while (cursor !== null);
  expect(forth.map(({ length }) => length)).toEqual([EMPTY_AREAS_PER_PAGE, EMPTY_AREAS_PER_PAGE, 11]);
  expect(forth.flat()).toEqual(many.slice(9));
  const second = await read("area", { cursor: (await read("area")).page.next });
  const last = await read("area", { cursor: second.page.next });
  const back = await read("area", { cursor: last.page.previous });
  expect(back.page.rows).toEqual(second.page.rows);
  const home = await read("area", { cursor: back.page.previous });
  expect(home.page).toMatchObject({ first: 1, previous: null, total: 111 });
});

test("a search keeps to the areas of the list", async () => {
  expect((await read("area", { text: "w01" })).page.total).toBe(10);
  expect((await read("area", { text: "hulme" })).page).toMatchObject({
    rows: [],
    total: 0,
    previous: null,
    next: null,
  });
});

test("without a role over an area there is no such list: not for root, and not through roles of others", async () => {
  const card = (await getPartnershipDashboard(await load("green"))).dashboard?.cards[0];
  for (const [name, through] of [
    ["root", "neighbourhood_admin"],
    ["partner", "neighbourhood_admin"],
    ["green", "neighbourhood_admin"],
    ["area", card?.through ?? ""],
  ] as const) {
    const { about, page } = await read(name, { through });
    expect([about, page.total, page.rows], name).toEqual([null, 0, []]);
  }
});

test("a page takes two statements, however many areas there are", async () => {
  const actor = await load("area");
  expect(await countStatements(() => listEmptyAreas(actor, OWN_EMPTY_AREAS))).toBe(2);
});

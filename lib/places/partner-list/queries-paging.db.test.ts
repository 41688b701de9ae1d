import { beforeAll, expect, test } from "vitest";
import { asPerson } from "@/lib/testing/as-person";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { listFilterTags } from "../partner-filters/queries";
import { listPartners, type PartnerPage } from "./queries";
import { EVERY_PARTNER, type PartnerCursor, type PartnerListQuery } from "./schemas";

const world = {
  users: ["root", "area", "own"].map((name) => ({ email: `${name}@remit.example`, name: `Person ${name}` })),
  neighbourhoods: [
    { code: "E", name: "England", unit: "country" },
    { code: "M", name: "Manchester", unit: "district", parent: "E" },
    { code: "L", name: "Leeds", unit: "district", parent: "E" },
  ],
  tags: [{ id: "food", kind: "category", name: "Food" }],
  partners: [
    { id: "garden", name: "Garden", serviceAreas: ["M"], tags: ["food"], hidden: { reason: "Closed for repairs" } },
    { id: "kitchen", name: "Kitchen", serviceAreas: ["M"] },
    { id: "library", name: "Library", serviceAreas: ["L"] },
  ],
  roles: [
    { user: "root@remit.example", role: "root" },
    { user: "area@remit.example", role: "neighbourhood_admin", neighbourhoods: ["M"] },
    { user: "own@remit.example", role: "partner_admin", partner: "garden" },
  ],
};

function find(name: string, query: Partial<PartnerListQuery> = {}): Promise<PartnerPage> {
  return asPerson(name, (actor) => listPartners(actor, { ...EVERY_PARTNER, ...query }));
}

function names({ partners }: PartnerPage): string[] {
  return partners.map(({ name }) => name);
}

const crowd = Array.from({ length: 120 }, (_, index) => ({
  id: `crowd-${index}`,
  // Letters of both cases, so that an order by code point would be another one.
  name: `${index % 2 === 0 ? "Crowd" : "crowd"} ${String((index * 37) % 120).padStart(3, "0")}`,
  serviceAreas: ["L"],
}));

beforeAll(async () => {
  await loadForTest(world);
  // Several transactions, and so several instants of the last change, shared by many.
  for (let start = 0; start < crowd.length; start += 40)
    await loadForTest({ partners: crowd.slice(start, start + 40) });
});

/** Every page of a list from its first to its last, and from its last back to its first. */
async function walk(query: Partial<PartnerListQuery>): Promise<[forwards: PartnerPage[], backwards: PartnerPage[]]> {
  const follow = async (way: "next" | "previous", start: PartnerCursor | null) => {
    const pages: PartnerPage[] = [];
    for (let cursor = start; pages.length === 0 || cursor !== null; cursor = pages.at(-1)?.[way] ?? null) {
      pages.push(await find("root", { ...query, cursor }));
    }
    return pages;
  };
  const forwards = await follow("next", null);
  const last = forwards.at(-2)?.next ?? null;
  return [forwards, await follow("previous", last)];
}

const queries: Partial<PartnerListQuery>[] = (["name", "-name", "-changed"] as const).flatMap((sort) => [
  { sort },
  { sort, place: "L" },
  { sort, text: "crowd" },
  { sort, admin: "without" },
]);

test.each(queries)(
  "paging through %j meets every row once, in order, forwards and backwards, with positions that match",
  async (query) => {
    const [forwards, backwards] = await walk(query);
    const total = forwards[0]?.total ?? 0;
    const rows = forwards.flatMap(({ partners }) => partners);
    expect(total).toBeGreaterThan(100);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(total);
    expect(rows).toHaveLength(total);
    const key = ({ name, changedAt }: (typeof rows)[number]) =>
      query.sort === "-changed" ? changedAt : name.toLowerCase();
    const keys = rows.map(key);
    expect(keys).toEqual(query.sort === "name" ? keys.toSorted() : keys.toSorted().reverse());
    expect(forwards.map((page) => page.first)).toEqual([1, 51, 101]);
    expect(backwards.toReversed().map(names)).toEqual(forwards.map(names));
    expect(backwards.toReversed().map((page) => page.first)).toEqual([1, 51, 101]);
    expect([forwards[0]?.previous, forwards.at(-1)?.next]).toEqual([null, null]);
  },
);

test("a cursor whose page has emptied gives the first page", async () => {
  const id = "019a0000-0000-7000-8000-000000000000";
  const stranded: Partial<PartnerListQuery>[] = [
    { cursor: { direction: "after", key: "zzz", id } },
    { cursor: { direction: "before", key: "a", id } },
    { cursor: { direction: "before", key: "crowd 010", id } },
    { sort: "-changed", cursor: { direction: "after", key: "1999-01-01T00:00:00.000000Z", id } },
  ];
  for (const query of stranded) {
    const page = await find("root", query);
    expect([page.first, page.partners.length, page.previous], JSON.stringify(query)).toEqual([1, 50, null]);
  }
});

test("takes two statements, three with a place or tag, one less where nothing is found, whatever is asked and by whom", async () => {
  const cursor: PartnerCursor = { direction: "after", key: "crowd 010", id: "019a0000-0000-7000-8000-000000000000" };
  for (const name of ["root", "area", "own"]) {
    const count = (query: Partial<PartnerListQuery>) =>
      asPerson(name, (actor) => countStatements(() => listPartners(actor, { ...EVERY_PARTNER, ...query })));
    expect(await count({ visibility: "hidden" }), name).toBe(2);
    expect(await count({ text: "nothing of the kind" }), name).toBe(1);
    expect(await count({ text: "g", sort: "-changed" }), name).toBe(2);
    expect(await count({ tag: "food", place: "M", text: "g", admin: "with" }), name).toBe(3);
    expect(await asPerson(name, (actor) => countStatements(() => listFilterTags(actor))), name).toBe(1);
  }
  expect(
    await asPerson("root", (actor) => countStatements(() => listPartners(actor, { ...EVERY_PARTNER, cursor }))),
  ).toBe(2);
});

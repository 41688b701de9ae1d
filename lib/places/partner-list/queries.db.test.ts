import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { readTransaction, writeTransaction } from "@/db/client";
import { asPerson } from "@/lib/testing/as-person";
import { readerOf, readingWorld } from "@/lib/testing/reading-world";
import { loadForTest } from "@/lib/testing/statements";
import { listFilterTags } from "../partner-filters/queries";
import { listPartners, type PartnerPage } from "./queries";
import { EVERY_PARTNER, type PartnerListQuery } from "./schemas";

/** `both` looks after Moss Side and administers a partner that reaches into it. */
const world = {
  ...readingWorld,
  users: [...readingWorld.users, readerOf("both")],
  roles: [
    ...readingWorld.roles,
    { user: "both@remit.example", role: "neighbourhood_admin", neighbourhoods: ["MS"] },
    { user: "both@remit.example", role: "partner_admin", partner: "garden" },
  ],
};

beforeAll(() => loadForTest(world));

function find(name: string, query: Partial<PartnerListQuery> = {}): Promise<PartnerPage> {
  return asPerson(name, (actor) => listPartners(actor, { ...EVERY_PARTNER, ...query }));
}

function names({ partners }: PartnerPage): string[] {
  return partners.map(({ name }) => name);
}

test.each([
  ["root", ["Hulme Garden Centre", "Leeds Library", "Moss Side Kitchen"]],
  ["area", ["Hulme Garden Centre", "Moss Side Kitchen"]],
  ["tag", ["Hulme Garden Centre", "Leeds Library"]],
  ["own", ["Hulme Garden Centre"]],
  ["none", []],
  ["incomplete", []],
])("%s lists exactly the partners within their remit, with totals that match", async (name, expected) => {
  const page = await find(name);
  expect(names(page)).toEqual(expected);
  expect([page.total, page.inRemit]).toEqual([expected.length, expected.length]);
});

test("a row holds what its columns show, and the tags that the actor may read", async () => {
  const [garden, library] = (await find("root", { text: "l" })).partners;
  expect(garden).toMatchObject({
    externalId: "garden",
    placeNames: ["Hulme", "Manchester", "Moss Side"],
    placeCount: 3,
    postcode: "M15 5RG",
    hidden: true,
    hasAdmin: true,
    adminCount: 2,
    unseenTags: 0,
  });
  expect(garden?.tags.map(({ id, kind }) => [id, kind])).toEqual([
    ["age", "partnership"],
    ["green", "partnership"],
    ["food", "category"],
  ]);
  expect(library).toMatchObject({ postcode: "ls13ab", hidden: false, hasAdmin: false, adminCount: 0 });
  expect(Math.abs(Date.now() - Date.parse(library?.changedAt ?? ""))).toBeLessThan(3_600_000);
  const [forArea] = (await find("area")).partners;
  expect([forArea?.tags.map(({ id }) => id), forArea?.unseenTags]).toEqual([["food"], 2]);
});

describe("a search", () => {
  test.each([
    ["garden", ["Hulme Garden Centre"]],
    ["HULME", ["Hulme Garden Centre"]],
    ["arde", ["Hulme Garden Centre"]],
    ["centre hulme", ["Hulme Garden Centre"]],
    ["moss garden", []],
    ["M15 5RG", ["Hulme Garden Centre"]],
    ["m155rg", ["Hulme Garden Centre"]],
    ["M15", ["Hulme Garden Centre"]],
    ["LS1 3AB", ["Leeds Library"]],
    ["ls1", ["Leeds Library"]],
    ["15 5RG", []],
  ])("for %j finds %j", async (text, expected) => {
    expect(names(await find("root", { text }))).toEqual(expected);
  });

  test("takes %, _ and \\ for letters", async () => {
    const odd = ["100% Hulme", "100 Hulme", "snake_case", "snake case", "back\\slash", "backslash"];
    await loadForTest({ partners: odd.map((name, index) => ({ id: `odd-${index}`, name, serviceAreas: ["Y"] })) });
    for (const [text, expected] of [
      ["%", ["100% Hulme"]],
      ["0%", ["100% Hulme"]],
      ["_", ["snake_case"]],
      ["e_c", ["snake_case"]],
      ["\\", ["back\\slash"]],
      ["k\\s", ["back\\slash"]],
    ] as const) {
      expect(names(await find("root", { text, place: "Y" })), text).toEqual(expected);
    }
    await writeTransaction({ actorId: null, requestId: null }, (tx) =>
      tx.execute(sql`delete from partners where external_id like 'odd-%'`),
    );
  });
});

describe("a filter by what the actor knows nothing of", () => {
  test("a place beyond their partners, a partnership of others and made-up ones all find the same nothing", async () => {
    for (const changes of [{ place: "Y" }, { place: "L" }, { place: "made-up" }, { tag: "nothing" }]) {
      const page = await find("own", changes);
      expect({ ...page, inRemit: 0 }, JSON.stringify(changes)).toEqual({
        partners: [],
        total: 0,
        inRemit: 0,
        first: 1,
        previous: null,
        next: null,
        filters: { place: null, tag: null, through: null, candidates: null },
      });
    }
    expect(await find("area", { tag: "green" })).toEqual(await find("area", { tag: "made-up" }));
  });

  test("a place without partners is named to who may see every place, and still finds nothing", async () => {
    const page = await find("area", { place: "Y" });
    expect(page.filters.place).toEqual({ code: "Y", name: "York", path: ["York", "England"] });
    expect(page.total).toBe(0);
  });

  test("a partnership that is read on one's own partner does not tell which others carry it", async () => {
    expect(names(await find("both"))).toEqual(["Hulme Garden Centre", "Moss Side Kitchen"]);
    const page = await find("both", { tag: "green" });
    expect(page.filters.tag).toEqual({ id: "green", name: "Green Spaces" });
    expect([names(page), page.total]).toEqual([["Hulme Garden Centre"], 1]);
    const filters = await asPerson("both", listFilterTags);
    expect(filters.map(({ id }) => id)).toEqual(["age", "green", "food"]);
  });

  test("a tag is named by its external id or by its UUID, and any other text names none", async () => {
    const [row] = await readTransaction((tx) =>
      tx.execute<{ id: string }>(sql`select id from tags where external_id = 'food'`),
    );
    expect(await find("area", { tag: String(row?.id) })).toEqual(await find("area", { tag: "food" }));
    expect((await find("area", { tag: "food' or true --" })).total).toBe(0);
  });
});

import { beforeAll, expect, test } from "vitest";
import { readTransaction } from "@/db/client";
import { type Actor, loadActor } from "@/lib/permissions/load-actor";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { getExplainedPartner, getPartner, listPartners, type PartnerPage } from "./queries";
import { type PartnerCursor, readPartnerCursor } from "./schemas";

const world = {
  users: ["root", "area", "tag", "own", "none", "incomplete", "colleague"].map((name) => ({
    email: `${name}@remit.example`,
    name: `Person ${name}`,
  })),
  neighbourhoods: [
    { code: "E", name: "England", unit: "country" },
    { code: "NW", name: "North West", unit: "region", parent: "E" },
    { code: "M", name: "Manchester", unit: "district", parent: "NW" },
    { code: "H", name: "Hulme", unit: "ward", parent: "M" },
    { code: "MS", name: "Moss Side", unit: "ward", parent: "M" },
    { code: "L", name: "Leeds", unit: "district", parent: "E" },
  ],
  tags: [
    { id: "age", kind: "partnership", name: "Age Friendly" },
    { id: "green", kind: "partnership", name: "Green Spaces" },
    { id: "food", kind: "category", name: "Food" },
  ],
  partners: [
    {
      id: "garden",
      name: "Hulme Garden Centre",
      address: { line1: "28 Old Birley Street", city: "Manchester", postcode: "M15 5RG", neighbourhood: "H" },
      serviceAreas: ["MS", "M"],
      tags: ["age", "green", "food"],
      internalContact: { name: "Back office", phone: "0161 496 0000", email: "office@garden.example" },
      openingHours: [{ day: "monday", opens: "09:00", closes: "17:00" }],
      hidden: { reason: "Closed for repairs" },
    },
    { id: "kitchen", name: "Moss Side Kitchen", serviceAreas: ["MS"], tags: ["food"] },
    { id: "library", name: "Leeds Library", serviceAreas: ["L"], tags: ["age"] },
  ],
  roles: [
    { user: "root@remit.example", role: "root" },
    { user: "area@remit.example", role: "neighbourhood_admin", neighbourhoods: ["M"] },
    { user: "tag@remit.example", role: "partnership_admin", neighbourhoods: ["E"], partnerships: ["age"] },
    { user: "incomplete@remit.example", role: "partnership_admin", neighbourhoods: ["E"], partnerships: [] },
    { user: "own@remit.example", role: "partner_admin", partner: "garden" },
    { user: "colleague@remit.example", role: "partner_admin", partner: "garden" },
  ],
};

const crowd = Array.from({ length: 120 }, (_, index) => ({
  id: `crowd-${index}`,
  name: `Crowd ${String((index * 37) % 120).padStart(3, "0")}`,
  serviceAreas: ["L"],
}));

beforeAll(async () => {
  await loadForTest(world);
});

async function as<Result>(name: string, work: (actor: Actor) => Promise<Result>): Promise<Result> {
  const actor = await readTransaction((tx) => loadActor(tx, { email: `${name}@remit.example` }));
  if (actor === null) throw new Error(`The world has no ${name}.`);
  return work(actor);
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
])("%s lists exactly the partners within their remit, with a total that matches", async (name, expected) => {
  const page = await as(name, (actor) => listPartners(actor, null));
  expect(names(page)).toEqual(expected);
  expect(page.total).toBe(expected.length);
});

test.each([
  ["area", "garden", true],
  ["area", "library", false],
  ["tag", "kitchen", false],
  ["own", "garden", true],
  ["own", "kitchen", false],
  ["none", "garden", false],
  ["root", "no-such-partner", false],
  ["root", "nul\u0000", false],
])("%s asking for partner %j gets a record: %j", async (name, partnerId, found) => {
  const partner = await as(name, (actor) => getPartner(actor, partnerId));
  expect(partner !== null).toBe(found);
});

test("a partner is found by its UUID and by its external id alike", async () => {
  const [byExternalId, byUuid] = await as("root", async (actor) => {
    const found = await getPartner(actor, "garden");
    return [found, await getPartner(actor, found?.id ?? "")];
  });
  expect(byUuid).toEqual(byExternalId);
  expect(byUuid?.name).toBe("Hulme Garden Centre");
});

test("a partner shows its places as paths up to the country, its hours and its reason of hiding to its admins", async () => {
  const partner = await as("own", (actor) => getPartner(actor, "garden"));
  expect(partner?.address?.place.path).toEqual(["Hulme", "Manchester", "North West", "England"]);
  expect(partner?.serviceAreas.map(({ path }) => path)).toEqual([
    ["Manchester", "North West", "England"],
    ["Moss Side", "Manchester", "North West", "England"],
  ]);
  expect(partner?.openingHours).toEqual([{ day: 1, opens: "09:00", closes: "17:00" }]);
  expect(partner?.hiding?.reason).toBe("Closed for repairs");
  expect(partner?.internalContact?.email).toBe("office@garden.example");
  expect(partner?.admins).toEqual(["Person colleague", "Person own"]);
});

test.each([
  ["root", ["Age Friendly", "Green Spaces", "Food"], 0],
  ["own", ["Age Friendly", "Green Spaces", "Food"], 0],
  ["tag", ["Age Friendly", "Food"], 1],
  ["area", ["Food"], 2],
])("%s reads the names of a partner's partnerships only where they may see them", async (name, shown, unseen) => {
  const { partner, row } = await as(name, async (actor) => ({
    partner: await getPartner(actor, "garden"),
    row: (await listPartners(actor, null)).partners.find(({ externalId }) => externalId === "garden"),
  }));
  for (const found of [partner, row]) {
    expect(found?.tags.map(({ name: tag }) => tag)).toEqual(shown);
    expect(found?.unseenTags).toBe(unseen);
  }
});

test("the reasons name the grant and the path, and say why not for what one may not do", async () => {
  const remit = await as("area", async (actor) => (await getExplainedPartner(actor, "garden"))?.remit);
  expect(remit?.view).toEqual([
    expect.objectContaining({ code: "neighbourhood_admin", text: expect.stringContaining("Manchester") }),
  ]);
  const slug = remit?.acts.find(({ act }) => act === "slug");
  expect(slug?.allowed).toBe(false);
  expect(slug?.reasons.length).toBeGreaterThan(0);
  expect(remit?.acts.map(({ act }) => act)).toContain("unhide");
  expect(remit?.acts.map(({ act }) => act)).not.toContain("hide");
});

test("paging forwards and back again meets every partner once, by name, with positions that match", async () => {
  await loadForTest({ partners: crowd });
  const forwards = await walk("next");
  const expected = ["Hulme Garden Centre", "Leeds Library", "Moss Side Kitchen", ...crowd.map(({ name }) => name)];
  expect(forwards.flatMap(names).toSorted()).toEqual(expected.toSorted());
  expect(forwards.flatMap(names).slice(0, 2)).toEqual(["Crowd 000", "Crowd 001"]);
  expect(forwards.map(({ first, total }) => [first, total])).toEqual([
    [1, 123],
    [51, 123],
    [101, 123],
  ]);
  expect(forwards[0]?.previous).toBeNull();
  const backwards = await walk("previous", readPartnerCursor(forwards[1]?.next));
  expect(backwards.toReversed().map(names)).toEqual(forwards.map(names));
});

async function walk(way: "next" | "previous", start: PartnerCursor | null = null): Promise<PartnerPage[]> {
  const pages: PartnerPage[] = [];
  for (let cursor = start; pages.length === 0 || cursor !== null; ) {
    const page = await as("root", (actor) => listPartners(actor, cursor));
    pages.push(page);
    cursor = readPartnerCursor(page[way]);
  }
  return pages;
}

test("a cursor beyond the last row gives the first page instead of an empty one", async () => {
  const beyond: PartnerCursor = { direction: "after", name: "zzz", id: "019a0000-0000-7000-8000-000000000000" };
  const page = await as("root", (actor) => listPartners(actor, beyond));
  expect(page.first).toBe(1);
  expect(page.partners.length).toBe(50);
});

test("a list takes two statements and a record with its reasons at most five, whatever the number of rows", async () => {
  const counted = (name: string) =>
    as(name, async (actor) => ({
      list: await countStatements(() => listPartners(actor, null)),
      record: await countStatements(() => getExplainedPartner(actor, "garden")),
    }));
  for (const name of ["own", "area", "root"]) {
    const { list, record } = await counted(name);
    expect(list, name).toBe(2);
    expect(record, name).toBeGreaterThan(1);
    expect(record, name).toBeLessThanOrEqual(5);
  }
});

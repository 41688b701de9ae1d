import { beforeEach, describe, expect, it, test } from "vitest";
import { editingWorld } from "@/lib/testing/editing-world";
import { act, type Fields, partnerNow, tracesOf } from "@/lib/testing/partner-acts";
import { loadForTest } from "@/lib/testing/statements";
import { createPartnerAction } from "./actions";

beforeEach(() => loadForTest(editingWorld, { reset: true }));

const name = "Hazel House";
const address = { line1: "3 High Street", city: "Manchester", postcode: "m15 5aj" };

async function expectMade(who: string, fields: Fields, made: object) {
  const { to, refused } = await act(who, createPartnerAction, { name, ...fields });
  expect(refused).toBeNull();
  const partner = await partnerNow(name);
  expect(partner).toMatchObject({ version: 1, ...made });
  expect(to).toBe(`/places/partners/${partner?.id}?notice=partner-created`);
}

async function expectNotMade(who: string, fields: Fields, code: string, on: readonly string[]) {
  const { to, refused } = await act(who, createPartnerAction, { name, ...fields });
  expect(to).toBeNull();
  expect(refused?.code).toBe(code);
  expect(Object.keys(refused?.fields ?? {}).toSorted()).toEqual([...on].toSorted());
  expect(await partnerNow(name)).toBeNull();
  return refused;
}

describe("a new partner", () => {
  it.each<[string, Fields, object]>([
    [
      "root",
      { addNeighbourhoods: ["england", "ordsall"], addTags: ["youth", "age"], slug: "hazel" },
      { slug: "hazel", tags: ["age", "youth"] },
    ],
    [
      "area",
      { addNeighbourhoods: ["hulme", "moss-side"], addTags: ["arts", "loop"] },
      { areas: ["hulme", "moss-side"], tags: ["arts", "loop"] },
    ],
    ["city", { ...address, addressPlace: "ardwick" }, { address: "3 High Street, M15 5AJ, ardwick", areas: [] }],
    [
      "pa",
      { addNeighbourhoods: ["manchester"], addTags: ["green", "age", "food"] },
      { tags: ["age", "food", "green"] },
    ],
    ["two", { addNeighbourhoods: ["ardwick"], addTags: ["youth"] }, { areas: ["ardwick"], tags: ["youth"] }],
  ])("of %s's lies wholly within one role, and carries what that role may give", expectMade);

  it("has everything that was typed in, tidied, and stands in the trail with it", async () => {
    const fields = {
      ...address,
      addressPlace: "hulme",
      name: "  Hazel  House ",
      summary: "Rooms.",
      description: "Warm\r\nones.",
      website: "https://hazel.example",
      socials: "Instagram: hazel",
      openingHours: "Mon to Tue 10:00-12:00",
      publicContactPhone: "0161 496 0001",
    };
    await expectMade("area", fields, {
      summary: "Rooms.",
      description: "Warm\nones.",
      socials: { instagram: "hazel" },
      hours: ["1 10:00-12:00", "2 10:00-12:00"],
      phone: "0161 496 0001",
      slug: null,
      hiddenFor: null,
    });
    const [trace, ...more] = await tracesOf((await partnerNow(name))?.id ?? "");
    expect(more).toEqual([]);
    expect(trace).toMatchObject({
      action: "partner.create",
      actor: "area@people.example",
      before: null,
      after: { name, address: { postcode: "M15 5AJ", place: { code: "hulme", name: "Hulme" } } },
    });
  });

  it("names a service area and a tag once, however often they are sent, and ignores blank rows", async () => {
    await expectMade(
      "area",
      { addNeighbourhoods: ["hulme", "hulme", ""], addTags: ["arts", "arts"] },
      { areas: ["hulme"], tags: ["arts"] },
    );
  });
});

describe("a new partner is refused", () => {
  test.each<[string, string, Fields, readonly string[]]>([
    ["a place outside beside one inside", "area", { addNeighbourhoods: ["hulme", "ardwick"] }, ["addNeighbourhoods"]],
    [
      "an address outside beside a service area inside",
      "area",
      { ...address, addressPlace: "ardwick", addNeighbourhoods: ["hulme"] },
      ["addressPlace"],
    ],
    ["what lies above one's area", "area", { addNeighbourhoods: ["manchester"] }, ["addNeighbourhoods"]],
    ["a place that does not exist", "area", { addNeighbourhoods: ["nowhere"] }, ["addNeighbourhoods"]],
    ["a partnership, for an area alone", "area", { addNeighbourhoods: ["hulme"], addTags: ["age"] }, ["addTags"]],
    ["no partnership", "pa", { addNeighbourhoods: ["hulme"] }, ["addTags"]],
    ["another's partnership", "pa", { addNeighbourhoods: ["hulme"], addTags: ["youth"] }, ["addTags"]],
    [
      "another's partnership beside one's own",
      "pa",
      { addNeighbourhoods: ["hulme"], addTags: ["age", "youth"] },
      ["addTags"],
    ],
    [
      "a place outside the partnership's area",
      "pa",
      { addNeighbourhoods: ["ordsall"], addTags: ["age"] },
      ["addNeighbourhoods"],
    ],
    [
      "the area of one role with the partnership of another",
      "two",
      { addNeighbourhoods: ["hulme"], addTags: ["youth"] },
      ["addTags"],
    ],
    ["places that span two roles", "two", { addNeighbourhoods: ["hulme", "ardwick"], addTags: ["age"] }, ["addTags"]],
    ["a public address", "area", { addNeighbourhoods: ["hulme"], slug: "hazel" }, ["slug"]],
    ["anything, of one who administers one partner", "own", { addNeighbourhoods: ["hulme"] }, []],
    ["anything, of one without a role", "plain", { addNeighbourhoods: ["hulme"] }, []],
  ])("for %s (%s)", async (_, who, fields, on) => {
    await expectNotMade(who, fields, "forbidden", on);
  });

  test.each<[string, Fields, readonly string[]]>([
    ["no place at all", {}, ["addNeighbourhoods"]],
    ["half an address", { line1: "3 High Street" }, ["postcode", "addressPlace"]],
    ["an address in no neighbourhood", { ...address, addressPlace: "nowhere" }, ["addressPlace"]],
    ["a place that does not exist", { addNeighbourhoods: ["hulme", "nowhere"] }, ["addNeighbourhoods"]],
    ["a tag that does not exist", { addNeighbourhoods: ["hulme"], addTags: ["no-such-tag"] }, ["addTags"]],
    ["four categories", { addNeighbourhoods: ["hulme"], addTags: ["arts", "food", "health", "sport"] }, ["addTags"]],
    ["a description without a summary", { addNeighbourhoods: ["hulme"], description: "Rooms." }, ["summary"]],
    ["a short name", { addNeighbourhoods: ["hulme"], name: "Elms" }, ["name"]],
    ["a name that is taken, capitals aside", { addNeighbourhoods: ["hulme"], name: "JUNIPER garden" }, ["name"]],
    ["a public address that is taken", { addNeighbourhoods: ["hulme"], slug: "juniper-garden" }, ["slug"]],
    ["a field that the form does not have", { addNeighbourhoods: ["hulme"], version: 1 }, []],
  ])("for %s, to root as well", async (_, fields, on) => {
    await expectNotMade("root", fields, "invalid", on);
  });

  test("alike for a tag that one may not read and one that does not exist", async () => {
    const unread = await expectNotMade("area", { addNeighbourhoods: ["hulme"], addTags: ["age"] }, "forbidden", [
      "addTags",
    ]);
    const unknown = await expectNotMade("area", { addNeighbourhoods: ["hulme"], addTags: ["none"] }, "forbidden", [
      "addTags",
    ]);
    expect({ ...unread, values: null }).toEqual({ ...unknown, values: null });
  });
});

test("two people who make a partner of one name at once make one, and the second is told on the field", async () => {
  for (const attempt of [1, 2, 3, 4, 5]) {
    const fields = { name: `Hazel ${attempt}`, addNeighbourhoods: ["hulme"] };
    const done = await Promise.all([
      act("area", createPartnerAction, fields),
      act("city", createPartnerAction, { ...fields, name: `HAZEL ${attempt}` }),
    ]);
    const refused = done.flatMap((one) => one.refused ?? []);
    expect(refused).toMatchObject([
      { code: "invalid", fields: { name: expect.stringContaining("of this name already") } },
    ]);
    expect(done.filter(({ to }) => to !== null)).toHaveLength(1);
  }
});

import { beforeEach, describe, expect, it, test } from "vitest";
import { type Acted, act, type Fields, idOf, tracesOf } from "@/lib/testing/partner-acts";
import { rolesNow } from "@/lib/testing/people-acts";
import { siteWorld } from "@/lib/testing/site-world";
import { readSiteForTest, siteIdForTest, type TestSiteState } from "@/lib/testing/sites";
import { loadForTest } from "@/lib/testing/statements";
import { createSiteAction, deleteSiteAction, updateSiteAction } from "./actions";

beforeEach(() => loadForTest(siteWorld, { reset: true }));

async function stateOf(key: string): Promise<TestSiteState> {
  const state = await readSiteForTest(key);
  if (state === null) throw new Error(`There is no site ${key}.`);
  return state;
}

async function edit(who: string, siteId: string, fields: Fields, version?: number): Promise<Acted> {
  return act(who, updateSiteAction, { siteId, version: version ?? (await stateOf(siteId)).version, ...fields });
}

/** Expects a refusal with sentences on exactly these fields, after which the site is as it was. */
async function expectKept(siteId: string, work: () => Promise<Acted>, code: string, on: readonly string[] = []) {
  const before = await stateOf(siteId);
  const { to, refused } = await work();
  expect([to, refused?.code]).toEqual([null, code]);
  expect(Object.keys(refused?.fields ?? {}).toSorted()).toEqual([...on].toSorted());
  for (const sentence of Object.values(refused?.fields ?? {})) expect(sentence).toMatch(/^\S.*\.$/s);
  expect(await stateOf(siteId)).toEqual(before);
}

describe("an edit of a site", () => {
  const texts = {
    name: "Around  Hulme and about",
    placeName: "Hulme",
    tagline: "",
    heroText: "Come in.\r\nAll of you.",
    description: "New words.",
  };

  test.each(["root", "si"])("is %s's to make of what it says, and told in the trail", async (who) => {
    const done = await edit(who, "around", texts);
    expect(done).toEqual({ to: "/places/sites/around?notice=site-saved", refused: null });
    expect(await stateOf("around")).toMatchObject({
      version: 2,
      name: "Around Hulme and about",
      tagline: null,
      heroText: "Come in.\nAll of you.",
      description: "New words.",
      slug: "around-hulme",
      places: ["hulme", "moss-side"],
    });
    const id = await siteIdForTest("around");
    const [trace] = (await tracesOf(id)).filter(({ action }) => action === "site.update");
    expect(trace).toMatchObject({
      actor: `${who}@people.example`,
      before: { name: "Around Hulme", tagline: "What is on" },
      after: { name: "Around Hulme and about", tagline: "" },
    });
    expect(Object.keys(trace?.after ?? {})).not.toContain("placeName");
  });

  test.each<[string, Fields, string[]]>([
    ["the public address", { slug: "mine" }, ["slug"]],
    ["the domain", { domain: "mine.example" }, ["domain"]],
    ["an address that could not be one", { slug: "Not One" }, ["slug"]],
    ["an address that another site has", { slug: "bare" }, ["slug"]],
    ["no domain any more", { domain: "" }, ["domain"]],
    ["a neighbourhood more", { addNeighbourhoods: ["ordsall"] }, ["addNeighbourhoods"]],
    ["a neighbourhood that there is not", { addNeighbourhoods: ["nowhere"] }, ["addNeighbourhoods"]],
    ["a neighbourhood less", { removeNeighbourhoods: ["hulme"] }, ["removeNeighbourhoods"]],
    ["a partnership", { addTags: ["age"] }, ["addTags"]],
    ["a partnership that there is not", { addTags: ["nothing"] }, ["addTags"]],
    ["all of them at once", { name: "Mine", slug: "mine", addTags: ["age"] }, ["slug", "addTags"]],
  ])("by a site admin may not give it %s: the whole save is refused with the reason there", async (_, fields, on) => {
    await expectKept("around", () => edit("si", "around", fields), "forbidden", on);
  });

  it("by a site admin may not take a partnership off", async () => {
    await expectKept("aged", () => edit("si2", "aged", { removeTags: ["age"] }), "forbidden", ["removeTags"]);
  });

  it("names what is there already without that being a change", async () => {
    const same = { slug: "around-hulme", domain: "hulme.example", addNeighbourhoods: ["hulme"], removeTags: ["age"] };
    expect((await edit("si", "around", { ...same, name: "Renamed" })).refused).toBeNull();
    expect(await stateOf("around")).toMatchObject({ name: "Renamed", version: 2, places: ["hulme", "moss-side"] });
    expect((await edit("si", "around", same)).refused).toBeNull();
    expect((await stateOf("around")).version).toBe(2);
  });

  test.each(["area", "city", "pa", "own", "far", "plain", "si2"])("is not %s's, who sees no such site", async (who) => {
    await expectKept("around", () => edit(who, "around", { name: "Mine" }), "not_found");
    await expectKept("around", () => edit(who, "around", { slug: "bare" }), "not_found");
  });

  it("is root's also of where it is found and what it covers", async () => {
    const fields = {
      slug: "south",
      domain: "South.Example",
      addNeighbourhoods: ["ordsall"],
      removeNeighbourhoods: ["moss-side"],
      addTags: ["age", "youth"],
    };
    expect((await edit("root", "around", fields)).refused).toBeNull();
    expect(await stateOf("around")).toMatchObject({
      slug: "south",
      domain: "south.example",
      places: ["hulme", "ordsall"],
      tags: ["age", "youth"],
    });
    const id = await siteIdForTest("around");
    expect((await tracesOf(id)).at(-1)).toMatchObject({
      before: { neighbourhoods: [{ code: "hulme" }, { code: "moss-side" }], partnerships: [] },
      after: { neighbourhoods: [{ code: "hulme" }, { code: "ordsall" }], partnerships: [{ name: "Age Friendly" }, {}] },
    });
    expect((await edit("root", "around", { removeTags: ["age", "youth"] })).refused).toBeNull();
    expect((await stateOf("around")).tags).toEqual([]);
  });

  test.each<[string, Fields, string[]]>([
    ["the address of another site", { slug: "bare" }, ["slug"]],
    ["the domain of another site, in capitals", { domain: "HULME.example" }, ["domain"]],
    ["an address in capitals", { slug: "Aged" }, ["slug"]],
    ["no address", { slug: "" }, ["slug"]],
    ["no name", { name: " " }, ["name"]],
    ["a neighbourhood that there is not", { addNeighbourhoods: ["nowhere"] }, ["addNeighbourhoods"]],
    ["a category", { addTags: ["food"] }, ["addTags"]],
  ])("with %s is refused on that field, for root too", async (_, fields, on) => {
    await expectKept("aged", () => edit("root", "aged", fields), "invalid", on);
  });

  it("of an older version is a conflict that shows the site as it is now", async () => {
    await edit("root", "around", { name: "Renamed" });
    const before = await stateOf("around");
    const { refused } = await edit("si", "around", { name: "Mine" }, 1);
    expect([refused?.code, refused?.stale?.values.name]).toEqual(["conflict", "Renamed"]);
    expect(await stateOf("around")).toEqual(before);
  });
});

describe("a new site", () => {
  const fields = { name: "South", slug: "south", addNeighbourhoods: ["hulme"], addTags: ["age"], heroText: "Come." };

  it("is made by root, is not published, and is told in the trail", async () => {
    const done = await act("root", createSiteAction, fields);
    const id = await siteIdForTest("south");
    expect(done).toEqual({ to: `/places/sites/${id}?notice=site-created`, refused: null });
    expect(await stateOf("south")).toMatchObject({ places: ["hulme"], tags: ["age"], published: false, admins: [] });
    expect(await tracesOf(id)).toMatchObject([{ action: "site.create", after: { name: "South", slug: "south" } }]);
  });

  test.each(["area", "pa", "own", "plain", "si"])("is not for %s to make, whatever is wrong with it", async (who) => {
    expect((await act(who, createSiteAction, fields)).refused?.code).toBe("forbidden");
    expect((await act(who, createSiteAction, { ...fields, slug: "bare" })).refused?.code).toBe("forbidden");
    expect(await readSiteForTest("south")).toBeNull();
  });

  test.each<[string, Fields, string[]]>([
    ["the address of another", { slug: "bare" }, ["slug"]],
    ["the domain of another", { domain: "hulme.example" }, ["domain"]],
    ["a place that there is not", { addNeighbourhoods: ["nowhere"] }, ["addNeighbourhoods"]],
    ["a facility", { addTags: ["loop"] }, ["addTags"]],
  ])("with %s is refused on that field", async (_, wrong, on) => {
    const { refused } = await act("root", createSiteAction, { ...fields, ...wrong });
    expect([refused?.code, Object.keys(refused?.fields ?? {})]).toEqual(["invalid", on]);
    expect(await readSiteForTest("South")).toBeNull();
  });

  it("cannot have an address that somebody took at the same moment", async () => {
    const both = await Promise.all(
      ["First", "Second"].map((name) => act("root", createSiteAction, { ...fields, name })),
    );
    expect(both.map(({ refused }) => refused?.code ?? null).toSorted()).toEqual(["invalid", null].toSorted());
  });
});

describe("deleting a site", () => {
  async function remove(who: string, siteId: string, version?: number): Promise<Acted> {
    return act(who, deleteSiteAction, { siteId, version: version ?? (await stateOf(siteId)).version });
  }

  it("is root's, ends the roles of its admins and tells both in the trail", async () => {
    const id = await siteIdForTest("around");
    expect(await remove("root", "around")).toEqual({ to: "/places/sites?notice=site-deleted", refused: null });
    expect(await readSiteForTest("around")).toBeNull();
    expect(await rolesNow("si")).toEqual([]);
    expect((await tracesOf(await idOf("si"))).at(-1)).toMatchObject({
      action: "role.end",
      before: { role: "site_admin", site: id, siteName: "Around Hulme" },
    });
    expect((await tracesOf(id)).at(-1)).toMatchObject({
      action: "site.delete",
      before: { name: "Around Hulme", published: true, admins: [{ name: "Person si" }] },
    });
  });

  it("is not its own admin's", async () => {
    await expectKept("around", () => remove("si", "around"), "forbidden");
    expect(await rolesNow("si")).toEqual(["site_admin"]);
  });

  test.each(["area", "own", "plain", "si2"])("is not %s's, who sees no such site", async (who) => {
    await expectKept("around", () => remove(who, "around"), "not_found");
  });

  it("of an older version is a conflict", async () => {
    await edit("si", "around", { name: "Renamed" });
    await expectKept("around", () => remove("root", "around", 1), "conflict");
  });
});

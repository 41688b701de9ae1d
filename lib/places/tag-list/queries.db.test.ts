import { beforeAll, describe, expect, it, test } from "vitest";
import { readTransaction } from "@/db/client";
import { listPartners } from "@/lib/places/partner-list/queries";
import { EVERY_PARTNER } from "@/lib/places/partner-list/schemas";
import { searchTagsForPalette } from "@/lib/places/tag-palette/queries";
import { getTag } from "@/lib/places/tags/queries";
import { editingWorld } from "@/lib/testing/editing-world";
import { inSight } from "@/lib/testing/in-sight";
import { actorOf } from "@/lib/testing/people-acts";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { TAGS_PER_PAGE } from "./constants";
import { listTags } from "./queries";
import { EVERY_TAG, type TagListQuery } from "./schemas";

beforeAll(() => loadForTest(editingWorld, { reset: true }));

const people = ["root", "area", "city", "pa", "youth", "two", "own", "co", "far", "plain"] as const;

async function namesFor(who: string, query: Partial<TagListQuery> = {}): Promise<string[] | null> {
  const page = await listTags(await actorOf(who), { ...EVERY_TAG, ...query });
  return page?.tags.map(({ name }) => name) ?? null;
}

const open = ["Arts", "Food", "Health", "Hearing loop", "Sport"];

describe("the list of tags", () => {
  test.each<[string, string[] | null]>([
    ["root", ["Age Friendly", "Arts", "Food", "Green Streets", "Health", "Hearing loop", "Sport", "Youth Voice"]],
    ["area", open],
    ["pa", ["Age Friendly", "Arts", "Food", "Green Streets", "Health", "Hearing loop", "Sport"]],
    ["youth", [...open, "Youth Voice"]],
    ["own", open],
    ["plain", null],
  ])("holds for %s every category and facility, and partnerships of their own only", async (who, names) => {
    expect(await namesFor(who)).toEqual(names);
  });

  it("holds for everybody exactly what the engine lets them view", async () => {
    for (const who of people) {
      const actor = await actorOf(who);
      const listed = (await listTags(actor, EVERY_TAG))?.tags.map(({ id, externalId }) => externalId ?? id) ?? [];
      expect(listed.toSorted(), who).toEqual([...(await inSight(actor, "tag"))].toSorted());
    }
  });

  it("counts with each tag exactly the partners that the reader's list of partners gives for it", async () => {
    for (const who of people) {
      const actor = await actorOf(who);
      for (const { id, externalId, partnerCount, name } of (await listTags(actor, EVERY_TAG))?.tags ?? []) {
        const { total } = await listPartners(actor, { ...EVERY_PARTNER, tag: externalId ?? id });
        expect(partnerCount, `${who} ${name}`).toBe(total);
      }
    }
  });

  it("tells nobody how many partnerships there are that they do not see", async () => {
    expect(await listTags(await actorOf("pa"), EVERY_TAG)).toMatchObject({
      inRemit: 7,
      total: 7,
      kinds: { partnership: 2, category: 4, facility: 1 },
    });
    expect((await listTags(await actorOf("area"), { ...EVERY_TAG, kind: "partnership" }))?.total).toBe(0);
    expect(await namesFor("area", { text: "youth" })).toEqual([]);
  });

  it("is narrowed by kind and by words, and sorted either way or by partners", async () => {
    expect(await namesFor("root", { kind: "facility" })).toEqual(["Hearing loop"]);
    expect(await namesFor("root", { text: "streets GREEN" })).toEqual(["Green Streets"]);
    expect(await namesFor("root", { text: "%" })).toEqual([]);
    expect((await namesFor("root", { sort: "-name" }))?.[0]).toBe("Youth Voice");
    expect((await namesFor("root", { sort: "-partners" }))?.slice(0, 3)).toEqual([
      "Age Friendly",
      "Food",
      "Youth Voice",
    ]);
  });

  it("pages through every tag once in each order, in two statements however many there are", async () => {
    const crowd = Array.from({ length: 2 * TAGS_PER_PAGE + 3 }, (_, index) => {
      return { id: `crowd-${index}`, kind: "category", name: `Crowd ${index % 7} ${index}` };
    });
    await loadForTest({ tags: crowd });
    const actor = await actorOf("own");
    for (const sort of ["name", "-name", "-partners"] as const) {
      const seen: string[] = [];
      let cursor: TagListQuery["cursor"] = null;
      do {
        const page = await listTags(actor, { ...EVERY_TAG, sort, cursor });
        seen.push(...(page?.tags.map(({ name }) => name) ?? []));
        cursor = page?.next ?? null;
      } while (cursor !== null);
      expect(seen, sort).toHaveLength(crowd.length + open.length);
      expect(new Set(seen).size, sort).toBe(seen.length);
    }
    expect(await countStatements(() => listTags(actor, EVERY_TAG))).toBe(2);
  });
});

describe("a tag's record", () => {
  it("is there for whoever sees the tag, and for nobody else", async () => {
    for (const who of people) {
      const actor = await actorOf(who);
      const seen = await inSight(actor, "tag");
      for (const key of ["age", "green", "youth", "food", "loop", "nothing", "a\u0000b"]) {
        expect((await getTag(actor, key)) !== null, `${who} ${key}`).toBe(seen.includes(key));
      }
    }
  });

  it("names the partners within the reader's remit that carry it, and no others", async () => {
    const found = await getTag(await actorOf("far"), "arts");
    expect(found?.tag).toMatchObject({ partnerCount: 0, partners: [] });
    const own = await getTag(await actorOf("own"), "food");
    expect(own?.tag).toMatchObject({ partnerCount: 1, partners: [{ externalId: "garden", name: "Juniper Garden" }] });
  });

  it("names to root who looks after a partnership and where, and only counts the others for its own admins", async () => {
    const { tag } = (await getTag(await actorOf("root"), "age")) ?? {};
    expect(tag?.admins).toEqual([
      { name: "Person pa", email: "pa@people.example", places: ["Manchester"] },
      { name: "Person two", email: "two@people.example", places: ["Hulme"] },
    ]);
    expect(tag?.unseenAdmins).toBe(0);
    const own = (await getTag(await actorOf("pa"), "age"))?.tag;
    expect([own?.admins.map(({ name }) => name), own?.unseenAdmins]).toEqual([["Person pa"], 1]);
  });

  it("may be edited and deleted by root alone, which each reader is told with the reason", async () => {
    for (const who of ["root", "area", "pa", "own"]) {
      const acts = (await getTag(await actorOf(who), "food"))?.remit.acts ?? [];
      expect(
        acts.map(({ act, allowed }) => `${act} ${allowed}`),
        who,
      ).toEqual([`update ${who === "root"}`, `delete ${who === "root"}`, "view_history true"]);
    }
  });
});

describe("the command palette", () => {
  it("offers tags that one sees by name, those that begin with the text first, and making one to root alone", async () => {
    const offered = async (who: string, text: string) => {
      const actor = await actorOf(who);
      return readTransaction((tx) => searchTagsForPalette(tx, actor, text));
    };
    const root = await offered("root", "a");
    expect(root.records[0]?.found.map(({ label }) => label).slice(0, 2)).toEqual(["Age Friendly", "Arts"]);
    expect(root.actions.map(({ href }) => href)).toEqual(["/places/tags/new"]);
    const own = await offered("own", "age");
    expect([own.actions, own.records[0]?.found]).toEqual([[], []]);
    const plain = await offered("plain", "a");
    expect(plain).toEqual({ actions: [], pages: [], records: [{ label: "Tags", found: [], list: null }] });
  });
});

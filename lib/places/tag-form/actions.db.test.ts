import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it, test } from "vitest";
import { readTransaction } from "@/db/client";
import { editingWorld } from "@/lib/testing/editing-world";
import { type Acted, act, type Fields, idOf, meanwhile, partnerNow, tracesOf } from "@/lib/testing/partner-acts";
import { rolesNow } from "@/lib/testing/people-acts";
import { readSiteForTest, siteIdForTest } from "@/lib/testing/sites";
import { loadForTest } from "@/lib/testing/statements";
import { createTagAction, deleteTagAction, updateTagAction } from "./actions";

beforeEach(() => loadForTest(editingWorld, { reset: true }));

type TagRow = { id: string; kind: string; name: string; description: string | null; version: number };

async function every(): Promise<TagRow[]> {
  return readTransaction(async (tx) => [
    ...(await tx.execute<TagRow>(sql`select id, kind, name, description, version from tags order by kind, name, id`)),
  ]);
}

async function tagNow(name: string): Promise<TagRow | undefined> {
  return (await every()).find((tag) => tag.name === name);
}

/** Expects a refusal with sentences on exactly these fields, after which every tag is as it was. */
async function expectKept(work: () => Promise<Acted>, code: string, on: readonly string[] = []): Promise<Acted> {
  const before = await every();
  const done = await work();
  expect(done.to).toBeNull();
  expect(done.refused?.code).toBe(code);
  expect(Object.keys(done.refused?.fields ?? {}).toSorted()).toEqual([...on].toSorted());
  expect(await every()).toEqual(before);
  return done;
}

const music = { kind: "category", name: "Music" };

describe("a new tag", () => {
  it("is made by root, tidied, and told in the trail", async () => {
    const done = await act("root", createTagAction, { ...music, name: " Music  and song ", description: "" });
    const made = await tagNow("Music and song");
    expect(done).toEqual({ to: `/places/tags/${made?.id}?notice=tag-created`, refused: null });
    expect(made).toMatchObject({ kind: "category", description: null, version: 1 });
    expect(await tracesOf(made?.id ?? "")).toEqual([
      {
        action: "tag.create",
        actor: "root@people.example",
        resourceType: "tag",
        before: null,
        after: { kind: "category", name: "Music and song" },
        reason: null,
      },
    ]);
  });

  test.each(["area", "city", "pa", "two", "own", "far", "plain"])("is not for %s to make", async (who) => {
    await expectKept(() => act(who, createTagAction, music), "forbidden");
    // What is taken is not said to whoever may not make it anyway: it would tell the names of partnerships.
    await expectKept(() => act(who, createTagAction, { kind: "partnership", name: "Youth Voice" }), "forbidden");
  });

  test.each<[string, Fields, string[]]>([
    ["the name of another of its kind", { ...music, name: "Food" }, ["name"]],
    ["that name in capitals", { ...music, name: "FOOD" }, ["name"]],
    ["no name", { kind: "category", name: " " }, ["name"]],
    ["no kind", { name: "Music", kind: "" }, ["kind"]],
  ])("with %s is refused on that field, for root too", async (_, fields, on) => {
    await expectKept(() => act("root", createTagAction, fields), "invalid", on);
  });

  it("may share its name with a tag of another kind", async () => {
    expect((await act("root", createTagAction, { kind: "facility", name: "Food" })).refused).toBeNull();
  });
});

describe("an edit of a tag", () => {
  const edit = (who: string, fields: Fields, version = 1) =>
    act(who, updateTagAction, { tagId: "food", version, ...fields });

  it("changes what differs, raises the version by one and leaves before and after", async () => {
    expect((await edit("root", { name: "Food and drink", description: "Cafés." })).to).toBe(
      "/places/tags/food?notice=tag-saved",
    );
    const saved = await tagNow("Food and drink");
    expect(saved).toMatchObject({ kind: "category", description: "Cafés.", version: 2 });
    expect(await tracesOf(saved?.id ?? "")).toMatchObject([
      {
        action: "tag.update",
        before: { name: "Food", description: "" },
        after: { name: "Food and drink", description: "Cafés." },
      },
    ]);
  });

  it("that changes nothing leaves version and trail alone", async () => {
    await expectUnchanged(() => edit("root", { name: "Food", description: "" }));
  });

  it("may write its own name in other letters, but not take another's", async () => {
    expect((await edit("root", { name: "FOOD" })).refused).toBeNull();
    await expectKept(() => edit("root", { name: "arts" }, 2), "invalid", ["name"]);
  });

  it("of a version that somebody else changed since is shown theirs and overwrites nothing", async () => {
    await edit("root", { name: "Food and drink" });
    const { refused } = await expectKept(() => edit("root", { description: "Mine." }), "conflict");
    expect(refused?.stale).toMatchObject({ version: 2, values: { name: "Food and drink", description: "" } });
    expect(refused?.message).toContain("Person root");
  });

  test.each(["area", "city", "pa", "two", "own", "far"])("is not for %s, who sees categories", async (who) => {
    await expectKept(() => edit(who, { name: "Mine" }), "forbidden");
    await expectKept(() => edit(who, { name: "arts" }, 7), "forbidden");
  });

  test.each(["area", "own", "plain", "youth"])(
    "of a partnership that %s does not see is answered as unknown",
    async (who) => {
      await expectKept(() => act(who, updateTagAction, { tagId: "age", version: 1, name: "Mine" }), "not_found");
      await expectKept(() => act(who, updateTagAction, { tagId: "nothing", version: 1, name: "Mine" }), "not_found");
    },
  );

  async function expectUnchanged(work: () => Promise<Acted>): Promise<void> {
    const before = await every();
    expect((await work()).refused).toBeNull();
    expect(await every()).toEqual(before);
    expect(await tracesOf(before.find(({ name }) => name === "Food")?.id ?? "")).toEqual([]);
  }
});

describe("deleting a tag", () => {
  const remove = (who: string, tagId: string, version = 1) => act(who, deleteTagAction, { tagId, version });

  it("takes it from every partner and role, and the trail keeps what it hung on", async () => {
    const age = await tagNow("Age Friendly");
    expect((await remove("root", "age")).to).toBe("/places/tags?notice=tag-deleted");
    expect(await tagNow("Age Friendly")).toBeUndefined();
    expect((await partnerNow("garden"))?.tags).toEqual(["food", "loop"]);
    // One role is left with its other partnership, the other with none: it gives nothing, and root is told before.
    expect(await rolesNow("pa")).toEqual(["partnership_admin manchester for green"]);
    expect(await rolesNow("two")).toEqual(["partnership_admin ardwick for youth", "partnership_admin hulme"]);
    const [trace] = await tracesOf(age?.id ?? "");
    expect(trace).toMatchObject({ action: "tag.delete", before: { kind: "partnership", name: "Age Friendly" } });
    expect(JSON.stringify(trace?.before)).toContain("Juniper Garden");
    expect((await tracesOf(await idOf("pa"))).at(-1)).toMatchObject({
      action: "role.change",
      actor: "root@people.example",
      before: { partnerships: [{ name: "Age Friendly" }, { name: "Green Streets" }] },
      after: { partnerships: [{ name: "Green Streets" }] },
    });
  });

  test.each(["area", "pa", "own", "far"])("is not for %s", async (who) => {
    await expectKept(() => remove(who, "food"), "forbidden");
    await expectKept(() => remove(who, "youth"), "not_found");
  });

  const site = (id: string, partnerships: string[], published: boolean) => ({
    ...{ id, slug: id, name: `Site ${id}`, neighbourhoods: ["manchester"], partnerships, published },
  });

  it("that alone narrows a published site is refused with the site's name, because that would show its whole area", async () => {
    await loadForTest({
      sites: [site("open", ["age"], true), site("shared", ["age", "green"], true), site("draft", ["age"], false)],
    });
    const { refused } = await expectKept(() => remove("root", "age"), "invalid");
    expect(refused?.message).toMatch(/^Site open is published/);
    expect(await readSiteForTest("open")).toMatchObject({ version: 1, tags: ["age"] });
    expect((await remove("area", "loop")).refused?.message).not.toContain("Site");
  });

  it("takes it from sites with a step of their version, and their histories say so", async () => {
    await loadForTest({ sites: [site("shared", ["age", "green"], true), site("draft", ["age"], false)] });
    const age = await tagNow("Age Friendly");
    expect((await remove("root", "age")).refused).toBeNull();
    for (const [key, tags, names] of [
      ["shared", ["green"], ["Green Streets"]],
      ["draft", [], []],
    ] as const) {
      expect(await readSiteForTest(key)).toMatchObject({ version: 2, tags });
      expect((await tracesOf(await siteIdForTest(key))).at(-1)).toMatchObject({
        action: "site.update",
        actor: "root@people.example",
        before: { partnerships: expect.arrayContaining([{ id: age?.id, name: "Age Friendly" }]) },
        after: { partnerships: names.map((name) => ({ name })) },
      });
    }
    const [trace] = await tracesOf(age?.id ?? "");
    expect(trace?.before).toMatchObject({ sites: [{ name: "Site draft" }, { name: "Site shared" }] });
  });

  it("in a version that somebody else changed since does nothing", async () => {
    await meanwhile("update tags set version = 2, name = 'Meals' where external_id = 'food'");
    await expectKept(() => remove("root", "food"), "conflict");
  });

  it("twice at once is told to whoever came second", async () => {
    await remove("root", "food");
    await expectKept(() => remove("root", "food"), "not_found");
  });
});

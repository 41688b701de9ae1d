import { beforeEach, describe, expect, it, test } from "vitest";
import { editingWorld } from "@/lib/testing/editing-world";
import { edit, partnerNow, tracesOf } from "@/lib/testing/partner-acts";
import { expectRefused, expectSaved } from "@/lib/testing/partner-expectations";
import { loadForTest } from "@/lib/testing/statements";

beforeEach(() => loadForTest(editingWorld, { reset: true }));

describe("whoever does not see a partner", () => {
  test.each(["plain", "far", "youth"])("%s gets the same answer as for one that does not exist", async (who) => {
    const before = await partnerNow("garden");
    const unseen = await edit(who, "garden", { name: "Taken over" });
    const missing = await edit(who, "no-such-partner", { name: "Taken over" });
    expect(unseen.refused).toEqual({ ...missing.refused, values: { ...missing.refused?.values, partnerId: "garden" } });
    expect(unseen.refused?.code).toBe("not_found");
    expect(await partnerNow("garden")).toEqual(before);
  });
});

describe("the fields of a partner in reach", () => {
  it.each(["root", "area", "city", "pa", "own"])("may be changed and cleared by %s, tidied", async (who) => {
    const sent = { name: " Juniper  Gardens ", publicContactPhone: "", accessibility: "Level\r\npaths.\r\n" };
    const kept = { name: "Juniper Gardens", phone: null, accessibility: "Level\npaths." };
    await expectSaved(who, "garden", sent, kept);
  });

  it.each(["area", "city", "pa", "own"])("do not include the public address for %s", async (who) => {
    await expectRefused(who, "garden", { slug: "mine", name: "Juniper Gardens" }, "forbidden", ["slug"]);
    await expectSaved(who, "garden", { slug: "juniper-garden", name: "Juniper Gardens" }, { name: "Juniper Gardens" });
  });

  it("include the public address for root", async () => {
    await expectSaved("root", "garden", { slug: "garden" }, { slug: "garden" });
  });

  it("include networks and opening hours, which are put in order", async () => {
    const openingHours = "Tue 14:00-16:00, 10:00–12:00\nMonday 9.30 to 12.30";
    const socials = "Instagram: juniper\nFacebook: junipers";
    await expectSaved(
      "own",
      "garden",
      { openingHours, socials },
      {
        hours: ["1 09:30-12:30", "2 10:00-12:00", "2 14:00-16:00"],
        socials: { instagram: "juniper", facebook: "junipers" },
      },
    );
    await expectSaved("own", "garden", { openingHours: "", socials: "" }, { hours: [], socials: {} });
  });

  it("that are sent as they are change nothing, and leave neither version nor trace", async () => {
    const before = await partnerNow("garden");
    const done = await edit("area", "garden", {
      name: "Juniper Garden",
      summary: "Raised beds and a kettle.",
      openingHours: "Monday 09:00–12:30",
      line1: "1 Jackson Crescent",
      addTags: ["food", ""],
      removeTags: ["sport"],
      addNeighbourhoods: ["moss-side", "", " "],
      removeNeighbourhoods: ["ordsall", "nowhere"],
    });
    expect(done).toEqual({ to: "/places/partners/garden?notice=partner-saved", refused: null });
    expect(await partnerNow("garden")).toEqual(before);
    expect(await tracesOf(before?.id ?? "")).toEqual([]);
  });

  it("are told in the trail with what they were, and no others are", async () => {
    const { id = "" } = (await partnerNow("garden")) ?? {};
    await edit("own", "garden", { name: "Juniper Gardens", summary: "", description: "", addTags: ["sport"] });
    const [trace, ...more] = await tracesOf(id);
    expect(more).toEqual([]);
    expect(trace).toMatchObject({ action: "partner.update", actor: "own@people.example", resourceType: "partner" });
    const tags = ["Age Friendly", "Food", "Hearing loop"];
    const named = (list: readonly string[]) =>
      expect.arrayContaining(list.map((name) => expect.objectContaining({ name })));
    const texts = { name: "Juniper Garden", summary: "Raised beds and a kettle.", description: "Come and dig." };
    expect(trace?.before).toEqual({ ...texts, tags: named(tags) });
    expect(trace?.after).toEqual({
      name: "Juniper Gardens",
      summary: null,
      description: null,
      tags: named([...tags, "Sport"]),
    });
  });
});

describe("categories and facilities", () => {
  it.each(["root", "area", "pa", "own"])("are put on and taken off by %s", async (who) => {
    await expectSaved(who, "garden", { addTags: ["arts"], removeTags: ["food", "loop"] }, { tags: ["age", "arts"] });
  });

  it.each(["root", "area"])("are three at most, for %s too; exchanging one is fine", async (who) => {
    await expectRefused(who, "kitchen", { addTags: ["sport"] }, "invalid", ["addTags"]);
    await expectRefused(who, "garden", { addTags: ["arts", "sport", "health"] }, "invalid", ["addTags"]);
    const exchanged = { tags: ["food", "health", "sport"] };
    await expectSaved(who, "kitchen", { addTags: ["sport"], removeTags: ["arts"] }, exchanged);
  });
});

describe("partnerships", () => {
  it.each([
    ["area", "garden", "green"],
    ["city", "garden", "green"],
    ["pa", "garden", "youth"],
    ["own", "garden", "green"],
  ])("%s may not put %s into %s, and a save that tries it as well saves nothing", async (who, partnerId, tag) => {
    await expectRefused(who, partnerId, { addTags: [tag, "arts"], name: "Something else" }, "forbidden", ["addTags"]);
  });

  it.each([
    ["area", "garden", "age"],
    ["city", "bridge", "youth"],
    ["pa", "bridge", "youth"],
    ["youth", "bridge", "age"],
  ])("%s may not take %s out of %s", async (who, partnerId, tag) => {
    await expectRefused(who, partnerId, { removeTags: [tag] }, "forbidden", ["removeTags"]);
  });

  it("are put on and taken off by whoever holds them there", async () => {
    await expectSaved("pa", "garden", { addTags: ["green"] }, { tags: ["age", "food", "green", "loop"] });
    await expectSaved("pa", "garden", { removeTags: ["age"] }, { tags: ["food", "green", "loop"] });
  });

  it("are taken off, and never put back, by a partner's own admins", async () => {
    await expectSaved("own", "garden", { removeTags: ["age"] }, { tags: ["food", "loop"] });
    await expectRefused("own", "garden", { addTags: ["age"] }, "forbidden", ["addTags"]);
  });

  it("are put on and taken off by root, whatever they are", async () => {
    await expectSaved(
      "root",
      "garden",
      { addTags: ["youth"], removeTags: ["age"] },
      { tags: ["food", "loop", "youth"] },
    );
  });

  it("are not put on by joining the area of one role with the partnership of another", async () => {
    // Sees the garden as Age Friendly in Hulme; holds Youth Voice in Ardwick alone.
    await expectRefused("two", "garden", { addTags: ["youth"] }, "forbidden", ["addTags"]);
  });

  it("that somebody may not read survive every save, and answer as if they were not there", async () => {
    await expectSaved("area", "garden", { name: "Juniper Gardens" }, { name: "Juniper Gardens" });
    for (const field of ["addTags", "removeTags"]) {
      const carried = await expectRefused("area", "garden", { [field]: ["age"] }, "forbidden", [field]);
      const foreign = await expectRefused("area", "garden", { [field]: ["youth"] }, "forbidden", [field]);
      const unknown = await expectRefused("area", "garden", { [field]: ["no-such-tag"] }, "forbidden", [field]);
      const { values: _, ...answer } = unknown.refused ?? {};
      expect(carried.refused).toMatchObject(answer);
      expect(foreign.refused).toMatchObject(answer);
    }
  });
});

describe("what makes no sense, whoever asks", () => {
  it.each([
    ["a name that somebody else's partner has, capitals aside", { name: "willow QUAY" }, "name"],
    ["a name of four letters", { name: "Elms" }, "name"],
    ["no name", { name: " " }, "name"],
    ["a name with a line break", { name: "Juniper\nGarden" }, "name"],
    ["a summary of 201 letters", { summary: "a".repeat(201) }, "summary"],
    ["a description without a summary", { summary: "" }, "summary"],
    ["an address of the web without its beginning", { website: "juniper.example" }, "website"],
    ["one that runs a script", { website: "javascript:alert(1)" }, "website"],
    ["a postcode that is none", { postcode: "M15" }, "postcode"],
    ["an address without its first line", { line1: "" }, "line1"],
    ["an address without its neighbourhood", { addressPlace: "" }, "addressPlace"],
    ["an address in no neighbourhood", { addressPlace: "nowhere" }, "addressPlace"],
    ["a service area that does not exist", { addNeighbourhoods: ["nowhere"] }, "addNeighbourhoods"],
    ["openings that overlap", { openingHours: "Mon 09:00-12:00\nMon 11:00-13:00" }, "openingHours"],
    ["an opening that ends before it begins", { openingHours: "Mon 12:00-09:00" }, "openingHours"],
    ["an address of mail without a domain", { publicContactEmail: "hello" }, "publicContactEmail"],
    ["a text that cannot be stored", { accessibility: "a\u0000b" }, "accessibility"],
    ["a public address with a space", { slug: "my garden" }, "slug"],
  ])("%s is refused on its field", async (_, fields, field) => {
    await expectRefused("root", "garden", fields, "invalid", [field]);
  });

  it("a taken public address is refused on its field", async () => {
    await edit("root", "quay", { slug: "quay" });
    await expectRefused("root", "garden", { slug: "quay" }, "invalid", ["slug"]);
  });

  it("a field that the form does not have is refused, not dropped in silence", async () => {
    for (const field of ["hidden", "externalId", "placeIds", "tags"]) {
      await expectRefused("root", "garden", { name: "Juniper Gardens", [field]: "x" }, "invalid");
    }
  });

  it("one's own name may change its capitals", async () => {
    await expectSaved("own", "garden", { name: "JUNIPER Garden" }, { name: "JUNIPER Garden" });
  });

  it("what was loaded beyond today's bounds may stay while something else is changed, and not be changed to the like", async () => {
    const same = { name: "Elm", description: "Only this.", website: "elm.example" };
    await expectSaved("area", "legacy", { ...same, accessibility: "Level." }, { accessibility: "Level." });
    await expectRefused("area", "legacy", { ...same, name: "Oak" }, "invalid", ["name"]);
    await expectRefused("area", "legacy", { ...same, description: "Only that." }, "invalid", ["summary"]);
  });
});

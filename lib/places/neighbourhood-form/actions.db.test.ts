import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it, test } from "vitest";
import { readTransaction } from "@/db/client";
import { neighbourhoodPath } from "@/lib/places/neighbourhood-tree/constants";
import { editingWorld } from "@/lib/testing/editing-world";
import { editPlace, expectTreeKept } from "@/lib/testing/neighbourhood-acts";
import { act, type Fields, meanwhile, tracesOf } from "@/lib/testing/partner-acts";
import { placeNow } from "@/lib/testing/places";
import { loadForTest } from "@/lib/testing/statements";
import { createNeighbourhoodAction } from "./actions";

beforeEach(() => loadForTest(editingWorld, { reset: true }));

const ward = { name: "Cheetham", code: "cheetham", unit: "ward", parent: "manchester" };

describe("a new neighbourhood", () => {
  it("is made by root, tidied, inside the one that it names, and told in the trail", async () => {
    const fields = { ...ward, name: "  Cheetham   Hill ", welshName: " " };
    const done = await act("root", createNeighbourhoodAction, fields);
    expect(done).toEqual({ to: "/places/neighbourhoods/cheetham?notice=neighbourhood-created", refused: null });
    const made = await placeNow("cheetham");
    const path = ["cheetham", "manchester", "england"];
    expect(made).toMatchObject({ name: "Cheetham Hill", welshName: null, unit: "ward", version: 1, path });
    expect(await tracesOf(made?.id ?? "")).toEqual([
      {
        action: "neighbourhood.create",
        actor: "root@people.example",
        resourceType: "neighbourhood",
        before: null,
        after: {
          name: "Cheetham Hill",
          code: "cheetham",
          unit: "ward",
          parent: { code: "manchester", name: "Manchester" },
        },
        reason: null,
      },
    ]);
  });

  it("may lie in nothing where it is a country, and have a Welsh name", async () => {
    const fields = { name: "Wales", welshName: "Cymru", code: "W92000004", unit: "country", parent: "" };
    expect((await act("root", createNeighbourhoodAction, fields)).refused).toBeNull();
    expect(await placeNow("W92000004")).toMatchObject({ name: "Wales", welshName: "Cymru", path: ["W92000004"] });
  });

  it("takes the chosen parent where the form also sends a blank one", async () => {
    await act("root", createNeighbourhoodAction, { ...ward, parent: ["", "salford"] });
    expect((await placeNow("cheetham"))?.path).toEqual(["cheetham", "salford", "england"]);
  });

  test.each(["area", "city", "pa", "two", "own", "far", "plain"])("is not for %s to make", async (who) => {
    await expectTreeKept(() => act(who, createNeighbourhoodAction, ward), "forbidden");
    // What is wrong with it is not said to whoever may not make it anyway.
    await expectTreeKept(() => act(who, createNeighbourhoodAction, { ...ward, code: "hulme" }), "forbidden");
  });

  test.each<[string, Fields, string[]]>([
    ["the code of another", { ...ward, code: "hulme" }, ["code"]],
    ["the code of another in capitals", { ...ward, code: "HULME" }, ["code"]],
    ["no code", { ...ward, code: " " }, ["code"]],
    ["no parent, but narrower than a country", { ...ward, parent: "" }, ["parent"]],
    ["no word on its parent, but narrower than a country", { name: "Cheetham", code: "c", unit: "ward" }, ["parent"]],
    ["a parent that is not there", { ...ward, parent: "nowhere" }, ["parent"]],
    ["a unit as wide as its parent's", { ...ward, unit: "district" }, ["unit"]],
    ["a unit wider than its parent's", { ...ward, unit: "country" }, ["unit"]],
    ["a unit that there is not", { ...ward, unit: "town" }, ["unit"]],
    ["no name", { ...ward, name: "   " }, ["name"]],
    ["a code with a space", { ...ward, code: "E05 011" }, ["code"]],
    ["the code that stands for the form", { ...ward, code: "new" }, ["code"]],
    ["a name of several lines", { ...ward, name: "Cheetham\nHill" }, ["name"]],
    ["a name longer than a heading holds", { ...ward, name: "x".repeat(121) }, ["name"]],
    ["two faults at once", { ...ward, code: "hulme", unit: "country" }, ["code", "unit"]],
  ])("with %s is refused on that field, for root too", async (_, fields, on) => {
    await expectTreeKept(() => act("root", createNeighbourhoodAction, fields), "invalid", on);
  });

  it("with a field that the form does not have is refused as a whole", async () => {
    await expectTreeKept(() => act("root", createNeighbourhoodAction, { ...ward, number: "7" }), "invalid");
  });
});

describe("an edit of a neighbourhood", () => {
  it("changes what differs, raises the version once, and is told in the trail with what was", async () => {
    const before = await placeNow("moss-side");
    const done = await editPlace("root", "moss-side", { name: "Moss Side and Whalley", welshName: "Ochr y Mwsogl" });
    expect(done).toEqual({ to: "/places/neighbourhoods/moss-side?notice=neighbourhood-saved", refused: null });
    const changes = { name: "Moss Side and Whalley", welshName: "Ochr y Mwsogl", version: 2 };
    expect(await placeNow("moss-side")).toEqual({ ...before, ...changes });
    const [trace, ...more] = await tracesOf(before?.id ?? "");
    expect(more).toEqual([]);
    expect(trace).toMatchObject({
      action: "neighbourhood.update",
      before: { name: "Moss Side", welshName: "" },
      after: { name: "Moss Side and Whalley", welshName: "Ochr y Mwsogl" },
    });
  });

  it("of the code leads to the new address, and the record keeps its history", async () => {
    const before = await placeNow("hulme");
    const done = await editPlace("root", "hulme", { code: "E05011368" });
    expect(done.to).toBe(`${neighbourhoodPath({ id: "", code: "E05011368" })}?notice=neighbourhood-saved`);
    expect(await placeNow("hulme")).toBeNull();
    expect(await placeNow("E05011368")).toMatchObject({ id: before?.id, name: "Hulme" });
    expect(await tracesOf(before?.id ?? "")).toHaveLength(1);
  });

  it("that sends everything as it is changes nothing, and leaves neither version nor trace", async () => {
    const before = await placeNow("hulme");
    const fields = { name: "Hulme", welshName: "", code: "hulme", unit: "ward", parent: "manchester" };
    const done = await editPlace("root", "hulme", fields);
    expect(done.to).toBe("/places/neighbourhoods/hulme?notice=neighbourhood-saved");
    expect(await placeNow("hulme")).toEqual(before);
    expect(await tracesOf(before?.id ?? "")).toEqual([]);
  });

  it("may name the record and the parent by UUID", async () => {
    const [hulme, salford] = [await placeNow("hulme"), await placeNow("salford")];
    const done = await editPlace("root", hulme?.id ?? "", { parent: salford?.id ?? "" });
    expect(done.refused).toBeNull();
    expect((await placeNow("hulme"))?.path).toEqual(["hulme", "salford", "england"]);
  });

  it("that moves it takes everything below along, and with it who sees the partners there", async () => {
    await loadForTest({ neighbourhoods: [{ code: "wales", name: "Wales", unit: "country" }] });
    expect((await editPlace("root", "manchester", { parent: "wales" })).refused).toBeNull();
    expect((await placeNow("hulme"))?.path).toEqual(["hulme", "manchester", "wales"]);
    await editPlace("root", "hulme", { parent: "salford" });
    expect((await placeNow("hulme"))?.path).toEqual(["hulme", "salford", "england"]);
    // Garden serves Moss Side too and stays in Manchester; Elm is in Hulme alone.
    const seen = (name: string) => sql`select 1 from partners p, neighbourhoods n
      where p.external_id = ${name} and n.code = 'manchester' and n.number = any(p.scope_ids)`;
    const [garden, elm, drift] = await readTransaction(async (tx) => [
      await tx.execute(seen("garden")),
      await tx.execute(seen("legacy")),
      await tx.execute(sql`select * from kept_column_drift()`),
    ]);
    expect([garden?.length, elm?.length, drift?.length]).toEqual([1, 0, 0]);
    const [trace] = await tracesOf((await placeNow("hulme"))?.id ?? "");
    expect(trace).toMatchObject({
      before: { parent: { code: "manchester", name: "Manchester" } },
      after: { parent: { code: "salford", name: "Salford" } },
    });
  });

  test.each(["area", "city", "pa", "two", "far"])(
    "is not for %s, who sees it, whatever it changes and however it is wrong",
    async (who) => {
      const edits: Fields[] = [{ name: "Mine" }, { code: "ardwick" }, { parent: "hulme" }, {}];
      for (const fields of edits) {
        await expectTreeKept(() => editPlace(who, "hulme", fields), "forbidden");
      }
    },
  );

  test.each(["own", "plain"])("finds nothing for %s, who may not see neighbourhoods", async (who) => {
    const answers = [
      await editPlace(who, "hulme", { name: "Mine" }),
      await editPlace(who, "nowhere", { name: "Mine" }),
    ];
    expect(answers.map(({ refused }) => refused?.code)).toEqual(["not_found", "not_found"]);
    expect((await placeNow("hulme"))?.name).toBe("Hulme");
  });

  test.each<[string, string, Fields, string[]]>([
    ["the code of another", "hulme", { code: "ardwick" }, ["code"]],
    ["the code of another in capitals", "hulme", { code: "ARDWICK" }, ["code"]],
    ["the code of another between spaces", "hulme", { code: " ardwick " }, ["code"]],
    ["no parent any more", "manchester", { parent: "" }, ["parent"]],
    ["a narrower unit and still no parent", "england", { unit: "region" }, ["parent"]],
    ["a parent that is not there", "hulme", { parent: "nowhere" }, ["parent"]],
    ["itself as parent", "manchester", { parent: "manchester" }, ["parent"]],
    ["a place below it as parent", "england", { parent: "hulme" }, ["parent"]],
    ["a parent of its own unit", "hulme", { parent: "ardwick" }, ["parent"]],
    ["a unit as wide as its parent's", "hulme", { unit: "country" }, ["unit"]],
    ["a unit as narrow as what lies in it", "manchester", { unit: "ward" }, ["unit"]],
    ["no name", "hulme", { name: "" }, ["name"]],
    ["no unit", "hulme", { unit: "" }, ["unit"]],
    ["no code", "hulme", { code: "" }, ["code"]],
  ])("with %s is refused on that field, for root too", async (_, code, fields, on) => {
    await expectTreeKept(() => editPlace("root", code, fields), "invalid", on);
  });

  it("of the code may change nothing but capitals, also beside another that was loaded so", async () => {
    expect((await editPlace("root", "hulme", { code: "Hulme" })).refused).toBeNull();
    expect(await placeNow("Hulme")).toMatchObject({ name: "Hulme", version: 2 });
    await loadForTest({ neighbourhoods: [{ code: "HULME", name: "Twin", unit: "ward", parent: "salford" }] });
    expect((await editPlace("root", "HULME", { name: "Twin of Hulme", code: "HULME" })).refused).toBeNull();
    await expectTreeKept(() => editPlace("root", "HULME", { code: "hulme" }), "invalid", ["code"]);
  });

  it("leaves a place in nothing that was loaded so, whatever it is, until its level or parent changes", async () => {
    await loadForTest({ neighbourhoods: [{ code: "isle", name: "Isle", unit: "district" }] });
    const fields = { name: "The Isle", code: "isle", unit: "district", parent: "" };
    expect((await editPlace("root", "isle", fields)).refused).toBeNull();
    const { refused } = await expectTreeKept(() => editPlace("root", "isle", { unit: "county" }), "invalid", [
      "parent",
    ]);
    expect(refused?.fields?.parent).toBe("Only a country lies in nothing. Choose the place that it lies in.");
    expect((await editPlace("root", "isle", { unit: "county", parent: "england" })).refused).toBeNull();
  });

  it("leaves values alone that were loaded outside today's bounds", async () => {
    const code = `odd code ${"x".repeat(40)}`;
    const neighbourhoods = [{ code, name: "y".repeat(200), unit: "country" as const }];
    await loadForTest({ neighbourhoods });
    const fields = { name: "y".repeat(200), code, welshName: "Hen" };
    expect((await editPlace("root", code, fields)).refused).toBeNull();
    expect(await placeNow(code)).toMatchObject({ name: "y".repeat(200), welshName: "Hen" });
  });

  it("may be moved although its unit does not fit in ways that were loaded, once it fits where it goes", async () => {
    await meanwhile("update neighbourhoods set unit = 'country' where code = 'ordsall'");
    expect((await editPlace("root", "ordsall", { name: "Ordsall Hall" })).refused).toBeNull();
    await expectTreeKept(() => editPlace("root", "ordsall", { parent: "manchester" }), "invalid", ["parent"]);
    expect((await editPlace("root", "ordsall", { parent: "" })).refused).toBeNull();
  });
});

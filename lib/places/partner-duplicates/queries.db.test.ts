import { beforeAll, describe, expect, it, test } from "vitest";
import { createPartnerAction } from "@/lib/places/partners/actions";
import { editingWorld } from "@/lib/testing/editing-world";
import { act, partnerNow } from "@/lib/testing/partner-acts";
import { actorOf } from "@/lib/testing/people-acts";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { MOST_SIMILAR } from "./constants";
import { listSimilarPartners } from "./queries";

beforeAll(() => loadForTest(editingWorld, { reset: true }));

async function namesFor(who: string, name: string, postcode = ""): Promise<string[]> {
  return (await listSimilarPartners(await actorOf(who), { name, postcode })).map((partner) => partner.name);
}

describe("partners like one that is being made", () => {
  test.each([
    ["a name that is nearly the same", "Juniper Gardens", "", ["Juniper Garden"]],
    ["capital letters and spaces that differ", "  JUNIPER  garden ", "", ["Juniper Garden"]],
    ["the same postcode, however it is written", "Something else", "m15 5aj", ["Juniper Garden"]],
    ["a name that shares one word of three", "Garden of Delights", "", []],
    ["nothing", "", "", []],
    ["signs of the database's own", "%", "_", []],
    ["a character that no text can hold", "\u0000", "\u0000", []],
  ])("are found by %s", async (_, name, postcode, found) => {
    expect(await namesFor("root", name, postcode)).toEqual(found);
  });

  test.each([
    ["area", ["Juniper Garden"]],
    ["pa", ["Juniper Garden"]],
    ["own", ["Juniper Garden"]],
    ["youth", []],
    ["far", []],
    ["plain", []],
  ])("are named to %s only where they are within the remit: %j", async (who, found) => {
    expect(await namesFor(who, "Juniper Gardens", "M15 5AJ")).toEqual(found);
  });

  it("are a few at most, the likest first, each with its page, in one statement", async () => {
    const many = Array.from({ length: 9 }, (_, index) => ({
      id: `beech-${index}`,
      name: `Beech Lodge ${"I".repeat(index + 1)}`,
      serviceAreas: ["hulme"],
    }));
    await loadForTest({ partners: many });
    const root = await actorOf("root");
    const found = await listSimilarPartners(root, { name: "Beech Lodge I", postcode: "" });
    expect(found).toHaveLength(MOST_SIMILAR);
    expect(found[0]).toEqual({ name: "Beech Lodge I", href: "/places/partners/beech-0" });
    expect(await countStatements(() => listSimilarPartners(root, { name: "Beech", postcode: "M1 1AA" }))).toBe(1);
  });
});

describe("making a partner that may be there already", () => {
  it("comes back once with a hint that names and links them, and makes nothing", async () => {
    const fields = { name: "Juniper Gardens", addNeighbourhoods: "hulme" };
    const { refused } = await act("area", createPartnerAction, fields);
    expect(refused).toMatchObject({
      code: "invalid",
      fields: { duplicatesSeen: expect.stringContaining("may be there already") },
      records: [{ name: "Juniper Garden", href: "/places/partners/garden" }],
      values: { name: "Juniper Gardens" },
    });
    expect(await partnerNow("Juniper Gardens")).toBeNull();
    expect((await act("area", createPartnerAction, { ...fields, duplicatesSeen: "yes" })).refused).toBeNull();
    expect(await partnerNow("Juniper Gardens")).not.toBeNull();
  });

  it("says nothing of one outside the remit", async () => {
    const fields = { name: "Juniper Gardeners", addNeighbourhoods: "ordsall", postcode: "" };
    expect((await act("far", createPartnerAction, fields)).refused).toBeNull();
  });

  it("is refused for a name that is taken before any hint", async () => {
    const { refused } = await act("area", createPartnerAction, { name: "juniper garden", addNeighbourhoods: "hulme" });
    expect(Object.keys(refused?.fields ?? {})).toEqual(["name"]);
  });
});

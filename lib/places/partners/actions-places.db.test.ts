import { beforeEach, describe, expect, it, test } from "vitest";
import { editingWorld } from "@/lib/testing/editing-world";
import { edit, partnerNow, tracesOf } from "@/lib/testing/partner-acts";
import { expectRefused, expectSaved } from "@/lib/testing/partner-expectations";
import { loadForTest } from "@/lib/testing/statements";

beforeEach(() => loadForTest(editingWorld, { reset: true }));

const address = { line1: "2 High Street", postcode: "m14 4px" };
const written = (place: string) => `2 High Street, M14 4PX, ${place}`;

describe("service areas", () => {
  it.each([
    ["root", "ordsall"],
    ["area", "hulme"],
    ["city", "ardwick"],
    ["city", "manchester"],
    ["pa", "ardwick"],
    ["own", "ordsall"],
    ["own", "england"],
  ])("%s adds %s to a partner in reach", async (who, place) => {
    await expectSaved(who, "garden", { addNeighbourhoods: [place] }, { areas: ["moss-side", place].toSorted() });
  });

  it.each([
    ["area", "ardwick"],
    ["area", "manchester"],
    ["city", "ordsall"],
    ["pa", "ordsall"],
    ["pa", "england"],
  ])(
    "%s may not add %s, which lies outside; the sentence names it and the save does nothing else",
    async (who, place) => {
      const fields = { addNeighbourhoods: ["hulme", place], name: "Something else", addTags: ["arts"] };
      const { refused } = await expectRefused(who, "garden", fields, "forbidden", ["addNeighbourhoods"]);
      const names: Record<string, string> = {
        ardwick: "Ardwick",
        manchester: "Manchester",
        ordsall: "Ordsall",
        england: "England",
      };
      expect(refused?.fields?.addNeighbourhoods).toMatch(new RegExp(`^${names[place]}: .*Who could: root`));
      expect(refused?.fields?.addNeighbourhoods).not.toContain("Hulme:");
    },
  );

  it("inside are taken away, those outside stay where a neighbourhood admin cannot", async () => {
    await expectSaved("area", "garden", { removeNeighbourhoods: ["moss-side"] }, { areas: [] });
    await expectRefused("area", "bridge", { removeNeighbourhoods: ["ordsall"] }, "forbidden", ["removeNeighbourhoods"]);
    await expectRefused("city", "bridge", { removeNeighbourhoods: ["ordsall"] }, "forbidden", ["removeNeighbourhoods"]);
  });

  it("outside are taken away by a partnership admin, which the trail and the page afterwards say", async () => {
    const { id = "" } = (await partnerNow("bridge")) ?? {};
    const { to } = await expectSaved("pa", "bridge", { removeNeighbourhoods: ["ordsall"] }, { areas: [] });
    expect(to).toBe("/places/partners/bridge?notice=partner-saved-beyond-area");
    expect(await tracesOf(id)).toMatchObject([
      {
        before: { serviceAreas: [{ code: "ordsall", name: "Ordsall" }] },
        after: { serviceAreas: null, removedBeyondArea: [{ code: "ordsall", name: "Ordsall" }] },
      },
    ]);
  });

  it("inside are taken away by a partnership admin without a word more", async () => {
    const { to } = await expectSaved("pa", "garden", { removeNeighbourhoods: ["moss-side"] }, { areas: [] });
    expect(to).toBe("/places/partners/garden?notice=partner-saved");
  });

  it("that are not named survive every save", async () => {
    await expectSaved("area", "bridge", { addNeighbourhoods: ["moss-side"] }, { areas: ["moss-side", "ordsall"] });
  });

  it("both added and taken away stay as they are", async () => {
    const before = await partnerNow("garden");
    await edit("area", "garden", { addNeighbourhoods: ["moss-side"], removeNeighbourhoods: ["moss-side"] });
    expect(await partnerNow("garden")).toEqual(before);
  });

  it("at the address itself come and go without any place coming or going", async () => {
    // Far away from the area of whoever does it, the address already lies there.
    await expectSaved("area", "riders", { addNeighbourhoods: ["ardwick"] }, { areas: ["ardwick", "hulme"] });
    await expectSaved("area", "riders", { removeNeighbourhoods: ["ardwick"] }, { areas: ["hulme"] });
  });
});

describe("the address", () => {
  it.each(["root", "area", "city", "pa", "own"])("is corrected within its neighbourhood by %s", async (who) => {
    await expectSaved(who, "garden", { ...address, addressPlace: "hulme" }, { address: written("hulme") });
  });

  it("is corrected within a neighbourhood beyond one's area, but not moved out of it, nor cleared", async () => {
    await expectSaved("area", "riders", address, { address: written("ardwick") });
    await expectRefused("area", "riders", { addressPlace: "hulme" }, "forbidden", ["addressPlace"]);
    await expectRefused("area", "riders", { clearAddress: "on" }, "forbidden", ["addressPlace"]);
  });

  it("moves inside one's area, and not out of it", async () => {
    await expectSaved("area", "garden", { ...address, addressPlace: "moss-side" }, { address: written("moss-side") });
    await expectRefused("area", "garden", { addressPlace: "ardwick" }, "forbidden", ["addressPlace"]);
    await expectSaved("city", "garden", { addressPlace: "ardwick" }, { address: written("ardwick") });
    await expectRefused("pa", "garden", { addressPlace: "ordsall" }, "forbidden", ["addressPlace"]);
    await expectSaved("own", "garden", { addressPlace: "ordsall" }, { address: written("ordsall") });
  });

  it("is given to a partner that had none, whole or not at all", async () => {
    await expectRefused("area", "kitchen", { line1: "2 High Street" }, "invalid", ["postcode", "addressPlace"]);
    await expectSaved("area", "kitchen", { ...address, addressPlace: "moss-side" }, { address: written("moss-side") });
  });

  it("is cleared where a service area is left, by the box or by blank fields", async () => {
    const blank = { line1: "", line2: "", city: "", postcode: "", addressPlace: "" };
    await expectSaved("area", "garden", { clearAddress: "on", line1: "1 Jackson Crescent" }, { address: null });
    await expectSaved("root", "riders", blank, { address: null });
  });
});

describe("the last place", () => {
  test.each([
    ["root", "hall", { clearAddress: "on" }, "addressPlace"],
    ["city", "hall", { line1: "", line2: "", city: "", postcode: "", addressPlace: "" }, "addressPlace"],
    ["root", "kitchen", { removeNeighbourhoods: ["moss-side"] }, "removeNeighbourhoods"],
    ["own", "garden", { clearAddress: "on", removeNeighbourhoods: ["moss-side"] }, "removeNeighbourhoods"],
  ])("is not taken by %s from %s", async (who, partnerId, fields, field) => {
    const { refused } = await expectRefused(who, partnerId, fields, "invalid", [field]);
    expect(refused?.fields?.[field]).toBe("A partner needs an address or a service area.");
  });

  test("may be exchanged for another in one save", async () => {
    const fields = { removeNeighbourhoods: ["moss-side"], addNeighbourhoods: ["hulme"] };
    await expectSaved("area", "kitchen", fields, { areas: ["hulme"] });
  });
});

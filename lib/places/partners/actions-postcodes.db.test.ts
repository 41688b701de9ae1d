import { beforeEach, describe, expect, it } from "vitest";
import { editingWorld } from "@/lib/testing/editing-world";
import { act, edit, type Fields, meanwhile, partnerNow } from "@/lib/testing/partner-acts";
import { expectRefused, expectSaved } from "@/lib/testing/partner-expectations";
import { addPostcodeForTest } from "@/lib/testing/postcodes";
import { loadForTest } from "@/lib/testing/statements";
import { createPartnerAction } from "./actions";

const UNKNOWN = "This postcode is not known here. Choose the neighbourhood by hand.";

beforeEach(async () => {
  await loadForTest(editingWorld, { reset: true });
  await addPostcodeForTest("M155AJ", "hulme");
  await addPostcodeForTest("M501AA", "ordsall");
  await addPostcodeForTest("M11AE", "manchester");
});

const name = "Hazel House";
const create = (who: string, fields: Fields) =>
  act(who, createPartnerAction, { name, line1: "3 High Street", duplicatesSeen: "yes", ...fields });

describe("a new partner's address without a chosen neighbourhood", () => {
  it("lies where its postcode does, however that is typed", async () => {
    expect((await create("area", { postcode: "m15 5aj", addressPlace: "" })).refused).toBeNull();
    expect(await partnerNow(name)).toMatchObject({ address: "3 High Street, M15 5AJ, hulme" });
  });

  it("lies in the district where the ward is not known, which only those who look after the district may choose", async () => {
    const { refused } = await create("area", { postcode: "M1 1AE" });
    expect(refused).toMatchObject({ code: "forbidden", fields: { addressPlace: expect.any(String) } });
    expect(await partnerNow(name)).toBeNull();
    expect((await create("city", { postcode: "M1 1AE" })).refused).toBeNull();
    expect(await partnerNow(name)).toMatchObject({ address: "3 High Street, M1 1AE, manchester" });
  });

  it("is refused on that field where the postcode is not known, and no partner is made", async () => {
    const { refused } = await create("root", { postcode: "M9 9ZZ", addNeighbourhoods: ["hulme"] });
    expect(refused).toMatchObject({ code: "invalid", fields: { addressPlace: UNKNOWN } });
    expect(await partnerNow(name)).toBeNull();
  });

  it("gives way to the neighbourhood that was chosen by hand", async () => {
    expect((await create("root", { postcode: "M15 5AJ", addressPlace: "ardwick" })).refused).toBeNull();
    expect(await partnerNow(name)).toMatchObject({ address: "3 High Street, M15 5AJ, ardwick" });
  });
});

describe("an edit that takes the neighbourhood off the address", () => {
  it("puts it where its postcode lies", async () => {
    const fields = { line1: "2 Quay Street", postcode: "M50 1AA", addressPlace: "" };
    await expectSaved("own", "garden", fields, { address: "2 Quay Street, M50 1AA, ordsall" });
  });

  it("is judged by that place as by one chosen by hand", async () => {
    await expectRefused("area", "garden", { postcode: "M50 1AA", addressPlace: "" }, "forbidden", ["addressPlace"]);
  });

  it("is refused on that field where the postcode is not known", async () => {
    const fields = { postcode: "M9 9ZZ", addressPlace: "" };
    const { refused } = await expectRefused("root", "garden", fields, "invalid", ["addressPlace"]);
    expect(refused?.fields?.addressPlace).toBe(UNKNOWN);
  });

  it("still takes the address away where every line of it is blank", async () => {
    const blank = { line1: "", line2: "", city: "", postcode: "", addressPlace: "" };
    await expectSaved("root", "garden", blank, { address: null });
  });
});

describe("an edit that only corrects the postcode", () => {
  it.each([
    ["own", "This postcode lies in Ordsall. Choose it, or save again to keep Hulme."],
    ["area", "This postcode does not lie in Hulme, but where you may not put the address. Save again to keep Hulme."],
  ])(
    "comes back once to %s where it lies elsewhere, and keeps the neighbourhood once that was read",
    async (who, hint) => {
      const { refused } = await expectRefused(who, "garden", { postcode: "M50 1AA" }, "invalid", ["placeSeen"]);
      expect(refused?.fields?.placeSeen).toBe(hint);
      expect((await edit(who, "garden", { postcode: "M50 1AA", placeSeen: hint })).refused).toBeNull();
      expect(await partnerNow("garden")).toMatchObject({ address: "1 Jackson Crescent, M50 1AA, hulme" });
    },
  );

  it("comes back again where another postcode was typed after the hint", async () => {
    const read = { placeSeen: "This postcode lies in Ordsall. Choose it, or save again to keep Hulme." };
    await addPostcodeForTest("M121AA", "ardwick");
    await expectRefused("root", "garden", { postcode: "M12 1AA", ...read }, "invalid", ["placeSeen"]);
  });

  it.each(["M15 5AJ", "M1 1AE", "M9 9ZZ"])(
    "goes on where %s is in that neighbourhood, no nearer known, or unknown",
    async (postcode) => {
      await meanwhile("update partner_addresses set postcode = 'M15 9ZZ'");
      expect((await edit("root", "garden", { postcode })).refused).toBeNull();
      expect(await partnerNow("garden")).toMatchObject({ address: `1 Jackson Crescent, ${postcode}, hulme` });
    },
  );
});

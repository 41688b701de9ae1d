import { beforeEach, describe, expect, it, test } from "vitest";
import { editingWorld } from "@/lib/testing/editing-world";
import { edit, type Fields, meanwhile, partnerNow, tracesOf } from "@/lib/testing/partner-acts";
import { expectRefused, expectSaved } from "@/lib/testing/partner-expectations";
import { loadForTest } from "@/lib/testing/statements";

beforeEach(() => loadForTest(editingWorld, { reset: true }));

const question = "confirmation_required";

/** Asks once, expecting to be asked back; gives the confirmation. */
async function asked(who: string, partnerId: string, fields: Fields): Promise<string> {
  const { refused } = await expectRefused(who, partnerId, fields, question);
  return refused?.confirmation ?? "";
}

describe("a save that takes the partner out of the actor's own sight", () => {
  it.each<[string, string, string, Fields, readonly string[]]>([
    [
      "the last partnership of theirs",
      "pa",
      "garden",
      { removeTags: ["age"] },
      ["Juniper Garden", "Person co", "Person own"],
    ],
    ["the same where another's partnership stays", "pa", "bridge", { removeTags: ["age"] }, ["Larch Bridge"]],
    ["the last place in their area", "far", "bridge", { removeNeighbourhoods: ["ordsall"] }, ["Larch Bridge"]],
    ["the last place in their area, of two", "area", "riders", { removeNeighbourhoods: ["hulme"] }, ["Aspen Riders"]],
    [
      "the last place in their partnership's area",
      "youth",
      "bridge",
      { removeNeighbourhoods: ["ordsall"] },
      ["Larch Bridge"],
    ],
    ["the address, which was the last place in their area", "two", "bridge", { clearAddress: "on" }, ["Larch Bridge"]],
  ])(
    "(%s, by %s) asks first, names what disappears, and is done once confirmed",
    async (_, who, partnerId, fields, gone) => {
      const { refused } = await expectRefused(who, partnerId, fields, question);
      expect(refused?.disappearing?.map(({ name }) => name).toSorted()).toEqual(gone);
      const done = await edit(who, partnerId, { ...fields, confirmed: refused?.confirmation ?? "" });
      expect(done).toEqual({ to: "/places/partners?notice=partner-saved-out-of-sight", refused: null });
      expect((await edit(who, partnerId, { name: "Still mine" })).refused?.code).toBe("not_found");
    },
  );

  it("keeps everything else that was sent with it for the confirmed save", async () => {
    const fields = { removeTags: ["age"], name: "Juniper Gardens" };
    const confirmed = await asked("pa", "garden", fields);
    const changes = { name: "Juniper Gardens", tags: ["food", "loop"] };
    await expectSaved("pa", "garden", { ...fields, confirmed }, changes);
  });
});

describe("a save that leaves the partner in sight is not asked about", () => {
  test.each<[string, string, string, Fields]>([
    ["through another place", "area", "garden", { removeNeighbourhoods: ["moss-side"] }],
    ["through another partnership", "pa", "garden", { addTags: ["green"], removeTags: ["age"] }],
    [
      "through another place of the same save",
      "area",
      "kitchen",
      { addNeighbourhoods: ["hulme"], removeNeighbourhoods: ["moss-side"] },
    ],
    ["through being its own admin", "own", "garden", { removeTags: ["age"], removeNeighbourhoods: ["moss-side"] }],
    ["through root", "root", "garden", { removeTags: ["age"] }],
  ])("%s", async (_, who, partnerId, fields) => {
    expect((await edit(who, partnerId, fields)).refused).toBeNull();
  });
});

describe("a confirmation", () => {
  const fields = { removeTags: ["age"] };

  it("of one change confirms no other", async () => {
    const confirmed = await asked("pa", "garden", fields);
    await expectRefused("pa", "garden", { ...fields, name: "Juniper Gardens", confirmed }, question);
    await expectRefused("pa", "bridge", { ...fields, confirmed }, question);
  });

  it("of one person confirms nothing for another", async () => {
    const confirmed = await asked("pa", "garden", fields);
    await expectRefused("two", "garden", { ...fields, confirmed }, question);
  });

  it("of one state of the partner confirms nothing of a later one", async () => {
    const confirmed = await asked("pa", "garden", fields);
    const version = (await partnerNow("garden"))?.version;
    await edit("own", "garden", { name: "Juniper Gardens" });
    await expectRefused("pa", "garden", { ...fields, confirmed }, question);
    const stale = await edit("pa", "garden", { ...fields, confirmed }, version);
    expect(stale.refused?.code).toBe("conflict");
    expect((await partnerNow("garden"))?.tags).toContain("age");
  });

  it("is no bare yes", async () => {
    for (const confirmed of ["yes", "true", "0".repeat(64)]) {
      await expectRefused("pa", "garden", { ...fields, confirmed }, question);
    }
  });

  it("does not make up for rights that were lost meanwhile", async () => {
    const confirmed = await asked("pa", "garden", fields);
    await meanwhile("update role_grants set ended_at = now() where role = 'partnership_admin'");
    await expectRefused("pa", "garden", { ...fields, confirmed }, "not_found");
    expect(await tracesOf((await partnerNow("garden"))?.id ?? "")).toEqual([]);
  });
});

import { beforeEach, describe, expect, it, test } from "vitest";
import { type BulkActed, hideMany, tagMany } from "@/lib/testing/bulk-acts";
import { editingWorld } from "@/lib/testing/editing-world";
import { type Fields, meanwhile, partnerNow, tracesOf } from "@/lib/testing/partner-acts";
import { loadForTest } from "@/lib/testing/statements";

const world = {
  ...editingWorld,
  users: [
    ...(editingWorld.users ?? []),
    { email: "both@people.example", name: "Person both" },
    { email: "shared@people.example", name: "Person shared" },
  ],
  roles: [
    ...(editingWorld.roles ?? []),
    // Looks after Age Friendly in Manchester, and knows Youth Voice by a partner of their own alone.
    { user: "both@people.example", role: "partnership_admin", neighbourhoods: ["manchester"], partnerships: ["age"] },
    { user: "both@people.example", role: "partner_admin", partner: "quay" },
    { user: "shared@people.example", role: "partner_admin", partner: "garden" },
    { user: "shared@people.example", role: "partner_admin", partner: "hall" },
  ],
};

beforeEach(() => loadForTest(world, { reset: true }));

const named = ["garden", "bridge", "kitchen", "hall", "quay", "riders", "legacy"] as const;

async function tagsNow(): Promise<Record<string, string[] | undefined>> {
  const rows = await Promise.all(named.map(async (key) => [key, (await partnerNow(key))?.tags] as const));
  return Object.fromEntries(rows);
}

/** Expects a refusal, after which every partner carries what it carried. */
async function expectKept(work: () => Promise<BulkActed>, code: string): Promise<BulkActed> {
  const before = await tagsNow();
  const done = await work();
  expect(done.refused?.code).toBe(code);
  expect(await tagsNow()).toEqual(before);
  return done;
}

describe("a tag on many partners", () => {
  it("is put on and taken off in one act, what is refused does not hold up the rest, and each line says what became of it", async () => {
    const fields = { add: ["riders", "kitchen", "quay"], remove: ["garden", "hall"] };
    expect(await tagMany("root", "sport", fields)).toEqual({
      told: [
        "Aspen Riders: done, Put in.",
        "Juniper Garden: kept, Was not in it.",
        "Moss Side Kitchen: refused, A partner carries at most 3 categories.",
        "Rowan Hall: kept, Was not in it.",
        "Willow Quay: done, Put in.",
      ],
      missing: 0,
      refused: null,
    });
    expect(await tagsNow()).toMatchObject({
      riders: ["sport"],
      quay: ["sport", "youth"],
      kitchen: ["arts", "food", "health"],
      garden: ["age", "food", "loop"],
    });
    expect((await tagMany("root", "food", { remove: ["garden", "kitchen"] })).told).toEqual([
      "Juniper Garden: done, Taken out.",
      "Moss Side Kitchen: done, Taken out.",
    ]);
    expect(await tagsNow()).toMatchObject({ garden: ["age", "loop"], kitchen: ["arts", "health"] });
  });

  it("leaves one event with each partner that changed, with its tags before and after, and raises its version by one", async () => {
    const before = await partnerNow("garden");
    await tagMany("area", "arts", { add: ["garden", "kitchen"] });
    const after = await partnerNow("garden");
    expect(after?.version).toBe((before?.version ?? 0) + 1);
    const [trace, ...others] = (await tracesOf(after?.id ?? "")).filter(({ action }) => action === "partner.tag");
    expect(others).toEqual([]);
    expect(trace).toMatchObject({ actor: "area@people.example", resourceType: "partner" });
    const namesOf = (side: unknown) => (side as { tags: { name: string }[] }).tags.map(({ name }) => name).toSorted();
    expect(namesOf(trace?.before)).toEqual(["Age Friendly", "Food", "Hearing loop"]);
    expect(namesOf(trace?.after)).toEqual(["Age Friendly", "Arts", "Food", "Hearing loop"]);
    const kitchen = await partnerNow("kitchen");
    expect((await tracesOf(kitchen?.id ?? "")).filter(({ action }) => action === "partner.tag")).toEqual([]);
  });

  it("stays as it is on a partner that is both to come and to go", async () => {
    const done = await tagMany("root", "food", { add: ["garden"], remove: ["garden"] });
    expect(done.told).toEqual(["Juniper Garden: kept, Stays as it is."]);
    expect((await tagsNow()).garden).toEqual(["age", "food", "loop"]);
  });

  test.each<[string, string, string[], string]>([
    ["area", "arts", ["riders", "quay", "nothing"], "riders"],
    ["far", "arts", ["quay", "garden"], "quay"],
    ["own", "sport", ["garden", "riders"], "garden"],
    ["pa", "sport", ["garden", "riders"], "garden"],
  ])(
    "%s reaches the partners within their remit, and the others are like those that do not exist",
    async (who, tag, add, within) => {
      const before = await tagsNow();
      const { told, missing, refused } = await tagMany(who, tag, { add });
      expect([told.length, missing, refused]).toEqual([1, add.length - 1, null]);
      const after = await tagsNow();
      expect(after[within]).toContain(tag);
      expect({ ...after, [within]: null }).toEqual({ ...before, [within]: null });
    },
  );

  test.each<[string, string, Fields]>([
    // No remit at all, no partner within it, a tag that does not exist.
    ["plain", "food", { add: ["garden"] }],
    ["far", "food", { add: ["garden"] }],
    ["root", "nothing", { add: ["garden"] }],
    // Partnerships of others are like those that do not exist.
    ["area", "age", { add: ["riders"] }],
    ["area", "age", { remove: ["garden"] }],
    ["pa", "youth", { remove: ["bridge"] }],
    ["own", "youth", { add: ["garden"] }],
    ["youth", "age", { remove: ["bridge"] }],
  ])("by %s is not found where the tag (%s) or every partner is out of sight", async (who, tag, fields) => {
    await expectKept(() => tagMany(who, tag, fields), "not_found");
  });

  it("that is a partnership is never put on by a partner admin, who may take it off", async () => {
    await meanwhile("delete from partner_tags where partner_id = (select id from partners where external_id = 'quay')");
    await meanwhile(
      `insert into partner_tags select p.id, t.id from partners p, tags t where p.external_id = 'quay' and t.external_id = 'green'`,
    );
    // `both` knows Green Streets by their own partner alone.
    expect((await tagMany("both", "green", { remove: ["quay"] })).told).toEqual(["Willow Quay: done, Taken out."]);
    await expectKept(() => tagMany("both", "green", { add: ["quay"] }), "not_found");
    await expectKept(() => tagMany("own", "age", { add: ["bridge"] }), "not_found");
    expect((await tagMany("own", "age", { remove: ["garden"] })).told).toEqual(["Juniper Garden: done, Taken out."]);
    await expectKept(() => tagMany("own", "age", { add: ["garden"] }), "not_found");
  });

  it("of one grant is not put on by the area of another, and the refusal stands with the partner", async () => {
    const { refused } = await expectKept(() => tagMany("two", "youth", { add: ["garden"] }), "forbidden");
    const garden = await partnerNow("garden");
    expect(Object.keys(refused?.fields ?? {})).toEqual([garden?.id]);
    expect(refused?.fields?.[garden?.id ?? ""]).toMatch(/^This partnership is not one/);
  });

  it("that one reads on an own partner only is answered alike on others, whether they carry it or not", async () => {
    const answer = async (key: string, way: "add" | "remove") => {
      const { refused } = await expectKept(() => tagMany("both", "youth", { [way]: [key] }), "forbidden");
      return [refused?.message, Object.values(refused?.fields ?? {}), refused?.reasons];
    };
    // The bridge is in Youth Voice, the garden is not.
    expect(await answer("bridge", "remove")).toEqual(await answer("garden", "remove"));
    expect(await answer("bridge", "add")).toEqual(await answer("garden", "add"));
  });
});

describe("hiding many partners", () => {
  it("takes those off the public pages that one may hide, for one reason, and says what was hidden already", async () => {
    await expect(hideMany("city", ["garden", "hall", "quay"], "Moving house.")).resolves.toEqual({
      told: ["Juniper Garden: done, Hidden.", "Rowan Hall: kept, Was hidden already."],
      missing: 1,
      refused: null,
    });
    const garden = await partnerNow("garden");
    expect(garden).toMatchObject({ hiddenFor: "Moving house.", hiddenBy: "Person city" });
    expect((await partnerNow("hall"))?.hiddenFor).toBe("Closed for repairs");
    expect((await partnerNow("quay"))?.hiddenFor).toBeNull();
    expect((await tracesOf(garden?.id ?? "")).at(-1)).toMatchObject({
      action: "partner.hide",
      before: { hidden: false },
      after: { hidden: true },
      reason: "Moving house.",
    });
  });

  it("is not for a partner's own admins, nor for anybody beyond their remit", async () => {
    expect((await hideMany("own", ["garden"], "Mine.")).refused?.code).toBe("forbidden");
    expect((await hideMany("far", ["garden"], "Mine.")).refused?.code).toBe("not_found");
    expect((await hideMany("plain", ["garden"], "Mine.")).refused?.code).toBe("not_found");
    expect((await partnerNow("garden"))?.hiddenFor).toBeNull();
  });
});

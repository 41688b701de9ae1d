import { beforeEach, expect, test } from "vitest";
import { tagMany } from "@/lib/testing/bulk-acts";
import { editingWorld } from "@/lib/testing/editing-world";
import { meanwhile, partnerNow } from "@/lib/testing/partner-acts";
import { loadForTest } from "@/lib/testing/statements";

const world = {
  ...editingWorld,
  users: [
    ...(editingWorld.users ?? []),
    { email: "second@people.example", name: "Person second" },
    { email: "shared@people.example", name: "Person shared" },
  ],
  roles: [
    ...(editingWorld.roles ?? []),
    { user: "second@people.example", role: "partnership_admin", neighbourhoods: ["manchester"], partnerships: ["age"] },
    { user: "shared@people.example", role: "partner_admin", partner: "garden" },
    { user: "shared@people.example", role: "partner_admin", partner: "hall" },
  ],
};

beforeEach(() => loadForTest(world, { reset: true }));

async function carriers(): Promise<string[]> {
  const rows = await Promise.all(
    ["garden", "bridge", "hall"].map(async (key) => ({ key, now: await partnerNow(key) })),
  );
  return rows.flatMap(({ key, now }) => (now?.tags.includes("age") ? [key] : []));
}

const all = ["garden", "bridge", "hall"];

test("taking partners out of one's last partnership on them names all that disappears, does nothing, and is done once confirmed", async () => {
  const asked = await tagMany("pa", "age", { remove: ["garden", "bridge"] });
  expect(asked.refused?.code).toBe("confirmation_required");
  expect(asked.refused?.disappearing?.map(({ name }) => name).toSorted()).toEqual([
    "Juniper Garden",
    "Larch Bridge",
    "Person co",
    "Person own",
  ]);
  expect(await carriers()).toEqual(all);
  const confirmed = asked.refused?.confirmation ?? "";
  const done = await tagMany("pa", "age", { remove: ["garden", "bridge"], confirmed });
  expect(done.told).toEqual(["Juniper Garden: done, Taken out.", "Larch Bridge: done, Taken out."]);
  expect(await carriers()).toEqual(["hall"]);
  // Tags that one does not look after survive.
  expect((await partnerNow("bridge"))?.tags).toEqual(["youth"]);
  expect((await partnerNow("garden"))?.tags).toEqual(["food", "loop"]);
});

test("a person is named where the partners together hide them, although each alone would not", async () => {
  const one = await tagMany("pa", "age", { remove: ["garden"] });
  expect(one.refused?.disappearing?.map(({ name }) => name)).not.toContain("Person shared");
  const both = await tagMany("pa", "age", { remove: ["garden", "hall"] });
  expect(both.refused?.disappearing?.map(({ name }) => name)).toContain("Person shared");
});

test("nothing is asked where the partner stays in sight through another partnership or role", async () => {
  await tagMany("root", "green", { add: all });
  expect((await tagMany("pa", "age", { remove: ["garden"] })).refused).toBeNull();
  // An area admin's sight hangs on places, a partner admin's on nothing at all.
  expect((await tagMany("own", "green", { remove: ["garden"] })).refused).toBeNull();
});

test("one partner that would disappear holds up all that was asked, until it is confirmed", async () => {
  await tagMany("root", "green", { add: ["garden"] });
  const asked = await tagMany("pa", "age", { remove: ["garden", "hall"] });
  expect(asked.refused?.disappearing?.filter(({ type }) => type === "partner").map(({ name }) => name)).toEqual([
    "Rowan Hall",
  ]);
  expect(await carriers()).toEqual(all);
});

test("a confirmation fits neither another person, nor other partners, nor the other way round, nor what was changed since", async () => {
  const remove = ["garden", "bridge"];
  const confirmed = (await tagMany("pa", "age", { remove })).refused?.confirmation ?? "";
  expect(confirmed).not.toBe("");
  const asksAgain = async (who: string, tag: string, keys: readonly string[]) => {
    const { refused } = await tagMany(who, tag, { remove: keys, confirmed });
    expect(refused?.code).toBe("confirmation_required");
    expect(await carriers()).toEqual(all);
  };
  await asksAgain("second", "age", remove);
  await asksAgain("pa", "age", [...remove, "hall"]);
  await asksAgain("pa", "age", ["garden"]);
  await meanwhile("update partners set summary = 'Changed.' where external_id = 'bridge'");
  await asksAgain("pa", "age", remove);
});

import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/permissions/load-actor";
import { editingWorld } from "@/lib/testing/editing-world";
import { actorOf } from "@/lib/testing/people-acts";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { getNeighbourhoodDeletion, getNeighbourhoodForEdit, getNewNeighbourhoodForm } from "./queries";

beforeAll(() => loadForTest(editingWorld));

async function as<Result>(who: string, work: (actor: Actor) => Promise<Result>): Promise<Result> {
  return work(await actorOf(who));
}

describe("the edit form of a neighbourhood", () => {
  test("holds for root every value, the version and what would move along", async () => {
    const found = await as("root", (actor) => getNeighbourhoodForEdit(actor, "hulme"));
    expect(found?.decision.outcome).toBe("allow");
    expect(found?.form).toMatchObject({
      neighbourhood: { code: "hulme", name: "Hulme" },
      version: 1,
      values: { name: "Hulme", welshName: "", code: "hulme", unit: "ward", parent: "manchester" },
      parent: { code: "manchester", name: "Manchester", path: ["Manchester", "England"] },
      uses: { children: 0, partnersHere: 4, partnersInside: 4, grants: 2 },
    });
    const wide = await as("root", (actor) => getNeighbourhoodForEdit(actor, "england"));
    expect(wide?.form).toMatchObject({
      parent: null,
      values: { parent: "" },
      uses: { children: 2, partnersHere: 0, partnersInside: 7, grants: 0 },
    });
  });

  test.each(["area", "city", "pa"])("says to %s, who sees the place, why not, and holds nothing", async (who) => {
    const found = await as(who, (actor) => getNeighbourhoodForEdit(actor, "hulme"));
    expect(found?.form).toBeNull();
    expect(found?.decision.outcome).toBe("deny");
    expect(found?.decision.reasons[0]?.text).toMatch(/Who could: root/);
  });

  test.each([
    ["own", "hulme"],
    ["plain", "hulme"],
    ["root", "nowhere"],
    ["root", "hulme\u0000"],
  ])("is nothing for %s asking for %j", async (who, key) => {
    expect(await as(who, (actor) => getNeighbourhoodForEdit(actor, key))).toBeNull();
    expect(await as(who, (actor) => getNeighbourhoodDeletion(actor, key))).toBeNull();
    expect(await as(who, (actor) => getNewNeighbourhoodForm(actor, key))).toBeNull();
  });
});

describe("the form of a new neighbourhood", () => {
  test("offers the narrower levels inside a place, and all of them inside nothing", async () => {
    const [inside, alone] = await as("root", async (actor) => [
      await getNewNeighbourhoodForm(actor, "manchester"),
      await getNewNeighbourhoodForm(actor, null),
    ]);
    expect(inside?.form).toMatchObject({
      parent: { code: "manchester", name: "Manchester", unit: "district", path: ["Manchester", "England"] },
      units: ["ward"],
    });
    expect(alone?.form).toEqual({ parent: null, units: ["country", "region", "county", "district", "ward"] });
  });

  test("offers nothing inside the narrowest level", async () => {
    const found = await as("root", (actor) => getNewNeighbourhoodForm(actor, "hulme"));
    expect(found?.form?.units).toEqual([]);
  });

  test.each(["area", "own", "plain"])("is not for %s", async (who) => {
    const found = await as(who, (actor) => getNewNeighbourhoodForm(actor, null));
    expect(found).toMatchObject({ decision: { outcome: "deny" }, form: null });
  });
});

describe("the page that asks before a neighbourhood is deleted", () => {
  test("names what keeps it, with the engine's reason", async () => {
    const found = await as("root", (actor) => getNeighbourhoodDeletion(actor, "salford"));
    expect(found?.decision).toMatchObject({ outcome: "deny", reasons: [{ code: "invalid" }] });
    expect(found?.deletion).toMatchObject({
      neighbourhood: { code: "salford", name: "Salford" },
      version: 1,
      uses: { children: 1, partnersHere: 0, partnersInside: 2, grants: 1 },
    });
  });

  test("lets root delete what nothing names", async () => {
    await loadForTest({ neighbourhoods: [{ code: "empty", name: "Empty", unit: "ward", parent: "salford" }] });
    const found = await as("root", (actor) => getNeighbourhoodDeletion(actor, "empty"));
    expect(found?.decision.outcome).toBe("allow");
    expect(found?.deletion?.uses).toEqual({ children: 0, partnersHere: 0, partnersInside: 0, grants: 0 });
  });

  test.each(["area", "city", "pa"])("tells %s only that it is not theirs, in use or not", async (who) => {
    for (const code of ["salford", "hulme"]) {
      const found = await as(who, (actor) => getNeighbourhoodDeletion(actor, code));
      expect(found).toMatchObject({ decision: { outcome: "deny", reasons: [{ code: "no_grant" }] }, deletion: null });
    }
  });
});

test("each form takes at most four statements, however much hangs on the place", async () => {
  const forms = [getNeighbourhoodForEdit, getNeighbourhoodDeletion, getNewNeighbourhoodForm];
  for (const form of forms) {
    const counts = await as("root", async (actor) => [
      await countStatements(() => form(actor, "england")),
      await countStatements(() => form(actor, "ardwick")),
    ]);
    expect(new Set(counts).size, form.name).toBe(1);
    expect(counts[0], form.name).toBeLessThanOrEqual(4);
  }
});

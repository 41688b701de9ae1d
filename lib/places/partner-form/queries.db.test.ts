import { beforeAll, describe, expect, it, test } from "vitest";
import { readTransaction } from "@/db/client";
import { decideMany } from "@/lib/permissions/decide";
import type { Actor } from "@/lib/permissions/load-actor";
import { getPartnerDeletion } from "@/lib/places/partner-deletions/queries";
import { editingWorld } from "@/lib/testing/editing-world";
import { edit, partnerNow } from "@/lib/testing/partner-acts";
import { actorOf } from "@/lib/testing/people-acts";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { getNewPartnerForm, getPartnerForEdit, getSaveSummary, type PartnerForm } from "./queries";

beforeAll(() => loadForTest(editingWorld));

const people = ["root", "area", "city", "pa", "youth", "two", "own", "far", "plain"];
const partnerIds = (editingWorld.partners ?? []).map(({ id }) => id);
const tagIds = (editingWorld.tags ?? []).map(({ id }) => id);

async function formOf(who: string, partnerId: string): Promise<PartnerForm | null> {
  return (await getPartnerForEdit(await actorOf(who), partnerId))?.form ?? null;
}

/** Whether each change would be refused for want of rights. What is wrong for everybody is the form's own to say. */
async function refusals(actor: Actor, partnerId: string, changes: readonly Record<string, unknown>[]) {
  const asks = changes.map((properties) => ({
    actor,
    action: "update",
    resource: { type: "partner", id: partnerId },
    properties,
  }));
  const decisions = await readTransaction((tx) => decideMany(tx, asks));
  return decisions.map(({ outcome, reasons }) => outcome === "deny" && reasons.some(({ code }) => code !== "invalid"));
}

describe.each(people)("what the edit form offers %s", (who) => {
  it.each(partnerIds)("of %s is what the engine allows, part by part", async (partnerId) => {
    const actor = await actorOf(who);
    const form = await formOf(who, partnerId);
    const [unseen] = await refusals(actor, partnerId, [{}]);
    expect(form === null).toBe(unseen);
    if (form === null) return;
    const places = form.serviceAreas.map(({ code }) => ({ removeNeighbourhoods: [code] }));
    expect(form.serviceAreas.map(({ mayRemove }) => !mayRemove)).toEqual(await refusals(actor, partnerId, places));
    const carried = form.tags.map(({ id }) => ({ removeTags: [id] }));
    expect(form.tags.map(({ mayRemove }) => !mayRemove)).toEqual(await refusals(actor, partnerId, carried));
    const others = tagIds.filter((id) => !form.tags.some((tag) => tag.id === id));
    const addable = await refusals(
      actor,
      partnerId,
      others.map((id) => ({ addTags: [id] })),
    );
    const offered = others.map((id) => form.addableTags.some((tag) => tag.id === id));
    const now = (await partnerNow(partnerId))?.tags ?? [];
    expect(offered).toEqual(addable.map((refused, index) => !refused && !now.includes(others[index] ?? "")));
    const [address, slug] = await refusals(actor, partnerId, [{ addressNeighbourhood: null }, { fields: ["slug"] }]);
    expect([form.addressPlace.mayChange, form.slug.mayChange]).toEqual([!address, !slug]);
    const answers = [...form.serviceAreas, ...form.tags].map(({ mayRemove, reason }) => ({ yes: mayRemove, reason }));
    const more = [form.addressPlace, form.slug].map(({ mayChange, reason }) => ({ yes: mayChange, reason }));
    for (const { yes, reason } of [...answers, ...more]) {
      expect(reason).toEqual(yes ? null : expect.stringMatching(/\.$/));
    }
  });
});

describe("the edit form", () => {
  it("holds what the partner has now, to be sent back as it is", async () => {
    const form = await formOf("area", "garden");
    expect(form).toMatchObject({
      version: 1,
      values: {
        name: "Juniper Garden",
        openingHours: "Monday 09:00–12:30",
        socials: "instagram: junipergarden",
        addressPlace: "hulme",
        internalContactName: "Back office",
        accessibility: "",
      },
      addressPlace: { place: { code: "hulme", path: ["Hulme", "Manchester", "England"] } },
      serviceAreas: [{ code: "moss-side", unit: "ward", path: ["Moss Side", "Manchester", "England"] }],
    });
    const before = await partnerNow("garden");
    expect((await edit("area", "garden", { ...form?.values })).refused).toBeNull();
    expect(await partnerNow("garden")).toEqual(before);
  });

  it.each([
    ["area", ["Food", "Hearing loop"], 1],
    ["pa", ["Age Friendly", "Food", "Hearing loop"], 0],
    ["own", ["Age Friendly", "Food", "Hearing loop"], 0],
  ])("shows %s the tags that they may read, and counts the others", async (who, names, unseen) => {
    const form = await formOf(who, "garden");
    expect(form?.tags.map(({ name }) => name).toSorted()).toEqual(names);
    expect(form?.unseenTags).toBe(unseen);
  });

  it("marks what a partnership admin takes out beyond the area and could not put back", async () => {
    const form = await formOf("pa", "bridge");
    expect(form?.serviceAreas).toMatchObject([{ code: "ordsall", mayRemove: true, beyondArea: true }]);
    expect(form?.addressPlace.place).toMatchObject({ code: "hulme", beyondArea: false });
    const own = await formOf("own", "garden");
    expect(own?.serviceAreas).toMatchObject([{ mayRemove: true, beyondArea: false }]);
  });

  it("says in words why something is locked, and who could do it", async () => {
    const form = await formOf("area", "riders");
    expect(form?.addressPlace).toMatchObject({
      mayChange: false,
      reason: expect.stringContaining("lies outside what you look after"),
    });
    expect(form?.slug.reason).toBe("This is not yours to change. Who could: root.");
  });

  it.each([
    ["root", "hall", "bridge"],
    ["area", "kitchen", "garden"],
    ["pa", "hall", "garden"],
  ])("takes %s five statements at most, for a partner with little as for one with much", async (who, small, large) => {
    const actor = await actorOf(who);
    const counts = await countStatements(() => getPartnerForEdit(actor, small));
    expect(await countStatements(() => getPartnerForEdit(actor, large))).toBe(counts);
    expect(counts).toBeLessThanOrEqual(5);
  });
});

describe("the form of a new partner", () => {
  it.each([
    ["root", tagIds, false, true],
    ["area", ["arts", "food", "health", "sport", "loop"], false, false],
    ["pa", ["age", "green", "arts", "food", "health", "sport", "loop"], true, false],
    ["two", ["age", "youth", "arts", "food", "health", "sport", "loop"], true, false],
  ])("offers %s what a partner of theirs may carry", async (who, tags, needsPartnership, maySetSlug) => {
    const { allowed, form } = await getNewPartnerForm(await actorOf(who));
    expect(allowed).toBe(true);
    expect(form).toMatchObject({ needsPartnership, maySetSlug });
    expect(form?.addableTags.map(({ id }) => id).toSorted()).toEqual([...tags].toSorted());
  });

  it.each(["own", "plain"])("is not there for %s, who is told why", async (who) => {
    const { allowed, form, reasons } = await getNewPartnerForm(await actorOf(who));
    expect([allowed, form]).toEqual([false, null]);
    expect(reasons.map(({ text }) => text)).toEqual([expect.stringMatching(/^None of your roles opens this/)]);
  });
});

describe("what goes with a deleted partner", () => {
  it.each([
    ["root", ["Person co", "Person own"], 0, [], ["Age Friendly"]],
    ["area", ["Person co", "Person own"], 0, ["Person co", "Person own"], []],
    ["own", ["Person co", "Person own"], 0, ["Person co"], ["Age Friendly"]],
  ])("is named to %s as far as they may see it", async (who, admins, unseenAdmins, disappearing, partnerships) => {
    const found = await getPartnerDeletion(await actorOf(who), "garden");
    expect(found?.decision.outcome).toBe("allow");
    expect(found?.deletion).toMatchObject({ version: 1, admins, unseenAdmins, disappearing, partnerships });
  });

  it("is not told to whoever may not delete it, and nothing at all to whoever does not see it", async () => {
    const refused = await getPartnerDeletion(await actorOf("city"), "bridge");
    expect(refused).toMatchObject({ decision: { outcome: "deny" }, deletion: null });
    expect(await getPartnerDeletion(await actorOf("far"), "garden")).toBeNull();
    expect(await getPartnerForEdit(await actorOf("far"), "garden")).toBeNull();
    expect(await getPartnerForEdit(await actorOf("root"), "nul\u0000")).toBeNull();
  });
});

test("the summary after a save names what was taken out beyond the area, of one's own last save only", async () => {
  await edit("pa", "bridge", { removeNeighbourhoods: ["ordsall"] });
  const { id = "" } = (await partnerNow("bridge")) ?? {};
  expect(await getSaveSummary(await actorOf("pa"), id)).toEqual({ removedBeyondArea: ["Ordsall"] });
  expect(await getSaveSummary(await actorOf("root"), id)).toEqual({ removedBeyondArea: [] });
  await edit("pa", "bridge", { name: "Larch Bridges" });
  expect(await getSaveSummary(await actorOf("pa"), id)).toEqual({ removedBeyondArea: [] });
});

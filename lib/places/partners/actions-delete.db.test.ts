import { beforeEach, describe, expect, it, test } from "vitest";
import { editingWorld } from "@/lib/testing/editing-world";
import { act, edit, idOf, meanwhile, partnerNow, tracesOf } from "@/lib/testing/partner-acts";
import { loadForTest } from "@/lib/testing/statements";
import { deletePartnerAction, hidePartnerAction, unhidePartnerAction } from "./actions";

beforeEach(() => loadForTest(editingWorld, { reset: true }));

/** An instant as the trail writes it. */
const iso: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

function remove(who: string, partnerId: string, version = 1) {
  return act(who, deletePartnerAction, { partnerId, version });
}

describe("deleting a partner", () => {
  test.each([
    ["root", "quay", "all"],
    ["area", "kitchen", "wholly inside the area"],
    ["area", "garden", "wholly inside the area, whatever its partnerships"],
    ["city", "riders", "wholly inside the area, by address and service area"],
    ["pa", "garden", "wholly inside, and its one partnership is theirs"],
    ["pa", "hall", "the same, and it is hidden"],
    ["own", "garden", "their own, always"],
  ])("is done by %s to %s: %s", async (who, partnerId) => {
    expect(await remove(who, partnerId)).toEqual({ to: "/places/partners?notice=partner-deleted", refused: null });
    expect(await partnerNow(partnerId)).toBeNull();
  });

  test.each([
    ["city", "bridge", "forbidden", "a service area lies outside"],
    ["area", "riders", "forbidden", "the address lies outside"],
    ["pa", "bridge", "forbidden", "a place lies outside and a partnership is another's"],
    ["youth", "bridge", "forbidden", "the same, from the other side"],
    ["far", "garden", "not_found", "out of sight"],
    ["plain", "garden", "not_found", "no role"],
  ])("is not done by %s to %s: %s, because %s", async (who, partnerId, code) => {
    const before = await partnerNow(partnerId);
    expect((await remove(who, partnerId)).refused?.code).toBe(code);
    expect(await partnerNow(partnerId)).toEqual(before);
    expect(await tracesOf(before?.id ?? "")).toEqual([]);
  });

  it("with a partnership of another's beside one's own is refused, though every place lies inside", async () => {
    expect((await edit("root", "garden", { addTags: ["youth"] })).refused).toBeNull();
    expect((await remove("pa", "garden", 2)).refused?.code).toBe("forbidden");
    expect((await remove("area", "garden", 2)).refused).toBeNull();
  });

  it("keeps the whole of it in the trail, and ends the role of each of its admins there too", async () => {
    const { id = "" } = (await partnerNow("garden")) ?? {};
    await meanwhile(
      "update role_grants set ends_on = '2020-01-01' where partner_id is not null and user_id = (select id from users where email = 'co@people.example')",
    );
    expect((await remove("own", "garden")).refused).toBeNull();
    expect(await tracesOf(id)).toMatchObject([
      {
        action: "partner.delete",
        actor: "own@people.example",
        after: null,
        before: {
          name: "Juniper Garden",
          externalId: "garden",
          slug: "juniper-garden",
          openingHours: "Monday 09:00–12:30",
          address: { line1: "1 Jackson Crescent", place: { code: "hulme", name: "Hulme" } },
          serviceAreas: [{ code: "moss-side", name: "Moss Side" }],
          tags: [{ name: "Age Friendly" }, { name: "Hearing loop" }, { name: "Food" }],
          createdAt: iso,
          admins: [{ name: "Person own", grantedBy: null, grantedAt: iso, endsOn: null }],
          hidings: [],
        },
      },
    ]);
    const userId = await idOf("own");
    expect((await tracesOf(userId)).at(-1)).toMatchObject({
      action: "role.end",
      actor: "own@people.example",
      resourceType: "user",
      before: { role: "partner_admin", partner: id, partnerName: "Juniper Garden" },
    });
  });

  it("keeps who gave each role and who hid and showed it, so that it could be restored", async () => {
    const { id = "" } = (await partnerNow("garden")) ?? {};
    const [area, root] = [await idOf("area"), await idOf("root")];
    await meanwhile(`update role_grants set granted_by = '${root}', ends_on = '2999-12-31' where partner_id = '${id}'`);
    await act("area", hidePartnerAction, { partnerId: "garden", reason: "Flooded." });
    await act("root", unhidePartnerAction, { partnerId: "garden" });
    await act("area", hidePartnerAction, { partnerId: "garden", reason: "Flooded again." });
    const { version = 0 } = (await partnerNow("garden")) ?? {};
    expect((await remove("root", "garden", version)).refused).toBeNull();
    const deletion = (await tracesOf(id)).find(({ action }) => action === "partner.delete");
    const grant = { grantedBy: root, grantedAt: iso, endsOn: "2999-12-31" };
    expect(deletion?.before).toMatchObject({
      admins: [
        { userId: await idOf("own"), ...grant },
        { userId: await idOf("co"), ...grant },
      ],
      hidings: [
        { reason: "Flooded.", hiddenBy: area, hiddenAt: iso, unhiddenBy: root, unhiddenAt: iso },
        { reason: "Flooded again.", hiddenBy: area, hiddenAt: iso, unhiddenBy: null, unhiddenAt: null },
      ],
    });
  });

  it("leaves nothing of it to its admins", async () => {
    await remove("root", "garden");
    expect((await edit("own", "garden", { name: "Still here" }, 1)).refused?.code).toBe("not_found");
  });

  it("that was changed since it was looked at is a conflict, and nothing is deleted", async () => {
    await edit("own", "garden", { name: "Juniper Gardens" });
    const { refused } = await remove("area", "garden", 1);
    expect(refused).toMatchObject({
      code: "conflict",
      message: "Person own changed this partner in the meantime. Look at it again before you delete it.",
      stale: { version: 2, by: "Person own" },
    });
    expect((await partnerNow("garden"))?.name).toBe("Juniper Gardens");
  });

  it("that is not one's to delete is refused as such, also in an old version", async () => {
    await edit("root", "bridge", { name: "Larch Bridges" });
    expect((await remove("city", "bridge", 1)).refused?.code).toBe("forbidden");
  });
});

test("of a deletion and an edit at once one happens, and the other is told that it came too late", async () => {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await loadForTest(editingWorld, { reset: true });
    const [deletion, change] = await Promise.all([
      remove("area", "garden"),
      edit("own", "garden", { name: "Juniper Gardens" }, 1),
    ]);
    const answers = [deletion.refused?.code ?? "done", change.refused?.code ?? "done"];
    expect([
      ["done", "not_found"],
      ["conflict", "done"],
    ]).toContainEqual(answers);
    expect((await partnerNow("garden"))?.name).toBe(answers[0] === "done" ? undefined : "Juniper Gardens");
  }
});

import { beforeEach, describe, expect, it, test } from "vitest";
import { addAdminToMany } from "@/lib/testing/bulk-acts";
import { editingWorld } from "@/lib/testing/editing-world";
import { idOf, partnerNow, tracesOf } from "@/lib/testing/partner-acts";
import { emailOf, mailsTo, rolesNow } from "@/lib/testing/people-acts";
import { loadForTest } from "@/lib/testing/statements";

const world = {
  ...editingWorld,
  users: [
    ...(editingWorld.users ?? []),
    { email: emailOf("out"), name: "Person out", deactivated: true },
    { email: emailOf("free"), name: "Person free" },
  ],
};

beforeEach(() => loadForTest(world, { reset: true }));

describe("an admin for many partners", () => {
  it("is added where one may, told by mail, and kept where they are one already", async () => {
    expect(await addAdminToMany("area", ["garden", "riders", "quay"], emailOf("co"))).toEqual({
      told: ["Aspen Riders: done, Is an admin now.", "Juniper Garden: kept, Is an admin already."],
      missing: 1,
      refused: null,
    });
    expect(await rolesNow("co")).toEqual(["partner_admin garden", "partner_admin riders"]);
    expect((await mailsTo("co")).map(({ subject }) => subject)).toEqual(["You administer Aspen Riders in Remit"]);
    const riders = await partnerNow("riders");
    expect((await tracesOf(riders?.id ?? "")).at(-1)).toMatchObject({
      action: "role.grant",
      actor: emailOf("area"),
      after: { admin: { userId: await idOf("co") } },
    });
  });

  it("gets one mail however many the partners are, which names them", async () => {
    await addAdminToMany("root", ["garden", "riders", "quay"], emailOf("free"));
    const mails = await mailsTo("free");
    expect(mails.map(({ subject }) => subject)).toEqual(["You administer 3 partners in Remit"]);
    expect(mails[0]?.text).toContain("you administer Aspen Riders, Juniper Garden and Willow Quay");
  });

  it("may be added by a partner's own admin to their own partner only", async () => {
    const done = await addAdminToMany("own", ["garden", "riders"], emailOf("free"));
    expect(done).toMatchObject({ told: ["Juniper Garden: done, Is an admin now."], missing: 1 });
    expect(await rolesNow("free")).toEqual(["partner_admin garden"]);
  });

  test.each(["plain", "far"])("is not for %s, who sees none of the partners", async (who) => {
    expect((await addAdminToMany(who, ["garden", "hall"], emailOf("free"))).refused?.code).toBe("not_found");
    expect(await rolesNow("free")).toEqual([]);
  });

  it("is refused in the same words for an address without an account and for an account out of use that one does not see", async () => {
    const answer = async (email: string) => {
      const { refused } = await addAdminToMany("area", ["garden", "riders"], email);
      return [refused?.code, refused?.message, refused?.fields, refused?.reasons];
    };
    const unknown = await answer("nobody.at.all@people.example");
    expect(unknown[0]).toBe("invalid");
    expect(await answer(emailOf("out"))).toEqual(unknown);
    expect(await rolesNow("out")).toEqual([]);
    // Whom somebody has looked up stays in the trail although nothing was done.
    const garden = await partnerNow("garden");
    const riders = await partnerNow("riders");
    const traces = [...(await tracesOf(garden?.id ?? "")), ...(await tracesOf(riders?.id ?? ""))];
    expect(traces.filter(({ action }) => action === "user.look_up")).toHaveLength(2);
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { type Acted, act } from "@/lib/testing/partner-acts";
import { emailOf, rolesNow } from "@/lib/testing/people-acts";
import { answers, answersTo } from "@/lib/testing/people-answers";
import { peopleWorld } from "@/lib/testing/people-world";
import { loadForTest } from "@/lib/testing/statements";
import { addPartnerAdminAction, endPartnerAdminAction } from "./actions";

beforeEach(() => loadForTest(peopleWorld, { reset: true }));

function remove(who: string, partnerId: string, userId: string, confirmed?: string): Promise<Acted> {
  const sent = { partnerId, userId: emailOf(userId) };
  return act(who, endPartnerAdminAction, confirmed === undefined ? sent : { ...sent, confirmed });
}

describe("taking an admin off a partner", () => {
  it("is for root and co-admins at once, for area admins and the person after confirming what disappears", async () => {
    expect(await answersTo((who) => remove(who, "kitchen", "lone"))).toEqual(
      answers({ done: ["root"], confirmation_required: ["area", "city", "lone"] }),
    );
    expect(await answersTo((who) => remove(who, "garden", "co"))).toEqual(
      answers({ done: ["root", "own", "both"], confirmation_required: ["area", "city", "pa", "co"] }),
    );
  });

  it("of another partner, or of somebody who is none, finds nothing", async () => {
    for (const [partner, person] of [
      ["garden", "lone"],
      ["shop", "co"],
      ["garden", "plain"],
      ["no-such-partner", "co"],
    ] as const) {
      expect((await remove("root", partner, person)).refused?.code).toBe("not_found");
    }
  });

  it("by an area admin names the person who will be out of sight; confirmed, it is done", async () => {
    const { refused } = await remove("area", "kitchen", "lone");
    expect(refused?.disappearing).toEqual([{ type: "user", id: emailOf("lone"), name: "Person lone" }]);
    expect((await remove("area", "kitchen", "lone", "yes")).refused?.code).toBe("confirmation_required");
    expect((await remove("area", "kitchen", "lone", refused?.confirmation)).to).toBe(
      "/places/partners/kitchen/people?notice=partner-admin-removed",
    );
    expect(await rolesNow("lone")).toEqual([]);
  });

  it("the last admin may leave, warned that the partner goes out of sight, and is led to the list", async () => {
    const { refused } = await remove("lone", "kitchen", "lone");
    expect(refused?.disappearing?.map(({ name }) => name)).toEqual(["Moss Side Kitchen", "Person gone"]);
    expect((await remove("lone", "kitchen", "lone", refused?.confirmation)).to).toBe(
      "/places/partners?notice=partner-admin-left",
    );
    expect(await rolesNow("lone")).toEqual([]);
  });

  it("leaves by oneself without being asked where an area role keeps the partner in sight", async () => {
    await act("area", addPartnerAdminAction, { partnerId: "garden", email: emailOf("area") });
    expect((await remove("area", "garden", "area")).to).toBe(
      "/places/partners/garden/people?notice=partner-admin-left",
    );
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { today } from "@/lib/platform/clock";
import { act } from "@/lib/testing/partner-acts";
import { actorOf, emailOf } from "@/lib/testing/people-acts";
import { peopleWorld } from "@/lib/testing/people-world";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { addPartnerAdminAction } from "./actions";
import { listPartnerAdmins } from "./queries";

beforeEach(() => loadForTest(peopleWorld, { reset: true }));

describe("the admins of a partner", () => {
  it.each([
    ["root", true],
    ["area", true],
    ["own", true],
  ])("are listed to %s by name, with what may be done", async (who, allowed) => {
    const found = await listPartnerAdmins(await actorOf(who), "garden");
    expect(found?.admins.map(({ name }) => name)).toEqual(["Person both", "Person co", "Person own"]);
    expect(found).toMatchObject({ unseenAdmins: 0, add: { allowed }, remove: { allowed } });
    expect(found?.admins.filter(({ itself }) => itself).map(({ email }) => email)).toEqual(
      who === "own" ? [emailOf("own")] : [],
    );
  });

  it("include those whose account is out of use, marked, and when their role ends", async () => {
    const kitchen = await listPartnerAdmins(await actorOf("area"), "kitchen");
    expect(kitchen?.admins).toMatchObject([{ name: "Person gone", deactivated: true }, { name: "Person lone" }]);
    const shop = await listPartnerAdmins(await actorOf("root"), "shop");
    expect(shop?.admins).toMatchObject([{ name: "Person both", endsOn: "2099-12-31", deactivated: false }]);
  });

  it("say since which day they look after it", async () => {
    await act("area", addPartnerAdminAction, { partnerId: "garden", email: emailOf("plain") });
    const garden = await listPartnerAdmins(await actorOf("area"), "garden");
    const days = new Map(garden?.admins.map(({ email, since }) => [email, since]));
    expect(days.get(emailOf("plain"))).toBe(today());
  });

  it("of a partner out of sight are not there", async () => {
    expect(await listPartnerAdmins(await actorOf("area"), "shop")).toBeNull();
    expect(await listPartnerAdmins(await actorOf("plain"), "garden")).toBeNull();
    expect(await listPartnerAdmins(await actorOf("root"), "nul\u0000")).toBeNull();
  });

  it("take as many statements for two as for thirty", async () => {
    const root = await actorOf("root");
    const one = await countStatements(() => listPartnerAdmins(root, "hall"));
    const crowd = Array.from({ length: 30 }, (_, index) => `crowd-${index}@people.example`);
    await loadForTest({
      users: crowd.map((email) => ({ email, name: email })),
      roles: crowd.map((user) => ({ user, role: "partner_admin", partner: "hall" })),
    });
    expect((await listPartnerAdmins(root, "hall"))?.admins).toHaveLength(30);
    expect(await countStatements(() => listPartnerAdmins(root, "hall"))).toBe(one);
    expect(one).toBeLessThanOrEqual(5);
  });
});

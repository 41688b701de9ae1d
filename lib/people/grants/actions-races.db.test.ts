import { beforeEach, describe, expect, it } from "vitest";
import { addPartnerAdminAction, endPartnerAdminAction } from "@/lib/people/partner-admins/actions";
import { deactivateUserAction } from "@/lib/people/users/actions";
import type { ActionResult } from "@/lib/platform/action/result";
import { type Acted, act } from "@/lib/testing/partner-acts";
import { actorOf, emailOf, grantIdOf, mailsTo, rolesNow, traceOf } from "@/lib/testing/people-acts";
import { peopleWorld } from "@/lib/testing/people-world";
import { inRequest } from "@/lib/testing/request";
import { signInForTest } from "@/lib/testing/sessions";
import { loadForTest } from "@/lib/testing/statements";
import { endGrantAction, giveGrantAction, removeGrantPlaceAction } from "./actions";

beforeEach(() => loadForTest(peopleWorld, { reset: true }));

function codesOf(acted: readonly Acted[]): string[] {
  return acted.map(({ refused }) => refused?.code ?? "done").toSorted();
}

// Whoever comes second is told that the last root stays; or, where the other was done before they began, that they may not.
const tooLate = expect.stringMatching(/^(invalid|not_found|forbidden|unauthenticated)$/);

describe("at the same time", () => {
  it("two roots who end each other's role leave one root, and nobody meets a fault", async () => {
    for (let round = 0; round < 5; round++) {
      await loadForTest(peopleWorld, { reset: true });
      const [first, second] = [await grantIdOf("root", "root"), await grantIdOf("root2", "root")];
      const acted = await Promise.all([
        act("root", endGrantAction, { grantId: second }),
        act("root2", endGrantAction, { grantId: first }),
      ]);
      expect(codesOf(acted)).toEqual(["done", tooLate]);
      expect([...(await rolesNow("root")), ...(await rolesNow("root2"))]).toEqual(["root"]);
    }
  });

  it("a root who is deactivated while ending the other's role: one stays that can act", async () => {
    const grantId = await grantIdOf("root2", "root");
    const acted = await Promise.all([
      act("root", endGrantAction, { grantId }),
      act("root2", deactivateUserAction, { userId: emailOf("root") }),
    ]);
    expect(codesOf(acted)).toEqual(["done", tooLate]);
  });

  it("two deactivations of the two roots leave one in use", async () => {
    const acted = await Promise.all([
      act("root", deactivateUserAction, { userId: emailOf("root2") }),
      act("root2", deactivateUserAction, { userId: emailOf("root") }),
    ]);
    expect(codesOf(acted)).toEqual(["done", tooLate]);
    expect([(await actorOf("root")).deactivated, (await actorOf("root2")).deactivated].toSorted()).toEqual([
      false,
      true,
    ]);
  });

  it("places given by several at once end in one area role that holds them all", async () => {
    const give = (who: string, neighbourhoods: string) =>
      act(who, giveGrantAction, { userId: emailOf("plain"), role: "neighbourhood_admin", neighbourhoods });
    const acted = await Promise.all([give("root", "hulme"), give("root2", "ardwick"), give("root", "wales")]);
    expect(codesOf(acted)).toEqual(["done", "done", "done"]);
    expect(await rolesNow("plain")).toEqual(["neighbourhood_admin ardwick hulme wales"]);
    expect((await traceOf(emailOf("plain"))).map(({ action }) => action)).toEqual([
      "role.grant",
      "role.change",
      "role.change",
    ]);
  });

  it("the same person made an admin by several becomes one once, with one mail", async () => {
    const add = (who: string) => act(who, addPartnerAdminAction, { partnerId: "garden", email: emailOf("plain") });
    const acted = await Promise.all([add("area"), add("own"), add("pa"), add("root")]);
    expect(codesOf(acted)).toEqual(["done", "invalid", "invalid", "invalid"]);
    expect(await rolesNow("plain")).toEqual(["partner_admin garden"]);
    expect(await mailsTo("plain")).toHaveLength(1);
  });

  it("one role ended by two, by the person's page and by the partner's, ends once", async () => {
    const grantId = await grantIdOf("co", "partner_admin garden");
    const acted = await Promise.all([
      act("root", endGrantAction, { grantId }),
      act("own", endPartnerAdminAction, { partnerId: "garden", userId: emailOf("co") }),
    ]);
    expect(codesOf(acted)).toEqual(["done", "not_found"]);
    expect((await traceOf(emailOf("co"))).map(({ action }) => action)).toEqual(["role.end"]);
  });

  it("the last two places taken out of an area role end it, however they meet", async () => {
    const grantId = await grantIdOf("area", "neighbourhood_admin");
    const acted = await Promise.all([
      act("root", removeGrantPlaceAction, { grantId, neighbourhood: "hulme" }),
      act("root2", removeGrantPlaceAction, { grantId, neighbourhood: "moss-side" }),
    ]);
    expect(codesOf(acted)).toEqual(["done", "done"]);
    expect(await rolesNow("area")).toEqual([]);
  });
});

describe("in a session that is open already", () => {
  it("a role opens with the request after it is given, and closes with the one after it is ended", async () => {
    const { token } = await signInForTest(emailOf("plain"));
    const add = () => post(token, { partnerId: "garden", email: emailOf("lone") });
    expect(await add()).toMatchObject({ code: "not_found" });
    await act("root", giveGrantAction, {
      userId: emailOf("plain"),
      role: "neighbourhood_admin",
      neighbourhoods: "hulme",
    });
    expect(await add()).toBeNull();
    expect(await rolesNow("lone")).toEqual(["partner_admin garden", "partner_admin kitchen"]);
    await act("root", endGrantAction, { grantId: await grantIdOf("plain", "neighbourhood_admin") });
    expect(await add()).toMatchObject({ code: "not_found" });
  });

  /** What adding an admin answers in that session; null where it led on. */
  async function post(token: string, fields: Readonly<Record<string, string>>): Promise<ActionResult<unknown> | null> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const { result } = await inRequest({ cookies: { "next-auth.session-token": token } }, () =>
      addPartnerAdminAction(null, form),
    );
    return result;
  }
});

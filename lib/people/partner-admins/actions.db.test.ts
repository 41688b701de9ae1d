import { beforeEach, describe, expect, it } from "vitest";
import { type Acted, act } from "@/lib/testing/partner-acts";
import { actorOf, emailOf, mailsTo, rolesNow, traceOf } from "@/lib/testing/people-acts";
import { answers, answersTo } from "@/lib/testing/people-answers";
import { peopleWorld } from "@/lib/testing/people-world";
import { loadForTest } from "@/lib/testing/statements";
import { addPartnerAdminAction } from "./actions";
import { LOOK_UP_LIMIT } from "./constants";

beforeEach(() => loadForTest(peopleWorld, { reset: true }));

function add(who: string, partnerId: string, email: string): Promise<Acted> {
  return act(who, addPartnerAdminAction, { partnerId, email });
}

describe("making somebody an admin of a partner", () => {
  it.each([
    ["garden", ["root", "area", "city", "pa", "own", "co", "both"]],
    ["kitchen", ["root", "area", "city", "lone"]],
    ["hall", ["root", "city", "pa"]],
    ["shop", ["root", "both"]],
    ["no-such-partner", []],
  ])(
    "of %s is for root, its area admins and its own admins; for everybody else it is not there",
    async (partner, who) => {
      expect(await answersTo((person) => add(person, partner, emailOf("plain")))).toEqual(answers({ done: who }));
    },
  );

  it("finds the account by its exact address, whatever the case and the spaces around it", async () => {
    expect((await add("own", "garden", "  Plain@People.example ")).to).toBe(
      "/places/partners/garden/people?notice=partner-admin-added",
    );
    expect(await rolesNow("plain")).toEqual(["partner_admin garden"]);
    const { refused } = await add("own", "garden", "plai@people.example");
    expect(refused).toMatchObject({ code: "invalid", fields: { email: expect.stringContaining("no account") } });
  });

  it("tells the person by mail, with the name of whoever did it only where they may view them", async () => {
    await add("own", "garden", emailOf("plain"));
    await add("area", "kitchen", emailOf("plain"));
    const [byCoAdmin, byAreaAdmin] = await mailsTo("plain");
    expect(byCoAdmin?.subject).toBe("You administer Juniper Garden in Remit");
    expect(byCoAdmin?.text).toContain("Person own has given you");
    expect(byAreaAdmin?.text).toContain("an admin has given you");
    expect(byAreaAdmin?.text).not.toContain("Person area");
  });

  it("an area admin makes themselves one, without a mail to themselves", async () => {
    expect((await add("area", "garden", emailOf("area"))).to).not.toBeNull();
    expect(await rolesNow("area")).toEqual(["neighbourhood_admin hulme moss-side", "partner_admin garden"]);
    expect(await mailsTo("area")).toEqual([]);
  });

  it("leaves events with the person and with the partner", async () => {
    await add("pa", "garden", emailOf("plain"));
    const by = "Person pa <pa@people.example>";
    const after = { role: "partner_admin", partnerName: "Juniper Garden" };
    expect(await traceOf(emailOf("plain"))).toMatchObject([{ action: "role.grant", by, before: null, after }]);
    expect(await traceOf("garden")).toMatchObject([
      { action: "role.grant", by, after: { admin: { name: "Person plain" } } },
    ]);
  });

  it("says so where they are one already", async () => {
    const { refused } = await add("own", "garden", emailOf("co"));
    expect(refused?.fields).toEqual({ email: "Person co is an admin of this partner already." });
    expect(await rolesNow("co")).toEqual(["partner_admin garden"]);
  });
});

describe("an address without an account in use", () => {
  it("makes no account, and says whom to ask: area admins and root have another way than a partner's own admins", async () => {
    const sentences: Record<string, string | undefined> = {};
    for (const who of ["root", "area", "pa", "own"]) {
      const { refused } = await add(who, "garden", "new@people.example");
      expect(refused?.code).toBe("invalid");
      sentences[who] = refused?.fields?.email;
    }
    const none = "There is no account with this address yet, and nobody can be invited from here yet.";
    const root = `${none} Ask root.`;
    const own = `${none} Ask the admins of your area, or root.`;
    expect(sentences).toEqual({ root, area: root, pa: root, own });
    await expect(actorOf("new")).rejects.toThrow("nobody with the address new@");
  });

  it("a deactivated account is named only to those who may view it, and reads like none to the others", async () => {
    const seen = await add("area", "garden", emailOf("gone"));
    expect(seen.refused?.fields?.email).toBe(
      "The account of Person gone is deactivated. Ask root to put it back into use.",
    );
    for (const who of ["gone", "stranger"]) {
      const unseen = await add("own", "garden", emailOf(who));
      const unknown = await add("own", "garden", "new@people.example");
      expect({ ...unseen.refused, values: null }).toEqual({ ...unknown.refused, values: null });
      expect(JSON.stringify(unseen)).not.toContain("Person");
    }
    expect(await rolesNow("gone")).toEqual(["partner_admin kitchen"]);
    expect(await rolesNow("stranger")).toEqual([]);
  });

  it("leaves the look-up in the trail of the partner, although nothing was done", async () => {
    await add("own", "garden", "New@people.example");
    expect(await traceOf("garden")).toEqual([
      {
        action: "user.look_up",
        by: "Person own <own@people.example>",
        before: null,
        after: { email: "new@people.example" },
      },
    ]);
  });

  it("is not looked up at all by somebody without a say about the partner", async () => {
    expect((await add("plain", "garden", "new@people.example")).refused?.code).toBe("not_found");
    expect(await traceOf("garden")).toEqual([]);
  });

  it("may be tried so often and no oftener, each person for themselves", async () => {
    for (let tries = 0; tries < LOOK_UP_LIMIT.points; tries++) await add("co", "garden", "guess@people.example");
    const { refused } = await add("co", "garden", emailOf("plain"));
    expect(refused).toMatchObject({ code: "rate_limited", message: expect.stringMatching(/Try again in \d+ minutes/) });
    expect(await rolesNow("plain")).toEqual([]);
    expect((await add("own", "garden", emailOf("plain"))).to).not.toBeNull();
  });

  it.each(["", "plain", "plain@people", "a b@people.example", "nul\u0000@people.example"])(
    "%j is no address",
    async (email) => {
      expect((await add("root", "garden", email)).refused).toMatchObject({
        code: "invalid",
        fields: { email: expect.any(String) },
      });
    },
  );
});

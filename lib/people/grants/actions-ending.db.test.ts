import { beforeEach, describe, expect, it } from "vitest";
import { getUser } from "@/lib/people/users/queries";
import { holdClock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { type Acted, act } from "@/lib/testing/partner-acts";
import { actorOf, emailOf, grantIdOf, rolesNow, traceOf } from "@/lib/testing/people-acts";
import { answers, answersTo } from "@/lib/testing/people-answers";
import { peopleWorld } from "@/lib/testing/people-world";
import { loadForTest } from "@/lib/testing/statements";
import { endGrantAction, giveGrantAction, removeGrantPlaceAction } from "./actions";

beforeEach(() => loadForTest(peopleWorld, { reset: true }));

async function end(who: string, holder: string, told: string, confirmed?: string): Promise<Acted> {
  const grantId = await grantIdOf(holder, told);
  return act(who, endGrantAction, { grantId, ...(confirmed === undefined ? {} : { confirmed }) });
}

/** How each of everybody was answered; a refusal leaves the holder's roles as they were. */
async function answersOf(holder: string, told: string): Promise<Record<string, string>> {
  const before = await rolesNow(holder);
  return answersTo(async (who) => {
    const ended = await end(who, holder, told);
    if (ended.to === null) expect(await rolesNow(holder)).toEqual(before);
    return ended;
  });
}

describe("who may end which role", () => {
  it("root alone ends root, and for everybody else it is not there", async () => {
    expect(await answersOf("root2", "root")).toEqual(answers({ done: ["root"] }));
  });

  it("root alone ends an area role, which its holder sees and nobody else", async () => {
    expect(await answersOf("area", "neighbourhood_admin")).toEqual(answers({ done: ["root"], forbidden: ["area"] }));
  });

  it("root alone ends a partnership role, also one that gives nothing because it is incomplete", async () => {
    expect(await answersOf("pa", "partnership_admin")).toEqual(answers({ done: ["root"], forbidden: ["pa"] }));
    expect(await answersOf("broken", "partnership_admin")).toEqual(answers({ done: ["root"], forbidden: ["broken"] }));
  });

  it("an area role of somebody with a partner in scope is not there for the admins who see the person", async () => {
    expect(await answersOf("both", "neighbourhood_admin")).toEqual(answers({ done: ["root"], forbidden: ["both"] }));
  });

  it("a partner admin is taken off by root, area admins and co-admins; area admins confirm losing sight of them", async () => {
    expect(await answersOf("both", "partner_admin garden")).toEqual(
      answers({ done: ["root", "own", "co"], confirmation_required: ["area", "city", "pa", "both"] }),
    );
    expect(await answersOf("lone", "partner_admin kitchen")).toEqual(
      answers({ done: ["root"], confirmation_required: ["area", "city", "lone"] }),
    );
  });

  it("a link outside one's scope is not there, although the person is in sight", async () => {
    expect(await answersOf("both", "partner_admin shop")).toEqual(answers({ done: ["root", "both"] }));
  });
});

describe("what must be confirmed", () => {
  it("the last partner in scope: by the text for exactly this, and then the person is out of sight", async () => {
    const { refused } = await end("area", "lone", "partner_admin kitchen");
    expect(refused).toMatchObject({
      code: "confirmation_required",
      disappearing: [{ type: "user", id: emailOf("lone"), name: "Person lone" }],
    });
    expect((await end("city", "lone", "partner_admin kitchen", refused?.confirmation)).refused?.code).toBe(
      "confirmation_required",
    );
    expect((await end("area", "both", "partner_admin garden", refused?.confirmation)).refused?.code).toBe(
      "confirmation_required",
    );
    expect(await rolesNow("lone")).toEqual(["partner_admin kitchen"]);
    const { to } = await end("area", "lone", "partner_admin kitchen", refused?.confirmation);
    expect(to).toBe("/people?notice=grant-ended-out-of-sight");
    expect(await rolesNow("lone")).toEqual([]);
    expect(await getUser(await actorOf("area"), emailOf("lone"))).toBeNull();
  });

  it("not where another partner in scope keeps the person in sight, though one outside would not", async () => {
    await loadForTest({ roles: [{ user: emailOf("lone"), role: "partner_admin", partner: "garden" }] });
    expect((await end("area", "lone", "partner_admin kitchen")).to).toBe(
      "/people/lone%40people.example?notice=grant-ended",
    );
    const { refused } = await end("area", "lone", "partner_admin garden");
    expect(refused?.code).toBe("confirmation_required");
  });

  it("taking oneself off the partner that one then sees no more, with its other admins named", async () => {
    const { refused } = await end("own", "own", "partner_admin garden");
    expect(refused?.disappearing?.map(({ name }) => name).toSorted()).toEqual([
      "Juniper Garden",
      "Person both",
      "Person co",
    ]);
    const { to } = await end("own", "own", "partner_admin garden", refused?.confirmation);
    expect(to).toBe("/account/access?notice=grant-ended");
    expect(await rolesNow("own")).toEqual([]);
    expect((await actorOf("own")).grants).toEqual([]);
  });

  it("not where an area role keeps the partner in sight", async () => {
    expect((await end("both", "both", "partner_admin shop")).to).toBe("/account/access?notice=grant-ended");
  });

  it("giving up root, as long as another one stays", async () => {
    const { refused } = await end("root", "root", "root");
    expect(refused).toMatchObject({ code: "confirmation_required", disappearing: [{ type: "system" }] });
    expect((await end("root", "root", "root", refused?.confirmation)).to).not.toBeNull();
    const last = await end("root2", "root2", "root");
    expect(last.refused).toMatchObject({ code: "invalid", message: expect.stringContaining("no other is left") });
    expect(await rolesNow("root2")).toEqual(["root"]);
  });

  it("giving up root not where every other root has a last day", async () => {
    expect(
      (await act("root", giveGrantAction, { userId: emailOf("root2"), role: "root", endsOn: "2099-12-31" })).to,
    ).not.toBeNull();
    expect((await end("root", "root", "root")).refused).toMatchObject({
      code: "invalid",
      message: expect.stringContaining("without a last day"),
    });
    expect(await rolesNow("root")).toEqual(["root"]);
    expect((await end("root", "root2", "root")).to).not.toBeNull();
  });
});

describe("an ended role", () => {
  it("is in the trail of the person and of the partner, with what it was held over", async () => {
    await end("root", "both", "partner_admin shop");
    const before = { role: "partner_admin", partnerName: "Siop Onnen", endsOn: "2099-12-31" };
    expect(await traceOf(emailOf("both"))).toMatchObject([
      { action: "role.end", by: "Person root <root@people.example>", before, after: null },
    ]);
    expect(await traceOf("shop")).toMatchObject([{ action: "role.end", before: { admin: { name: "Person both" } } }]);
  });

  it("cannot be ended again, nor one that never was or has run out", async () => {
    const grantId = await grantIdOf("both", "partner_admin shop");
    await act("root", endGrantAction, { grantId });
    for (const id of [grantId, newId()]) {
      expect((await act("root", endGrantAction, { grantId: id })).refused?.code).toBe("not_found");
    }
    expect((await act("root", endGrantAction, { grantId: "all" })).refused?.code).toBe("invalid");
    const lapsing = await grantIdOf("lone", "partner_admin kitchen");
    await loadForTest({
      roles: [{ user: emailOf("lone"), role: "partner_admin", partner: "kitchen", endsOn: "2027-01-31" }],
    });
    try {
      holdClock(new Date("2027-02-01T00:00:00Z"));
      expect((await act("root", endGrantAction, { grantId: lapsing })).refused?.code).toBe("not_found");
      holdClock(new Date("2027-01-31T23:59:59Z"));
      expect((await act("root", endGrantAction, { grantId: lapsing })).to).not.toBeNull();
    } finally {
      holdClock(null);
    }
  });
});

describe("taking a place out of an area role", () => {
  const remove = async (who: string, neighbourhood: string) =>
    act(who, removeGrantPlaceAction, { grantId: await grantIdOf("area", "neighbourhood_admin"), neighbourhood });

  it("is root's alone, and leaves the others", async () => {
    const codes: Record<string, unknown> = {};
    for (const who of ["area", "city", "own", "plain"]) codes[who] = (await remove(who, "hulme")).refused?.code;
    expect(codes).toEqual({ area: "forbidden", city: "not_found", own: "not_found", plain: "not_found" });
    expect((await remove("root", "hulme")).to).toBe("/people/area%40people.example?notice=grant-place-removed");
    expect(await rolesNow("area")).toEqual(["neighbourhood_admin moss-side"]);
    expect(await traceOf(emailOf("area"))).toMatchObject([
      {
        action: "role.change",
        before: { neighbourhoods: [{ code: "hulme", name: "Hulme" }, { code: "moss-side" }] },
        after: { neighbourhoods: [{ code: "moss-side", name: "Moss Side" }] },
      },
    ]);
  });

  it("narrows what is in sight from the next request on, and the last one ends the role", async () => {
    await remove("root", "hulme");
    expect(await getUser(await actorOf("area"), emailOf("own"))).toBeNull();
    expect(await getUser(await actorOf("area"), emailOf("lone"))).not.toBeNull();
    expect((await remove("root", "moss-side")).to).toContain("notice=grant-ended");
    expect(await rolesNow("area")).toEqual([]);
    expect((await traceOf(emailOf("area"))).map(({ action }) => action)).toEqual(["role.change", "role.end"]);
  });

  it("finds nothing in a role of another kind, or where the place is not in it", async () => {
    expect((await remove("root", "ardwick")).refused?.code).toBe("not_found");
    const grantId = await grantIdOf("pa", "partnership_admin");
    const { refused } = await act("root", removeGrantPlaceAction, { grantId, neighbourhood: "manchester" });
    expect(refused?.code).toBe("not_found");
    expect(await rolesNow("pa")).toEqual(["partnership_admin manchester for age"]);
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { holdClock } from "@/lib/platform/clock";
import { act, type Fields } from "@/lib/testing/partner-acts";
import { emailOf, mailsTo, rolesNow, traceOf } from "@/lib/testing/people-acts";
import { answersTo, everybody } from "@/lib/testing/people-answers";
import { peopleWorld } from "@/lib/testing/people-world";
import { loadForTest } from "@/lib/testing/statements";
import { giveGrantAction } from "./actions";

const overHulme: Fields = { neighbourhoods: "hulme" };

beforeEach(() => loadForTest(peopleWorld, { reset: true }));

function give(who: string, userId: string, fields: Fields) {
  return act(who, giveGrantAction, { userId: emailOf(userId), ...fields });
}

/** Who of everybody was allowed to give this role to somebody whom they see; each finds the world as it was. */
async function whoMayGive(userId: string, fields: Fields): Promise<string[]> {
  const before = await rolesNow(userId);
  const answered = await answersTo(async (who) => {
    const given = await give(who, userId, fields);
    if (given.to === null) expect(await rolesNow(userId)).toEqual(before);
    return given;
  });
  return everybody.filter((who) => answered[who] === "done");
}

describe("who may give which role", () => {
  it.each<[string, Fields]>([
    ["root", { role: "root" }],
    ["support", { role: "support" }],
    ["neighbourhood admin", { role: "neighbourhood_admin", neighbourhoods: "hulme" }],
    ["partnership admin", { role: "partnership_admin", neighbourhoods: "hulme", partnerships: "age" }],
  ])("root alone gives the role of %s", async (_role, fields) => {
    expect(await whoMayGive("co", fields)).toEqual(["root"]);
  });

  it("a partner in scope is given by root and its area admins, to somebody whom they see", async () => {
    expect(await whoMayGive("lone", { role: "partner_admin", partner: "kitchen" })).toEqual([]);
    expect(await whoMayGive("lone", { role: "partner_admin", partner: "garden" })).toEqual(["root", "area", "city"]);
    expect(await whoMayGive("both", { role: "partner_admin", partner: "kitchen" })).toEqual(["root", "area", "city"]);
    expect(await whoMayGive("both", { role: "partner_admin", partner: "hall" })).toEqual(["root", "city", "pa"]);
  });

  it("an area admin links themselves to a partner in scope, and to no other", async () => {
    expect((await give("area", "area", { role: "partner_admin", partner: "garden" })).to).not.toBeNull();
    expect((await give("area", "area", { role: "partner_admin", partner: "hall" })).refused).toMatchObject({
      code: "invalid",
      fields: { partner: "There is no such partner within your remit." },
    });
    expect(await rolesNow("area")).toEqual(["neighbourhood_admin hulme moss-side", "partner_admin garden"]);
  });

  it("a partnership admin links themselves to a partner of their partnership", async () => {
    expect((await give("pa", "pa", { role: "partner_admin", partner: "hall" })).to).not.toBeNull();
    expect((await give("pa", "pa", { role: "partner_admin", partner: "kitchen" })).refused?.code).toBe("invalid");
    expect(await rolesNow("pa")).toEqual(["partner_admin hall", "partnership_admin manchester for age"]);
  });

  it.each<[string, Fields]>([
    ["area", { role: "neighbourhood_admin", neighbourhoods: "ardwick" }],
    ["area", { role: "neighbourhood_admin", neighbourhoods: "hulme" }],
    ["pa", { role: "partnership_admin", neighbourhoods: "manchester", partnerships: "green" }],
    ["own", { role: "neighbourhood_admin", neighbourhoods: "hulme" }],
    ["plain", { role: "root" }],
    ["broken", { role: "partnership_admin", neighbourhoods: "hulme", partnerships: "green" }],
  ])("nobody widens their own reach: not %s by %j", async (who, fields) => {
    const before = await rolesNow(who);
    expect((await give(who, who, fields)).refused?.code).toBe("forbidden");
    expect(await rolesNow(who)).toEqual(before);
    expect(await traceOf(emailOf(who))).toEqual([]);
  });

  it("whoever may not see the person is told that there is nobody", async () => {
    const { refused } = await give("area", "plain", { role: "partner_admin", partner: "garden" });
    expect(refused).toMatchObject({ code: "not_found" });
    expect((await give("area", "nobody-at-all", { role: "partner_admin", partner: "garden" })).refused).toMatchObject({
      code: "not_found",
      message: refused?.message,
    });
  });

  it("a refusal says who could, and nothing about whether the place exists", async () => {
    const sent = { role: "neighbourhood_admin", neighbourhoods: "hulme" };
    const { refused } = await give("own", "co", sent);
    expect(refused).toMatchObject({ code: "forbidden", reasons: [{ code: "no_grant" }] });
    expect(refused?.reasons?.[0]?.text).toContain("root");
    const unknown = await give("own", "co", { ...sent, neighbourhoods: "atlantis" });
    expect({ ...unknown.refused, values: null }).toEqual({ ...refused, values: null });
  });
});

describe("what a giving makes", () => {
  it("neighbourhoods join the one area role, with the names in the trail and in a mail", async () => {
    expect((await give("root", "area", { role: "neighbourhood_admin", neighbourhoods: ["ardwick", "hulme"] })).to).toBe(
      "/people/area%40people.example?notice=grant-extended",
    );
    expect(await rolesNow("area")).toEqual(["neighbourhood_admin ardwick hulme moss-side"]);
    const places = (...names: string[]) => names.map((name) => expect.objectContaining({ name }));
    expect(await traceOf(emailOf("area"))).toEqual([
      {
        action: "role.change",
        by: "Person root <root@people.example>",
        before: { role: "neighbourhood_admin", neighbourhoods: expect.arrayContaining(places("Hulme", "Moss Side")) },
        after: {
          role: "neighbourhood_admin",
          neighbourhoods: expect.arrayContaining(places("Hulme", "Moss Side", "Ardwick")),
        },
      },
    ]);
    const [mail] = await mailsTo("area");
    expect(mail?.subject).toContain("Ardwick");
    expect(mail?.text).toContain("/account/access");
  });

  it("every partnership role stands alone, and neighbourhoods in it make no area admin", async () => {
    const sent = { role: "partnership_admin", neighbourhoods: "hulme", partnerships: ["age", "green"] };
    expect((await give("root", "pa", sent)).to).toContain("grant-given");
    expect(await rolesNow("pa")).toEqual([
      "partnership_admin hulme for age green",
      "partnership_admin manchester for age",
    ]);
    expect((await give("root", "pa", sent)).refused).toMatchObject({ code: "conflict" });
    expect(await rolesNow("pa")).toHaveLength(2);
  });

  it("a partner admin's role is in the history of the person and of the partner", async () => {
    await give("root", "plain", { role: "partner_admin", partner: "garden", endsOn: "2099-01-31" });
    expect(await rolesNow("plain")).toEqual(["partner_admin garden until 2099-01-31"]);
    expect(await traceOf(emailOf("plain"))).toMatchObject([
      { action: "role.grant", after: { role: "partner_admin", partnerName: "Juniper Garden", endsOn: "2099-01-31" } },
    ]);
    expect(await traceOf("garden")).toMatchObject([
      { action: "role.grant", after: { admin: { name: "Person plain" } } },
    ]);
  });

  it("a last day that is given becomes that of the role held, and a blank one leaves it", async () => {
    await give("root", "both", { role: "partner_admin", partner: "shop", endsOn: "2098-06-30" });
    expect(await rolesNow("both")).toContain("partner_admin shop until 2098-06-30");
    expect((await give("root", "both", { role: "partner_admin", partner: "shop", endsOn: "" })).refused).toMatchObject({
      code: "conflict",
      message: "Person both holds exactly this role already.",
    });
    expect(await rolesNow("both")).toContain("partner_admin shop until 2098-06-30");
  });

  it("a role whose last day is past is closed as of that day and given anew", async () => {
    await give("root", "plain", { role: "partner_admin", partner: "garden", endsOn: "2026-12-31" });
    try {
      holdClock(new Date("2027-01-02T09:00:00Z"));
      expect((await give("root", "plain", { role: "partner_admin", partner: "garden" })).to).toContain("grant-given");
    } finally {
      holdClock(null);
    }
    expect(await rolesNow("plain")).toEqual(["partner_admin garden"]);
    const actions = (await traceOf(emailOf("plain"))).map(({ action }) => action);
    expect(actions).toEqual(["role.grant", "role.end", "role.grant"]);
  });

  it.each<[string, Fields, string]>([
    ["root for an area role", { ...overHulme, role: "neighbourhood_admin" }, "root"],
    ["root for a partnership", { ...overHulme, role: "partnership_admin", partnerships: "age" }, "root"],
    ["root for the role of support", { role: "support" }, "root"],
    ["an admin for a partner", { role: "partner_admin", partner: "garden" }, "an admin"],
    ["its giver to whoever sees them", { role: "root" }, "Person root"],
  ])("the mail about a role names %s", async (_, fields, giver) => {
    expect((await give("root", "plain", fields)).to).not.toBeNull();
    const [mail] = await mailsTo("plain");
    expect(mail?.text.replace(/\s+/g, " ")).toContain(`Hello Person plain, ${giver} has given you a role`);
  });

  it("nobody is mailed about what they gave themselves", async () => {
    await give("area", "area", { role: "partner_admin", partner: "garden" });
    expect(await mailsTo("area")).toEqual([]);
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { readTransaction } from "@/db/client";
import { giveGrantAction } from "@/lib/people/grants/actions";
import type { GrantProposal } from "@/lib/people/grants/schemas";
import { listUsers } from "@/lib/people/user-list/queries";
import { EVERY_USER } from "@/lib/people/user-list/schemas";
import type { Actor } from "@/lib/permissions/load-actor";
import { countResources } from "@/lib/permissions/search";
import { everything } from "@/lib/testing/all-rows";
import { act } from "@/lib/testing/partner-acts";
import { actorOf, emailOf, rolesNow } from "@/lib/testing/people-acts";
import { peopleWorld } from "@/lib/testing/people-world";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { describeGrant, listMyAccess } from "./queries";

beforeEach(() => loadForTest(peopleWorld, { reset: true }));

/** Without the person themselves among the people. */
async function sightOf(actor: Actor) {
  const partners = await readTransaction((tx) =>
    countResources(tx, { actor, type: "partner", action: "view", after: null, limit: null }),
  );
  return { partners, people: (await listUsers(actor, EVERY_USER)).total - 1 };
}

describe("my access", () => {
  it.each(["root", "area", "pa", "own", "both", "plain", "broken"])(
    "of %s opens in all what their lists show",
    async (who) => {
      const actor = await actorOf(who);
      expect((await listMyAccess(actor)).opens).toEqual(await sightOf(actor));
    },
  );

  it("tells each role, what it opens by itself, and when it ends", async () => {
    const { grants, opens } = await listMyAccess(await actorOf("both"));
    expect(
      grants.map(({ role, partner, places, opens: each, endsOn }) => [
        role,
        partner?.name ?? places[0]?.name,
        each,
        endsOn,
      ]),
    ).toEqual([
      ["neighbourhood_admin", "Wales", { partners: 1, people: 0 }, null],
      ["partner_admin", "Juniper Garden", { partners: 1, people: 2 }, null],
      ["partner_admin", "Siop Onnen", { partners: 1, people: 0 }, "2099-12-31"],
    ]);
    // What two roles open both counts once.
    expect(opens).toEqual({ partners: 2, people: 2 });
  });

  it("says of an incomplete role that it opens nothing, and of no role nothing", async () => {
    expect((await listMyAccess(await actorOf("broken"))).grants).toMatchObject([
      { complete: false, opens: { partners: 0, people: 0 } },
    ]);
    expect(await listMyAccess(await actorOf("plain"))).toEqual({ grants: [], opens: { partners: 0, people: 0 } });
  });

  it("names who gave a role where one may view them; else says root, or an admin, as the role tells", async () => {
    const give = (who: string, userId: string, fields: Record<string, string>) =>
      act(who, giveGrantAction, { userId: emailOf(userId), ...fields });
    await give("root", "own", { role: "neighbourhood_admin", neighbourhoods: "wales" });
    await give("area", "own", { role: "partner_admin", partner: "kitchen" });
    await give("area", "area", { role: "partner_admin", partner: "kitchen" });
    await loadForTest({ roles: [{ user: emailOf("own"), role: "partner_admin", partner: "hall" }] });
    const givers = async (who: string) =>
      Object.fromEntries(
        (await listMyAccess(await actorOf(who))).grants.map(({ role, partner, givenBy }) => [
          partner?.externalId ?? role,
          givenBy,
        ]),
      );
    expect(await givers("own")).toEqual({
      neighbourhood_admin: { kind: "root" },
      garden: { kind: "unknown" },
      hall: { kind: "unknown" },
      // Who gave it is by now a co-admin, whom one may view.
      kitchen: { kind: "person", name: "Person area" },
    });
    await give("city", "own", { role: "partner_admin", partner: "hall", endsOn: "2099-01-01" });
    await give("city", "lone", { role: "partner_admin", partner: "hall" });
    expect((await givers("lone")).hall).toEqual({ kind: "admin" });
    expect((await givers("area")).kitchen).toEqual({ kind: "person", name: "Person area" });
  });

  it("takes two statements for one role and for forty", async () => {
    const own = await actorOf("own");
    expect(await countStatements(() => listMyAccess(own))).toBe(2);
    const many = Array.from({ length: 40 }, (_, index) => ({
      id: `many-${index}`,
      name: `Many ${index}`,
      serviceAreas: ["hulme"],
    }));
    await loadForTest({
      partners: many,
      roles: many.map(({ id }) => ({ user: emailOf("own"), role: "partner_admin", partner: id })),
    });
    const richer = await actorOf("own");
    expect(await countStatements(() => listMyAccess(richer))).toBe(2);
    expect((await listMyAccess(richer)).opens.partners).toBe(41);
  });
});

const blank = { neighbourhoods: [], partnerships: [], partner: "", endsOn: null };

async function preview(who: string, userId: string, proposal: Partial<GrantProposal> & Pick<GrantProposal, "role">) {
  return describeGrant(await actorOf(who), { userId: emailOf(userId), ...blank, ...proposal });
}

describe("what a role would open", () => {
  it.each<[string, Partial<GrantProposal> & Pick<GrantProposal, "role">]>([
    ["plain", { role: "root" }],
    ["plain", { role: "neighbourhood_admin", neighbourhoods: ["manchester"] }],
    ["own", { role: "neighbourhood_admin", neighbourhoods: ["hulme", "wales"] }],
    ["area", { role: "neighbourhood_admin", neighbourhoods: ["ardwick"] }],
    ["pa", { role: "partnership_admin", neighbourhoods: ["england"], partnerships: ["green"] }],
    ["lone", { role: "partner_admin", partner: "garden" }],
    ["plain", { role: "support" }],
  ])("to %s by %j is what they see after it is given, and not before", async (userId, proposal) => {
    const before = await sightOf(await actorOf(userId));
    const shown = await preview("root", userId, proposal);
    expect(shown).toMatchObject({ allowed: true, person: { name: `Person ${userId}` } });
    const { role, neighbourhoods = [], partnerships = [], partner = "" } = proposal;
    await act("root", giveGrantAction, { userId: emailOf(userId), role, neighbourhoods, partnerships, partner });
    const after = await sightOf(await actorOf(userId));
    expect(shown?.opens?.beyond).toEqual({
      partners: (after.partners ?? 0) - (before.partners ?? 0),
      people: after.people - before.people,
    });
  });

  it("counts what the role opens by itself, and apart what is new to the person", async () => {
    const shown = await preview("root", "own", { role: "neighbourhood_admin", neighbourhoods: ["hulme", "wales"] });
    expect(shown?.opens).toEqual({ partners: 2, people: 2, beyond: { partners: 1, people: 0 } });
    expect(shown?.places.map(({ name }) => name).toSorted()).toEqual(["Hulme", "Wales"]);
  });

  it("does not tell an area admin what else the person sees", async () => {
    const shown = await preview("area", "lone", { role: "partner_admin", partner: "garden" });
    expect(shown).toMatchObject({ allowed: true, opens: { partners: 1, people: 3, beyond: null }, joins: null });
  });

  it("says which role it would be added to", async () => {
    const more = await preview("root", "area", { role: "neighbourhood_admin", neighbourhoods: ["ardwick"] });
    expect(more?.joins?.places.map(({ code }) => code)).toEqual(["hulme", "moss-side"]);
    const proposal = { role: "partnership_admin", neighbourhoods: ["manchester"], partnerships: ["age"] } as const;
    expect(
      (await preview("root", "pa", { ...proposal, neighbourhoods: ["manchester"], partnerships: ["age"] }))?.joins,
    ).not.toBeNull();
    expect(
      (await preview("root", "pa", { ...proposal, neighbourhoods: ["hulme"], partnerships: ["age"] }))?.joins,
    ).toBeNull();
    expect((await preview("root", "own", { role: "partner_admin", partner: "garden" }))?.joins?.partner?.name).toBe(
      "Juniper Garden",
    );
    expect((await preview("root", "own", { role: "partner_admin", partner: "hall" }))?.joins).toBeNull();
  });

  it("is told only where it may be given, with the reasons or the field otherwise", async () => {
    const forbidden = await preview("area", "lone", { role: "neighbourhood_admin", neighbourhoods: ["hulme"] });
    expect(forbidden).toMatchObject({ allowed: false, opens: null, fields: {} });
    expect(forbidden?.reasons.map(({ code }) => code)).toEqual(["no_grant"]);
    const unknown = await preview("root", "lone", { role: "neighbourhood_admin", neighbourhoods: ["atlantis"] });
    expect(unknown).toMatchObject({ allowed: false, opens: null, fields: { neighbourhoods: expect.any(String) } });
    expect(await preview("root", "gone", { role: "root" })).toMatchObject({ allowed: false, opens: null });
  });

  it("of somebody out of sight is told to nobody", async () => {
    expect(await preview("area", "plain", { role: "partner_admin", partner: "garden" })).toBeNull();
    expect(await preview("root", "nobody", { role: "root" })).toBeNull();
  });

  it("changes nothing by being asked", async () => {
    const before = await everything();
    await preview("root", "area", { role: "neighbourhood_admin", neighbourhoods: ["ardwick"], endsOn: "2099-01-01" });
    await preview("area", "lone", { role: "partner_admin", partner: "garden" });
    expect(await everything()).toEqual(before);
    expect(await rolesNow("area")).toEqual(["neighbourhood_admin hulme moss-side"]);
  });

  it("takes as many statements for one place as for six", async () => {
    const root = await actorOf("root");
    const codes = peopleWorld.neighbourhoods?.map(({ code }) => code) ?? [];
    const statements = (neighbourhoods: string[]) =>
      countStatements(() =>
        describeGrant(root, { userId: emailOf("plain"), ...blank, role: "neighbourhood_admin", neighbourhoods }),
      );
    const one = await statements(["hulme"]);
    expect(await statements(codes)).toBe(one);
    expect(one).toBeLessThanOrEqual(10);
  });
});

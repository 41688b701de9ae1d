import { beforeAll, describe, expect, it } from "vitest";
import { actorOf, emailOf } from "@/lib/testing/people-acts";
import { peopleWorld } from "@/lib/testing/people-world";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { getUser } from "./queries";

beforeAll(() => loadForTest(peopleWorld, { reset: true }));

async function read(who: string, userId: string) {
  return getUser(await actorOf(who), emailOf(userId));
}

async function grantsSeen(who: string, userId: string) {
  const found = await read(who, userId);
  const told = found?.user.grants.map(({ role, partner, places }) =>
    [role, partner?.name, ...places.map(({ name }) => name)].filter(Boolean).join(" "),
  );
  return { told, unseen: found?.user.unseenGrants };
}

describe("who finds whom", () => {
  it.each([
    [
      "root",
      ["root", "root2", "area", "city", "pa", "own", "co", "lone", "both", "plain", "broken", "gone", "stranger"],
    ],
    ["area", ["area", "own", "co", "lone", "both", "gone"]],
    ["city", ["city", "own", "co", "lone", "both", "gone"]],
    ["pa", ["pa", "own", "co", "both"]],
    ["own", ["own", "co", "both"]],
    ["lone", ["lone", "gone"]],
    ["plain", ["plain"]],
    ["broken", ["broken"]],
  ])("%s finds exactly those within sight, by address and by UUID alike", async (who, expected) => {
    const people = peopleWorld.users?.map(({ email }) => email.split("@")[0] ?? "") ?? [];
    const found: string[] = [];
    for (const person of people) {
      const byEmail = await read(who, person);
      if (byEmail === null) continue;
      found.push(person);
      const byId = await getUser(await actorOf(who), byEmail.user.userId.toUpperCase());
      expect(byId).toEqual(byEmail);
    }
    expect(found).toEqual(people.filter((person) => expected.includes(person)));
  });

  it("finds nobody by what no column can hold, and a person whatever the case of the address", async () => {
    expect(await getUser(await actorOf("root"), "nul\u0000@people.example")).toBeNull();
    expect((await getUser(await actorOf("root"), " CO@people.example"))?.user.name).toBe("Person co");
  });
});

describe("the roles on a person's page", () => {
  const all = {
    told: ["neighbourhood_admin Wales", "partner_admin Juniper Garden", "partner_admin Siop Onnen"],
    unseen: 0,
  };

  it.each([
    ["root", "both", all],
    ["both", "both", all],
    ["area", "both", { told: ["partner_admin Juniper Garden"], unseen: 2 }],
    ["pa", "both", { told: ["partner_admin Juniper Garden"], unseen: 2 }],
    ["own", "both", { told: ["partner_admin Juniper Garden"], unseen: 2 }],
    ["area", "lone", { told: ["partner_admin Moss Side Kitchen"], unseen: 0 }],
  ])("%s sees of %s only those within the remit; the others are counted, without a name", async (who, person, seen) => {
    expect(await grantsSeen(who, person)).toEqual(seen);
  });

  it("says which the reader may end, as the act itself would answer", async () => {
    const endable = async (who: string) =>
      Object.fromEntries(
        (await read(who, "both"))?.user.grants.map(({ role, partner, mayEnd }) => [
          partner?.externalId ?? role,
          mayEnd,
        ]) ?? [],
      );
    expect(await endable("root")).toEqual({ neighbourhood_admin: true, garden: true, shop: true });
    expect(await endable("both")).toEqual({ neighbourhood_admin: false, garden: true, shop: true });
    expect(await endable("own")).toEqual({ garden: true });
    const refused = (await read("both", "both"))?.user.grants[0]?.reasons;
    expect(refused?.[0]).toMatchObject({ code: "no_grant", text: expect.stringContaining("root") });
  });

  it("tells when one ends, whether it is complete and who gave it, by name only to those who may view them", async () => {
    const [incomplete] = (await read("root", "broken"))?.user.grants ?? [];
    expect(incomplete).toMatchObject({ complete: false, partnerships: [{ name: "Green Streets" }], mayEnd: true });
    const shop = (await read("root", "both"))?.user.grants.at(-1);
    expect(shop).toMatchObject({ endsOn: "2099-12-31", givenBy: { kind: "unknown" }, complete: true });
  });
});

describe("what else is on the page", () => {
  it("shows the phone to root and the person alone", async () => {
    const phones: Record<string, unknown> = {};
    for (const who of ["root", "co", "area", "own"]) phones[who] = (await read(who, "co"))?.user.phone;
    expect(phones).toEqual({ root: "0161 496 0020", co: "0161 496 0020", area: null, own: null });
  });

  it("says why one sees the person, and what one may do about them", async () => {
    const acts = async (who: string, person: string) => {
      const { remit } = (await read(who, person)) ?? { remit: { acts: [] } };
      return remit.acts.flatMap(({ act, allowed }) => (allowed ? [act] : []));
    };
    expect(await acts("root", "co")).toEqual([
      "update",
      "profile",
      "roles",
      "deactivate",
      "sessions",
      "endSessions",
      "history",
    ]);
    expect(await acts("root", "gone")).toContain("reactivate");
    expect(await acts("root", "gone")).not.toContain("deactivate");
    expect(await acts("co", "co")).toEqual(["update", "profile", "sessions", "endSessions", "history"]);
    expect(await acts("area", "co")).toEqual(["update", "history"]);
    const found = await read("area", "co");
    expect(found?.remit.view[0]?.text).toBe(
      "This person administers a partner in Hulme and Moss Side, which you look after.",
    );
    expect(found?.remit.acts.find(({ act }) => act === "deactivate")?.reasons[0]?.text).toContain("root");
  });

  it("says whether one could give anybody any role", async () => {
    const found: Record<string, boolean | undefined> = {};
    for (const who of ["root", "area", "pa", "own", "plain", "broken"]) {
      found[who] = (await read(who, who))?.remit.mayGive;
    }
    expect(found).toEqual({ root: true, area: true, pa: true, own: true, plain: false, broken: false });
  });

  it("says since when an account is out of use", async () => {
    expect((await read("area", "gone"))?.user.deactivation).toEqual({ at: expect.any(String), by: null });
    expect((await read("area", "co"))?.user).toMatchObject({ deactivation: null, itself: false, version: 1 });
    expect((await read("co", "co"))?.user.itself).toBe(true);
  });
});

it("takes the same number of statements for one role and for a hundred", async () => {
  const many = Array.from({ length: 100 }, (_, index) => ({
    id: `many-${index}`,
    name: `Many ${index}`,
    serviceAreas: ["hulme"],
  }));
  const roles = many.map(({ id }) => ({ user: emailOf("plain"), role: "partner_admin", partner: id }));
  await loadForTest({ partners: many, roles: roles.slice(0, 1) });
  const one = await statementsOf("plain");
  await loadForTest({ roles });
  expect((await read("root", "plain"))?.user.grants).toHaveLength(100);
  expect(await statementsOf("plain")).toBe(one);
  expect(one).toBeLessThanOrEqual(10);
});

async function statementsOf(person: string): Promise<number> {
  const root = await actorOf("root");
  return countStatements(() => getUser(root, emailOf(person)));
}

it("somebody whose account is out of use would see nobody, not even themselves", async () => {
  expect(await getUser(await actorOf("gone"), emailOf("gone"))).toBeNull();
});

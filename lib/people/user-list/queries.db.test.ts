import { beforeAll, describe, expect, it } from "vitest";
import { readTransaction } from "@/db/client";
import { countUsers, searchPeople } from "@/lib/people/user-filters/queries";
import { getUser } from "@/lib/people/users/queries";
import { actorOf, emailOf } from "@/lib/testing/people-acts";
import { peopleWorld } from "@/lib/testing/people-world";
import { signInForTest } from "@/lib/testing/sessions";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { USERS_PER_PAGE } from "./constants";
import { listUsers } from "./queries";
import { EVERY_USER, type UserListQuery } from "./schemas";

const readers = ["root", "area", "city", "pa", "own", "lone", "both", "plain", "broken", "gone"];

beforeAll(() => loadForTest(peopleWorld, { reset: true }));

async function list(who: string, asked: Partial<UserListQuery> = {}) {
  return listUsers(await actorOf(who), { ...EVERY_USER, ...asked });
}

async function names(who: string, asked: Partial<UserListQuery> = {}) {
  return (await list(who, asked)).users.map(({ name }) => name.replace("Person ", ""));
}

describe("the list of people", () => {
  it.each(readers)("has for %s exactly those whose page they may open", async (who) => {
    const listed = (await list(who)).users.map(({ email }) => email);
    const actor = await actorOf(who);
    for (const { email } of peopleWorld.users ?? []) {
      expect([email, (await getUser(actor, email)) !== null]).toEqual([email, listed.includes(email)]);
    }
  });

  it.each(readers)("counts for %s what it shows, whatever is asked", async (who) => {
    const actor = await actorOf(who);
    const asked: Partial<UserListQuery>[] = [
      {},
      { text: "person" },
      { state: "active" },
      { role: "partner_admin" },
      { role: "none", state: "active" },
      { role: "incomplete" },
    ];
    for (const each of asked) {
      const page = await list(who, each);
      const counted = await readTransaction((tx) => countUsers(tx, actor, { ...EVERY_USER, ...each }));
      expect([page.total, counted]).toEqual([page.users.length, page.users.length]);
      expect(page.inRemit).toBe((await list(who)).total);
    }
  });

  it("is in the order of names, either way", async () => {
    const forwards = await names("root");
    expect(forwards).toEqual(forwards.toSorted());
    expect(await names("root", { sort: "-name" })).toEqual(forwards.toReversed());
  });

  it.each<[Partial<UserListQuery>, string[]]>([
    [{ text: "PERSON lon" }, ["lone"]],
    [{ text: "co@people" }, ["co"]],
    [{ text: "lone person" }, ["lone"]],
    [{ text: "people.example lone" }, []],
    [{ text: "100%" }, []],
    [{ role: "root" }, ["root", "root2"]],
    [{ role: "neighbourhood_admin" }, ["area", "both", "city"]],
    [{ role: "partnership_admin" }, ["broken", "pa"]],
    [{ role: "incomplete" }, ["broken"]],
    [{ role: "none" }, ["plain", "stranger"]],
    [{ role: "none", state: "deactivated" }, ["stranger"]],
    [{ state: "deactivated" }, ["gone", "stranger"]],
  ])("filtered by %j has for root %j", async (asked, expected) => {
    expect(await names("root", asked)).toEqual(expected);
  });

  it("filtered by a role does not tell who holds one that the reader may not know of", async () => {
    expect(await names("area", { role: "neighbourhood_admin" })).toEqual(["area"]);
    expect(await names("own", { role: "neighbourhood_admin" })).toEqual([]);
    expect(await names("both", { role: "neighbourhood_admin" })).toEqual(["both"]);
    expect(await names("area", { role: "partner_admin" })).toEqual(["both", "co", "gone", "lone", "own"]);
    expect(await names("area", { role: "none" })).toEqual([]);
  });

  it("tells in each row the roles within the remit and counts the others", async () => {
    const rowOf = async (who: string, person: string) =>
      (await list(who)).users.find(({ email }) => email === emailOf(person));
    expect(await rowOf("root", "both")).toMatchObject({
      deactivated: false,
      grantCount: 3,
      unseenGrants: 0,
      grants: [
        { role: "neighbourhood_admin", placeNames: ["Wales"], placeCount: 1, complete: true },
        { role: "partner_admin", partner: "Juniper Garden", endsOn: null },
        { role: "partner_admin", partner: "Siop Onnen", endsOn: "2099-12-31" },
      ],
    });
    const seen = await rowOf("area", "both");
    expect(seen).toMatchObject({ grantCount: 1, unseenGrants: 2, grants: [{ partner: "Juniper Garden" }] });
    expect(JSON.stringify(seen)).not.toMatch(/Onnen|Wales/);
    expect(await rowOf("root", "pa")).toMatchObject({
      grants: [{ partnershipNames: ["Age Friendly"], partnershipCount: 1 }],
    });
    expect(await rowOf("root", "broken")).toMatchObject({ grants: [{ complete: false, placeCount: 0 }] });
    expect(await rowOf("root", "plain")).toMatchObject({ grants: [], grantCount: 0, unseenGrants: 0 });
  });
});

describe("when people signed in", () => {
  it("is told to root and to oneself; others learn only whether it ever happened", async () => {
    await signInForTest(emailOf("co"));
    const rowOf = async (who: string) => (await list(who)).users.find(({ email }) => email === emailOf("co"));
    const lately = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(await rowOf("root")).toMatchObject({ signedInAt: lately });
    expect(await rowOf("co")).toMatchObject({ signedInAt: lately });
    for (const who of ["area", "own"]) expect(await rowOf(who)).toMatchObject({ signedInAt: null, verified: true });
    expect((await list("root")).users.find(({ email }) => email === emailOf("own"))?.signedInAt).toBeNull();
  });
});

describe("finding people by a few letters", () => {
  it("finds only those within sight, names that begin with it first", async () => {
    const find = async (who: string, text: string) =>
      (await searchPeople(await actorOf(who), text)).map(({ email }) => email.split("@")[0]);
    expect(await find("root", "person l")).toEqual(["lone", "plain"]);
    expect(await find("root", "root")).toEqual(["root", "root2"]);
    expect(await find("root", "co")).toEqual(["co"]);
    expect(await find("own", "person")).toEqual(["both", "co", "own"]);
    expect(await find("plain", "person")).toEqual(["plain"]);
    expect(await find("gone", "person")).toEqual([]);
    expect(await find("root", " \u0000 ")).toEqual([]);
    expect(await find("root", "person")).toHaveLength(8);
  });
});

describe("with more people than a page holds", () => {
  beforeAll(() =>
    loadForTest({
      users: Array.from({ length: 120 }, (_, index) => ({
        email: `crowd-${index}@people.example`,
        // Every third shares its name with another, in other letters.
        name: `${index % 3 === 0 ? "CROWD" : "Crowd"} ${String((index * 37) % 60).padStart(2, "0")}`,
      })),
    }),
  );

  it.each(["name", "-name"] as const)("every row comes exactly once by %s, forwards and back again", async (sort) => {
    const forwards: string[] = [];
    const firsts: number[] = [];
    let page = await list("root", { sort, text: "crowd" });
    const pages = [page];
    while (page.next !== null) {
      page = await list("root", { sort, text: "crowd", cursor: page.next });
      pages.push(page);
    }
    for (const { users, first } of pages) {
      forwards.push(...users.map(({ userId }) => userId));
      firsts.push(first);
    }
    expect(new Set(forwards).size).toBe(120);
    expect(forwards).toHaveLength(120);
    expect(firsts).toEqual([1, 1 + USERS_PER_PAGE, 1 + 2 * USERS_PER_PAGE]);
    const back = await list("root", { sort, text: "crowd", cursor: pages[2]?.previous ?? null });
    expect(back.users).toEqual(pages[1]?.users);
    expect((await list("root", { sort, text: "crowd", cursor: back.previous })).users).toEqual(pages[0]?.users);
  });

  it("a place behind the last row is the first page", async () => {
    const last = { direction: "after", key: "zzz", id: "01975000-0000-7000-8000-000000000000" } as const;
    expect((await list("root", { cursor: last })).first).toBe(1);
  });

  it("takes two statements, however many rows and whatever is asked", async () => {
    const root = await actorOf("root");
    const area = await actorOf("area");
    const all = { ...EVERY_USER, role: "none", state: "active", text: "crowd" } as const;
    for (const actor of [root, area]) {
      expect(await countStatements(() => listUsers(actor, EVERY_USER))).toBeLessThanOrEqual(2);
      expect(await countStatements(() => listUsers(actor, all))).toBeLessThanOrEqual(2);
      expect(await countStatements(() => searchPeople(actor, "crowd"))).toBe(1);
    }
  });
});

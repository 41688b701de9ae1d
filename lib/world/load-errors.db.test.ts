import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { readTransaction, writeTransaction } from "@/db/client";
import { everything } from "@/lib/testing/all-rows";
import { smallWorld } from "@/lib/testing/small-world";
import { WorldErrors } from "./errors";
import { type LoadOptions, loadWorld, type WorldCounts } from "./load";

const SETTINGS = { actorId: null, requestId: null };

const EVERYTHING_WRONG = {
  colour: "red",
  users: [
    { email: "x", name: "" },
    { email: "a@remit.example", name: "A" },
    { email: "A@remit.example ", name: "B", age: 3 },
  ],
  neighbourhoods: [
    { code: "A", name: "A", unit: "ward", parent: "B" },
    { code: "B", name: "B", unit: "town", parent: "Z" },
  ],
  tags: [
    { id: "t1", kind: "category", name: "T" },
    { id: "a~b", kind: "facility" },
    { id: "new", kind: "facility", name: "N" },
  ],
  partners: [
    { id: "p", name: "P" },
    { id: "q", name: "p", serviceAreas: ["E99", 5] },
    { id: "r", name: "SECOND", serviceAreas: ["W1"], slug: "second", tags: ["nope"], hidden: { reason: " " } },
    {
      id: "s",
      name: "S",
      address: { line1: "x", postcode: "y", neighbourhood: "E98" },
      openingHours: [{ day: "monday", opens: "18:00", closes: "09:00" }],
    },
  ],
  roles: [
    { user: "nobody@remit.example", role: "root" },
    { user: "a@remit.example", role: "site_admin", site: "x" },
    { user: "a@remit.example", role: "king" },
    { user: "a@remit.example", role: "partnership_admin", neighbourhoods: ["Q"], partnerships: ["t2"] },
    { user: "a@remit.example", role: "root", endsOn: "2026-02-30" },
    { user: "a@remit.example", role: "partner_admin", partner: "zz" },
  ],
  calendars: [{ id: "x" }],
  joinRequests: [],
};

const ITS_ERRORS = [
  "calendars: this portal does not hold calendars yet",
  "colour: unknown key",
  'neighbourhoods[1].parent: unknown neighbourhood "Z"',
  'neighbourhoods[1].unit: must be one of "country", "region", "county", "district", "ward", not "town"',
  "partners[0]: needs an address or a service area",
  'partners[1].name: the same ignoring case as partners[0].name: "p"',
  'partners[1].serviceAreas[0]: unknown neighbourhood "E99"',
  "partners[1].serviceAreas[1]: must be a text, not 5",
  "partners[2].hidden.reason: must not be blank",
  'partners[2].tags[0]: unknown tag "nope"',
  'partners[3].address.neighbourhood: unknown neighbourhood "E98"',
  "partners[3].openingHours[0].closes: must close later than it opens",
  'roles[0].user: unknown user "nobody@remit.example"',
  'roles[1].role: this portal does not hold the role "site_admin" yet',
  'roles[2].role: unknown role "king"',
  'roles[3].neighbourhoods[0]: unknown neighbourhood "Q"',
  'roles[3].partnerships[0]: tag "t2" is a category, not a partnership',
  "roles[4].endsOn: must be a real day, such as 2026-03-31",
  'roles[5].partner: unknown partner "zz"',
  'tags[0].kind: tag "t1" is a partnership in this portal, and a tag keeps its kind',
  "tags[1].id: must not hold a tilde (~)",
  "tags[1].name: is required",
  'tags[2].id: must not be "new"',
  "users[0].email: must be an e-mail address",
  "users[0].name: must not be blank",
  "users[2].age: unknown key",
  'users[2].email: the same as users[1].email: "A@remit.example "',
];

function load(file: unknown, options?: LoadOptions): Promise<WorldCounts> {
  return writeTransaction(SETTINGS, (tx) => loadWorld(tx, file, options));
}

async function errorsOf(file: unknown): Promise<string[]> {
  try {
    await load(file);
  } catch (error) {
    if (error instanceof WorldErrors) return error.message.split("\n");
    throw error;
  }
  return [];
}

beforeEach(async () => {
  await load(smallWorld, { reset: true });
});

describe("an invalid file", () => {
  test("changes nothing and names every error by its path", async () => {
    const before = await everything();
    const found = await errorsOf(EVERYTHING_WRONG);
    expect(found.sort()).toEqual([...ITS_ERRORS].sort());
    expect(await everything()).toEqual(before);
  });

  test("a name or slug that a partner outside the file holds is refused", async () => {
    const partners = [{ id: "r", name: "SECOND", serviceAreas: ["W1"], slug: "second" }];
    expect((await errorsOf({ partners })).sort()).toEqual([
      'partners[0].name: a partner outside this file already has "SECOND"',
      'partners[0].slug: a partner outside this file already has "second"',
    ]);
  });

  test("a ring of places is named, also when it closes through places that the file does not name", async () => {
    const neighbourhoods = [{ code: "C1", name: "Country", unit: "country", parent: "W1" }];
    expect(await errorsOf({ neighbourhoods })).toEqual([
      expect.stringMatching(/^neighbourhoods\[0\]\.parent: lies inside itself: (?:\w+ > ){3}\w+$/),
    ]);
  });

  test("that is not an object, or not a list where one belongs, says so", async () => {
    expect(await errorsOf([1])).toEqual(["the file: must be an object, not a list"]);
    expect(await errorsOf({ users: {} })).toEqual(["users: must be a list, not an object"]);
  });

  test("with broken data loads when only its structure is asked for, references excepted", async () => {
    const partners = [{ id: "nowhere", name: "Nowhere" }];
    expect(await errorsOf({ validate: "structure", partners: [{ ...partners[0], tags: ["nope"] }] })).toEqual([
      'partners[0].tags[0]: unknown tag "nope"',
    ]);
    expect(await errorsOf({ validate: "structure", partners })).toEqual([]);
  });

  test.each([
    ["ÉCOLE", "école"],
    ["İstanbul House", "istanbul house"],
    ["ΛΟΓΟΣ", "λογος"],
    ["ΛΟΓΟΣ", "λογοσ"],
    ["\u212Aiosk", "kiosk"],
    ["Straße", "STRASSE"],
  ])("takes %s and %s for one name exactly when the database does", async (first, second) => {
    const [answer] = await readTransaction((tx) =>
      tx.execute<{ same: boolean }>(sql`select lower(${first}::text) = lower(${second}::text) as same`),
    );
    const partners = [first, second].map((name, index) => ({ id: `n${index}`, name, serviceAreas: ["W1"] }));
    const same = `partners[1].name: the same ignoring case as partners[0].name: "${second}"`;
    expect(await errorsOf({ partners })).toEqual(answer?.same === true ? [same] : []);
  });

  test("holds no key or name too long to be stored, and what is just short enough is stored whatever its letters", async () => {
    const file = (length: number, letter: string) => {
      const long = letter.repeat(length);
      return {
        users: [{ email: `${long.slice("@a.example".length)}@a.example`, name: long }],
        neighbourhoods: [{ code: "L", name: long, unit: "ward", parent: "D1" }],
        tags: [{ id: "l", kind: "category", name: long }],
        partners: [{ id: "l", name: long, slug: long, serviceAreas: ["L"] }],
      };
    };
    for (const letter of ["a", "日", "\u023A"]) expect(await errorsOf(file(500, letter)), letter).toEqual([]);
    const fields = ["neighbourhoods[0].name", "partners[0].name", "partners[0].slug", "tags[0].name"];
    expect((await errorsOf(file(501, "日"))).sort()).toEqual(
      [...fields, "users[0].email", "users[0].name"].map((path) => `${path}: must not be longer than 500 characters`),
    );
    const ids = ["neighbourhoods[0].code", "partners[0].id", "tags[0].id"];
    const id = "x".repeat(129);
    const keyed = {
      neighbourhoods: [{ code: id, name: "N", unit: "ward" }],
      tags: [{ id, kind: "category", name: "T" }],
    };
    expect((await errorsOf({ ...keyed, partners: [{ id, name: "P", serviceAreas: ["W1"] }] })).sort()).toEqual(
      ids.map((path) => `${path}: must not be longer than 128 characters`),
    );
  });
});

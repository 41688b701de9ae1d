import { describe, expect, test } from "vitest";
import { LONGEST_PARTNER_NAME } from "../partners/constants";
import { DEFAULT_PARTNER_COLUMNS, LONGEST_SEARCH } from "./constants";
import {
  EVERY_PARTNER,
  type PartnerCursor,
  type PartnerListQuery,
  partnerListHref,
  readPartnerListQuery,
} from "./schemas";

const path = "/places/partners";
const id = "019a0000-0000-7000-8000-000000000000";
const after: PartnerCursor = { direction: "after", key: "hulme", id };

const everything: PartnerListQuery = {
  text: "100% true_story\\",
  place: "E05011368",
  tag: "age-friendly",
  visibility: "hidden",
  admin: "without",
  focus: {
    hours: "without",
    changed: "30",
    placed: "without",
    through: `${id}.12`,
    candidates: `${id}.7`,
  },
  sort: "-name",
  columns: ["postcode", "changed"],
  cursor: after,
};

/** What the address asks for, read as a page reads it. */
function read(href: string): PartnerListQuery {
  const parameters = new URL(href, "http://own.invalid").searchParams;
  return readPartnerListQuery(Object.fromEntries([...parameters.keys()].map((key) => [key, parameters.getAll(key)])));
}

/** The parameter that holds the cursor, from an address that was written with it. */
function page(query: Partial<PartnerListQuery>): string {
  return (
    new URL(partnerListHref(path, { ...EVERY_PARTNER, ...query }), "http://own.invalid").searchParams.get("page") ?? ""
  );
}

describe("an address", () => {
  test("without parameters asks for every partner by name, and is written for that", () => {
    expect(read(path)).toEqual(EVERY_PARTNER);
    expect(partnerListHref(path, EVERY_PARTNER)).toBe(path);
    expect(partnerListHref(path, { ...EVERY_PARTNER, columns: [...DEFAULT_PARTNER_COLUMNS].reverse() })).toBe(path);
  });

  test("holds every question that can be asked, and is the same for the same ones", () => {
    const href = partnerListHref(path, everything);
    expect(read(href)).toEqual(everything);
    expect(partnerListHref(path, read(href))).toBe(href);
    expect(partnerListHref(path, { ...everything, columns: ["changed", "postcode"] })).toBe(href);
  });

  test("tells no columns from the usual ones", () => {
    expect(read(partnerListHref(path, { ...EVERY_PARTNER, columns: [] })).columns).toEqual([]);
  });

  test("of a change leads to the first page, and one of another page keeps the rest", () => {
    expect(read(partnerListHref(path, everything, { sort: "name" })).cursor).toBeNull();
    expect(read(partnerListHref(path, everything, { columns: [] })).cursor).toBeNull();
    const before: PartnerCursor = { ...after, direction: "before" };
    expect(read(partnerListHref(path, everything, { cursor: before }))).toEqual({ ...everything, cursor: before });
    expect(read(partnerListHref(path, everything, { cursor: null }))).toEqual({ ...everything, cursor: null });
  });

  test.each<[string, Record<string, string | string[] | undefined>]>([
    ["unknown words", { state: "both", admin: "some", sort: "id", columns: "secret" }],
    ["parts of an object", { state: "toString", sort: "__proto__", admin: "constructor" }],
    ["other names", { text: "a", cursor: "b", constructor: "c" }],
    ["nothing in them", { q: " ", place: "", tag: "\u0000", state: "", sort: "", page: "" }],
    ["keys longer than any", { place: "x".repeat(200), tag: "x".repeat(200) }],
  ])("with %s asks for what there is without them", (_, searchParams) => {
    const columns = "columns" in searchParams ? [] : DEFAULT_PARTNER_COLUMNS;
    expect(readPartnerListQuery(searchParams)).toEqual({ ...EVERY_PARTNER, columns });
  });

  test("that names a parameter several times means the first, and every column", () => {
    const query = readPartnerListQuery({
      q: ["a", "b"],
      state: ["hidden", "shown"],
      columns: ["", "tags", "admins", "tags"],
    });
    expect(query).toMatchObject({ text: "a", visibility: "hidden", columns: ["tags", "admins"] });
  });

  test("searches for single spaces, without a zero byte, and no longer than the bound", () => {
    expect(readPartnerListQuery({ q: "  moss \u0000\n side " }).text).toBe("moss side");
    expect(readPartnerListQuery({ q: "x".repeat(5000) }).text).toHaveLength(LONGEST_SEARCH);
  });
});

describe("a cursor", () => {
  test.each([
    "hulme garden centre",
    "caffi tŷ gwyn",
    "日本",
    "quote\"'\\",
    "a".repeat(LONGEST_PARTNER_NAME),
    "日".repeat(LONGEST_PARTNER_NAME),
    "😀".repeat(LONGEST_PARTNER_NAME / 2),
    "\u0001".repeat(LONGEST_PARTNER_NAME),
    "i\u0307".repeat(LONGEST_PARTNER_NAME),
  ])("survives an address with any name that can be stored: %s", (key) => {
    for (const direction of ["before", "after"] as const) {
      const text = page({ cursor: { direction, key, id } });
      expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
      expect(readPartnerListQuery({ page: text }).cursor).toEqual({ direction, key, id });
    }
  });

  test("of another order or filter means the first page, and so it does the other way round", () => {
    const selections: Partial<PartnerListQuery>[] = [
      {},
      { text: "a" },
      { place: "a" },
      { tag: "a" },
      { visibility: "shown" },
      { visibility: "hidden" },
      { admin: "with" },
      { admin: "without" },
      { sort: "-name" },
    ];
    for (const made of selections) {
      const text = page({ ...made, cursor: after });
      const fitting = selections.filter((asked) => {
        const href = `${partnerListHref(path, { ...EVERY_PARTNER, ...asked }, { cursor: null })}`;
        return read(`${href}${href.includes("?") ? "&" : "?"}page=${text}`).cursor !== null;
      });
      expect(fitting).toEqual([made]);
    }
  });

  test("survives other columns", () => {
    const text = page({ cursor: after });
    expect(readPartnerListQuery({ page: text, columns: "postcode" }).cursor).toEqual(after);
  });

  test.each([
    ["2026-02-28T23:59:59.123456Z", true],
    ["2026-02-30T00:00:00.000000Z", false],
    ["2026-13-01T00:00:00.000000Z", false],
    ["2026-02-28T23:59:59.123Z", false],
    ["0001-01-01T00:00:00.000000Z", true],
    ["0000-01-01T00:00:00.000000Z", false],
    ["hulme", false],
    ["infinity", false],
    ["", false],
  ])("among the last changed is an instant that the database can compare: %j is %j", (key, good) => {
    const text = page({ sort: "-changed", cursor: { ...after, key } });
    expect(readPartnerListQuery({ sort: "-changed", page: text }).cursor !== null).toBe(good);
  });

  test.each([
    "%",
    "not a cursor",
    "bnVsbA",
    btoa('["sideways","a","019a0000-0000-7000-8000-000000000000",""]'),
    btoa('["after","a","no-uuid",""]'),
    btoa('["after",1,"019a0000-0000-7000-8000-000000000000",""]'),
    btoa('["after","a","019a0000-0000-7000-8000-000000000000"]'),
    btoa("\xff\xfe"),
    "A".repeat(50_000),
  ])("that is malformed (%j) means the first page", (text) => {
    expect(readPartnerListQuery({ page: text }).cursor).toBeNull();
  });

  test("never holds what a database cannot compare", () => {
    expect(readPartnerListQuery({ page: page({ cursor: { ...after, key: "a\u0000" } }) }).cursor).toBeNull();
  });
});

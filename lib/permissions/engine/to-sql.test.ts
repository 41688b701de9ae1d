import { sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import { at, type BoxFacts, box } from "@/lib/testing/engine-example";
import {
  always,
  and,
  type Condition,
  everyShared,
  everyVia,
  everyWithin,
  grant,
  isIn,
  not,
  or,
  shares,
  via,
  within,
} from "./conditions";
import { bindChange, toListCondition, toSql } from "./to-sql";

const dialect = new PgDialect();
const asText = (condition: Condition<BoxFacts>) => dialect.sqlToQuery(toSql(condition));
const no: Condition<unknown> = { kind: "never" };

describe("the SQL of each leaf", () => {
  it.each<[string, Condition<BoxFacts>, string, unknown[]]>([
    ["always", always, "true", []],
    ["never", no, "false", []],
    ["isIn", isIn(box.id, ["a", "b"]), '"partners"."id" in ($1, $2)', ["a", "b"]],
    ["within", within(box.places, [at.hulme, at.ardwick]), `"partners"."scope_ids" && '{3,4}'::integer[]`, []],
    ["shares", shares(box.labels, [7]), `"partners"."tag_ids" && '{7}'::integer[]`, []],
    [
      "everyShared that allows none",
      everyShared(box.labels, [7], { ifEmpty: "allow" }),
      `"partners"."tag_ids" <@ '{7}'::integer[]`,
      [],
    ],
    [
      "everyShared that wants one",
      everyShared(box.labels, [7], { ifEmpty: "deny" }),
      `("partners"."tag_ids" <> '{}' and "partners"."tag_ids" <@ '{7}'::integer[])`,
      [],
    ],
    ["and", and(shares(box.labels, [7]), always), `("partners"."tag_ids" && '{7}'::integer[] and true)`, []],
    ["or", or(shares(box.labels, [7]), no), `("partners"."tag_ids" && '{7}'::integer[] or false)`, []],
    ["and of nothing", and(), "true", []],
    ["or of nothing", or(), "false", []],
    ["not", not(always), "not (true)", []],
    [
      "via",
      via(box.parts, shares(box.labels, [7])),
      `exists (select 1 where "partners"."tag_ids" && '{7}'::integer[])`,
      [],
    ],
    ["via any at all", via(box.parts, always), "exists (select 1 where true)", []],
    [
      "everyVia",
      everyVia(box.parts, no),
      "(exists (select 1 where true) and not exists (select 1 where not (false)))",
      [],
    ],
  ])("%s", (_name, condition, text, params) => {
    expect(asText(condition)).toMatchObject({ sql: text, params });
  });

  it("everyWithin looks for the overlap that an index serves before it looks at each place", () => {
    const { sql: text, params } = asText(everyWithin(box.places, [at.hulme], { ifEmpty: "deny" }));
    expect(text).toMatch(/^\("partners"."scope_ids" && '\{3\}'::integer\[\] and not exists \(/);
    expect(text).toContain(`= any("partners"."place_ids")`);
    expect(params).toEqual([]);
    const lenient = asText(everyWithin(box.places, [at.hulme], { ifEmpty: "allow" }));
    expect(lenient.sql).toMatch(/^\("partners"."place_ids" = '\{\}' or /);
  });

  it("puts no text into SQL where numbers belong", () => {
    expect(() => toSql(within(box.places, ["1}'; drop table users; --"]))).toThrow("numbers only");
    expect(() => toSql(shares(box.labels, [1.5]))).toThrow("numbers only");
  });

  it("refuses what was never specialised", () => {
    expect(() => toSql(within(box.places, grant.area))).toThrow("grant.area");
    expect(() => toSql({ kind: "present", values: [1] })).toThrow("present");
    expect(() => toSql({ kind: "allowed", type: "partner", action: "view" })).toThrow("allowed");
  });
});

describe("the list form", () => {
  it("is all, none or a condition, and never nothing", () => {
    expect(toListCondition(always)).toEqual({ rows: "all" });
    expect(toListCondition(no)).toEqual({ rows: "none" });
    const found = toListCondition(shares(box.labels, [7]));
    expect(found.rows).toBe("where");
    expect("where" in found && dialect.sqlToQuery(found.where).sql).toBe(`"partners"."tag_ids" && '{7}'::integer[]`);
  });
});

describe("binding a proposed change", () => {
  const proposed = { ...box.labels, name: "change.labels", column: null };
  const facts: BoxFacts = { id: "a", places: [], labels: [7], parts: [] };
  const stored = shares(box.labels, [9]);

  it.each<[string, Condition<BoxFacts>, Condition<BoxFacts>]>([
    ["a leaf that holds is always", shares(proposed, [7]), always],
    ["a leaf that fails is never", shares(proposed, [8]), no],
    ["what is left of an and is the record's", and(shares(proposed, [7]), stored), stored],
    ["a failing change decides an and", and(shares(proposed, [8]), stored), no],
    ["a holding change decides an or", or(shares(proposed, [7]), stored), always],
    ["not turns it round", not(shares(proposed, [7])), no],
    ["not of the record's stays", not(stored), not(stored)],
  ])("%s", (_name, condition, wanted) => {
    expect(bindChange(condition, facts)).toEqual(wanted);
  });

  it("is needed before SQL: a change has no columns", () => {
    expect(() => toSql(shares(proposed, [7]))).toThrow("proposed change");
    const place = { ...box.places, name: "change.places", columns: null };
    expect(() => toSql(within(place, [at.hulme]))).toThrow("proposed change");
  });
});

it("a condition can stand in a where", () => {
  expect(dialect.sqlToQuery(sql`select 1 from partners where ${toSql(always)}`).sql).toBe(
    "select 1 from partners where true",
  );
});

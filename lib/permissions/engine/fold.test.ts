import { describe, expect, it } from "vitest";
import { at, box, constants } from "@/lib/testing/engine-example";
import {
  actor,
  allowed,
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
  present,
  shares,
  via,
  within,
} from "./conditions";
import { all, any, fold } from "./fold";

const no: Condition<unknown> = { kind: "never" };
const unasked = () => {
  throw new Error("Nothing was to be expanded.");
};
const folded = (condition: Condition, held = {}) => fold(condition, constants(held), unasked);

describe("a leaf", () => {
  it("gets what its reference stands for", () => {
    expect(folded(within(box.places, grant.area), { "grant.area": [at.hulme] })).toEqual(
      within(box.places, [at.hulme]),
    );
    expect(folded(shares(box.labels, grant.partnerships), { "grant.partnerships": [7] })).toEqual(
      shares(box.labels, [7]),
    );
    expect(folded(isIn(box.id, grant.partner), { "grant.partner": ["p"] })).toEqual(isIn(box.id, ["p"]));
    expect(folded(isIn(box.id, actor.id))).toEqual(isIn(box.id, ["me"]));
  });

  it.each<[string, Condition]>([
    ["isIn", isIn(box.id, grant.partner)],
    ["within", within(box.places, grant.area)],
    ["shares", shares(box.labels, grant.partnerships)],
    ["everyWithin", everyWithin(box.places, grant.area, { ifEmpty: "deny" })],
    ["everyShared", everyShared(box.labels, grant.partnerships, { ifEmpty: "deny" })],
  ])("%s over nothing is never, so that it costs no query", (_name, leaf) => {
    expect(folded(leaf)).toEqual(no);
  });

  it("everyWithin and everyShared over nothing stay where an empty record would pass", () => {
    expect(folded(everyWithin(box.places, grant.area, { ifEmpty: "allow" }))).toMatchObject({
      kind: "everyWithin",
      values: [],
    });
    expect(folded(everyShared(box.labels, [], { ifEmpty: "allow" }))).toMatchObject({
      kind: "everyShared",
      values: [],
    });
  });

  it("present is decided at once", () => {
    expect(folded(present(grant.area))).toEqual(no);
    expect(folded(present(grant.area), { "grant.area": [at.hulme] })).toEqual(always);
  });
});

describe("combinations", () => {
  const leaf = isIn(box.id, ["a"]);

  it.each<[string, Condition, Condition]>([
    ["and with never is never", and(leaf, no), no],
    ["and with always is the rest", and(always, leaf), leaf],
    ["and of nothing is always", and(), always],
    ["or with always is always", or(leaf, always), always],
    ["or with never is the rest", or(no, leaf), leaf],
    ["or of nothing is never", or(), no],
    ["not never is always", not(no), always],
    ["not always is never", not(always), no],
    ["not of a leaf stays", not(leaf), not(leaf)],
    ["folding goes all the way up", or(and(leaf, and(always, no)), not(or())), always],
    ["via over never is never", via(box.parts, no), no],
    ["everyVia over never is never", everyVia(box.parts, no), no],
  ])("%s", (_name, condition, wanted) => {
    expect(folded(condition)).toEqual(wanted);
  });

  it("fold what lies behind a relation", () => {
    expect(folded(via(box.parts, and(always, isIn(box.id, actor.id))))).toEqual(via(box.parts, isIn(box.id, ["me"])));
  });

  it("expand what is allowed elsewhere", () => {
    const asked: string[] = [];
    const expand = (type: string, action: string) => {
      asked.push(`${type}.${action}`);
      return leaf;
    };
    expect(fold(and(always, allowed("partner", "view")), constants(), expand)).toEqual(leaf);
    expect(asked).toEqual(["partner.view"]);
  });

  it("are never undefined, whatever they are made of", () => {
    const parts: Condition[] = [always, no, leaf, and(), or(), not(leaf)];
    for (const one of parts) {
      for (const other of parts) {
        expect(all([one, other])).toBeDefined();
        expect(any([one, other])).toBeDefined();
      }
    }
    expect(all([])).toEqual(always);
    expect(any([])).toEqual(no);
  });
});

describe("merging", () => {
  it("makes one leaf of many over the same attribute, each value once", () => {
    const places = [[at.hulme], [at.ardwick, at.hulme], [at.england]].map((values) => within(box.places, values));
    expect(any(places)).toEqual(within(box.places, [at.hulme, at.ardwick, at.england]));
    expect(any([isIn(box.id, ["a"]), isIn(box.id, ["b"])])).toEqual(isIn(box.id, ["a", "b"]));
    expect(any([shares(box.labels, [1]), shares(box.labels, [2])])).toEqual(shares(box.labels, [1, 2]));
  });

  it("never merges what would change the meaning", () => {
    const every = [
      everyWithin(box.places, [at.hulme], { ifEmpty: "deny" }),
      everyWithin(box.places, [at.ardwick], { ifEmpty: "deny" }),
    ];
    expect(any(every)).toEqual({ kind: "or", parts: every });
    const pairs = [
      and(within(box.places, [1]), shares(box.labels, [1])),
      and(within(box.places, [2]), shares(box.labels, [2])),
    ];
    expect(any(pairs)).toEqual({ kind: "or", parts: pairs });
    const both = [within(box.places, [at.hulme]), within(box.places, [at.ardwick])];
    expect(all(both)).toEqual({ kind: "and", parts: both });
  });
});

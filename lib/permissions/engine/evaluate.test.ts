import { describe, expect, it } from "vitest";
import { at, type BoxFacts, box, tree } from "@/lib/testing/engine-example";
import {
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
import { evaluate } from "./evaluate";

const inHulme: BoxFacts = { id: "a", places: [tree.hulme], labels: [1, 2], parts: [] };
const spanning: BoxFacts = { id: "b", places: [tree.hulme, tree.ardwick], labels: [1], parts: [] };
const atManchester: BoxFacts = { id: "c", places: [tree.manchester], labels: [], parts: [] };
const nowhere: BoxFacts = { id: "d", places: [], labels: [], parts: [] };

function holds(condition: Condition<BoxFacts>, facts: BoxFacts): boolean {
  return evaluate(condition, facts);
}

describe("isIn", () => {
  it.each([
    ["one of the values", ["a", "x"], true],
    ["none of the values", ["x"], false],
    ["no values at all", [], false],
  ])("compares with %s", (_name, values, wanted) => {
    expect(holds(isIn(box.id, values), inHulme)).toBe(wanted);
  });
});

describe("within", () => {
  it.each<[string, BoxFacts, number[], boolean]>([
    ["the place itself", inHulme, [at.hulme], true],
    ["an ancestor", inHulme, [at.england], true],
    ["one place of two", spanning, [at.ardwick], true],
    ["a place below, which is not enough", atManchester, [at.hulme], false],
    ["a sibling", inHulme, [at.ardwick], false],
    ["nothing", inHulme, [], false],
    ["a record without places", nowhere, [at.england], false],
  ])("is asked about %s", (_name, facts, values, wanted) => {
    expect(holds(within(box.places, values), facts)).toBe(wanted);
  });
});

describe("everyWithin", () => {
  it.each<[string, BoxFacts, number[], boolean]>([
    ["the only place inside", inHulme, [at.hulme], true],
    ["one of two outside", spanning, [at.hulme], false],
    ["both inside, each below another value", spanning, [at.hulme, at.ardwick], true],
    ["both below one value", spanning, [at.manchester], true],
    ["a place above the value", atManchester, [at.hulme], false],
  ])("is asked about %s", (_name, facts, values, wanted) => {
    expect(holds(everyWithin(box.places, values, { ifEmpty: "deny" }), facts)).toBe(wanted);
  });

  it.each([
    ["deny", false],
    ["allow", true],
  ] as const)("says %s of a record without places where it is told so", (ifEmpty, wanted) => {
    expect(holds(everyWithin(box.places, [at.england], { ifEmpty }), nowhere)).toBe(wanted);
  });
});

describe("shares and everyShared", () => {
  it.each<[BoxFacts, number[], boolean, boolean]>([
    [inHulme, [1], true, false],
    [inHulme, [1, 2, 3], true, true],
    [spanning, [1], true, true],
    [spanning, [9], false, false],
    [spanning, [], false, false],
  ])("tell some from all (%#)", (facts, values, some, every) => {
    expect(holds(shares(box.labels, values), facts)).toBe(some);
    expect(holds(everyShared(box.labels, values, { ifEmpty: "deny" }), facts)).toBe(every);
  });

  it("say of an empty set what they are told", () => {
    expect(holds(shares(box.labels, [1]), nowhere)).toBe(false);
    expect(holds(everyShared(box.labels, [1], { ifEmpty: "deny" }), nowhere)).toBe(false);
    expect(holds(everyShared(box.labels, [], { ifEmpty: "allow" }), nowhere)).toBe(true);
  });
});

describe("via and everyVia", () => {
  const inHulmeOnly = within(box.places, [at.hulme]);
  const one: BoxFacts = { ...nowhere, parts: [inHulme, atManchester] };
  const all: BoxFacts = { ...nowhere, parts: [inHulme, spanning] };

  it.each([
    ["some related record", one, true, false],
    ["every related record", all, true, true],
    ["no related record", nowhere, false, false],
  ])("are asked with %s meeting the condition", (_name, facts, some, every) => {
    expect(holds(via(box.parts, inHulmeOnly), facts)).toBe(some);
    expect(holds(everyVia(box.parts, inHulmeOnly), facts)).toBe(every);
  });
});

describe("and, or, not", () => {
  const yes = isIn(box.id, ["a"]);
  const no = isIn(box.id, ["z"]);

  it("combine as in logic, also with no parts", () => {
    expect(holds(and(yes, yes), inHulme)).toBe(true);
    expect(holds(and(yes, no), inHulme)).toBe(false);
    expect(holds(or(no, yes), inHulme)).toBe(true);
    expect(holds(or(no, no), inHulme)).toBe(false);
    expect(holds(not(no), inHulme)).toBe(true);
    expect(holds(and(), inHulme)).toBe(true);
    expect(holds(or(), inHulme)).toBe(false);
  });
});

it("refuses a condition that was never specialised, instead of guessing", () => {
  expect(() => holds(within(box.places, grant.area), inHulme)).toThrow("grant.area");
  expect(() => evaluate({ kind: "present", values: grant.area }, inHulme)).toThrow("present");
  expect(() => evaluate({ kind: "allowed", type: "partner", action: "view" }, inHulme)).toThrow("allowed");
});

it("answers the same over a few values and over very many, which are looked up in another way", () => {
  const many = Array.from({ length: 500 }, (_, index) => 1000 + index);
  const leaves = (numbers: number[], ids: string[]): Condition<BoxFacts>[] => [
    isIn(box.id, ids),
    within(box.places, numbers),
    everyWithin(box.places, numbers, { ifEmpty: "deny" }),
    shares(box.labels, numbers),
    everyShared(box.labels, numbers, { ifEmpty: "allow" }),
  ];
  const few = leaves([at.hulme, 1], ["a", "d"]);
  const padded = leaves([...many, at.hulme, 1], [...many.map(String), "a", "d"]);
  for (const facts of [inHulme, spanning, atManchester, nowhere]) {
    expect(padded.map((leaf) => holds(leaf, facts))).toEqual(few.map((leaf) => holds(leaf, facts)));
  }
});

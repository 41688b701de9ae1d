import { describe, expect, it } from "vitest";
import { at, type BoxFacts, box } from "@/lib/testing/engine-example";
import {
  allow,
  area,
  byArea,
  byPair,
  byRoot,
  forbid,
  pair,
  policyOf,
  record,
  root,
} from "@/lib/testing/engine-example-rules";
import { allowed, always, everyWithin, grant, isIn, or, within } from "./conditions";
import { evaluate } from "./evaluate";
import { explain } from "./explain";
import type { Rule } from "./policy";
import { type HeldGrant, specialise } from "./specialise";

function may(rules: Rule[], grants: HeldGrant[], action = "view", facts: BoxFacts = record): boolean {
  const view = specialise(policyOf(...rules), { userId: "me", grants }).view("partner", action);
  const answer = evaluate(view.condition, facts);
  // Two ways to the same answer, whatever the rules are.
  expect(explain(view, facts, "no_grant").allowed).toBe(answer);
  return answer;
}

describe("default deny", () => {
  it.each<[string, Rule[], HeldGrant[], string]>([
    ["no rules", [], [root], "view"],
    ["no grants", [byArea, byRoot], [], "view"],
    ["a grant that no rule speaks to", [byRoot], [area("g", at.hulme)], "view"],
    ["an action that no rule names", [byRoot], [root], "burn"],
  ])("with %s nothing is allowed, and the condition is never", (_name, rules, grants, action) => {
    expect(may(rules, grants, action)).toBe(false);
    const view = specialise(policyOf(...rules), { userId: "me", grants }).view("partner", action);
    expect(view.condition).toEqual({ kind: "never" });
  });
});

describe("forbid", () => {
  const closed = forbid("closed", {
    actions: ["update"],
    to: "everyone",
    when: isIn(box.id, ["a"]),
    because: "Closed.",
  });

  it("wins over every allow, root's too, wherever it stands", () => {
    expect(may([byRoot, closed], [root], "update")).toBe(false);
    expect(may([closed, byRoot], [root], "update")).toBe(false);
  });

  it("takes away only its own actions from the records that it meets", () => {
    expect(may([byRoot, closed], [root], "view")).toBe(true);
    expect(may([byRoot, closed], [root], "update", { ...record, id: "b" })).toBe(true);
  });

  it("allows nothing by itself", () => {
    expect(may([closed], [root], "update", { ...record, id: "b" })).toBe(false);
  });

  it("speaks only to its audience", () => {
    const forAreas = forbid("areas", {
      actions: ["update"],
      to: "neighbourhood_admin",
      when: always,
      because: "Closed.",
    });
    expect(may([byRoot, byArea, forAreas], [root], "update")).toBe(true);
    expect(may([byRoot, byArea, forAreas], [root, area("g", at.hulme)], "update")).toBe(false);
  });
});

it("the order of rules means nothing", () => {
  const rules = [
    byArea,
    byPair,
    byRoot,
    forbid("b", { actions: ["view"], to: "everyone", when: isIn(box.id, ["b"]), because: "Closed." }),
  ];
  const holders = [[root], [area("g", at.hulme)], [pair("p", at.ardwick, 1)], [pair("p", at.ardwick, 2)], []];
  for (const grants of holders) {
    for (const facts of [record, { ...record, id: "b" }]) {
      const answer = may(rules, grants, "view", facts);
      for (const turned of rotations(rules)) {
        expect(may(turned, grants, "view", facts)).toBe(answer);
      }
    }
  }
});

describe("several grants", () => {
  it("add up: one that covers the record is enough", () => {
    expect(may([byArea], [area("g", 99), area("h", at.ardwick)])).toBe(true);
  });

  it("never lend each other their halves", () => {
    expect(may([byPair], [pair("g", at.hulme, 9), pair("h", 99, 1)])).toBe(false);
    expect(may([byPair], [pair("g", at.hulme, 9), pair("h", at.hulme, 1)])).toBe(true);
  });

  it("never add up inside a test that all places must pass", () => {
    const inside = allow("inside", {
      actions: ["view"],
      to: "neighbourhood_admin",
      when: everyWithin(box.places, grant.area, { ifEmpty: "deny" }),
      because: "Yours.",
    });
    expect(may([inside], [area("g", at.hulme), area("h", at.ardwick)])).toBe(false);
    expect(may([inside], [area("g", at.hulme, at.ardwick)])).toBe(true);
  });

  it("cost one comparison where they may be merged", () => {
    const view = specialise(policyOf(byArea), {
      userId: "me",
      grants: [area("g", at.hulme), area("h", at.ardwick)],
    }).view("partner", "view");
    expect(view.condition).toEqual(within(box.places, [at.hulme, at.ardwick]));
  });
});

describe("a rule that leans on another action", () => {
  const leaning = allow("leaning", {
    actions: ["hide"],
    to: "neighbourhood_admin",
    when: allowed("partner", "view"),
    because: "Yours.",
  });

  it("holds where any grant opens that action, and takes its forbids along", () => {
    expect(may([byRoot, leaning], [area("g", 99), root], "hide")).toBe(true);
    expect(may([byArea, leaning], [area("g", 99)], "hide")).toBe(false);
    const closed = forbid("closed", { actions: ["view"], to: "everyone", when: always, because: "Closed." });
    expect(may([byRoot, leaning, closed], [area("g", 99), root], "hide")).toBe(false);
  });

  it("may not lean on itself", () => {
    const circular = allow("circular", {
      actions: ["view"],
      to: "root",
      when: or(always, allowed("partner", "view")),
      because: "Yours.",
    });
    expect(() => may([circular], [root])).toThrow("partner.view while deciding partner.view");
  });
});

function rotations<T>(items: readonly T[]): T[][] {
  return items
    .map((_, index) => [...items.slice(index), ...items.slice(0, index)])
    .flatMap((turned) => [turned, turned.toReversed()]);
}

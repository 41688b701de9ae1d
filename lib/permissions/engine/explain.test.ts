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
import type { ReasonCode } from "../catalogue";
import { always, isIn } from "./conditions";
import { explain } from "./explain";
import type { Rule } from "./policy";
import { type HeldGrant, specialise } from "./specialise";

describe("explanations", () => {
  const subject = (grants: HeldGrant[]) => ({ userId: "me", grants });
  const reasons = (rules: Rule[], grants: HeldGrant[], facts = record, fallback: ReasonCode = "no_grant") =>
    explain(specialise(policyOf(...rules), subject(grants)).view("partner", "view"), facts, fallback).reasons;

  it("of an allow name every rule and grant that gives it, with the path up to the granted place", () => {
    const found = reasons([byArea, byRoot], [area("g", at.manchester), area("h", 99), root]);
    expect(found.map(({ code, ruleId, grant, path }) => ({ code, ruleId, grant: grant?.id, path }))).toEqual([
      { code: "neighbourhood_admin", ruleId: "partner.area", grant: "g", path: [at.hulme, at.manchester] },
      { code: "root", ruleId: "partner.root", grant: "r", path: null },
    ]);
  });

  it("of a rule for everyone say whether it is one's own record", () => {
    const self = allow("self", {
      actions: ["view"],
      to: "everyone",
      when: isIn(box.id, { from: "actor.id" }),
      because: "You.",
    });
    const open = allow("open", { actions: ["view"], to: "everyone", when: always, because: "All." });
    expect(reasons([self], [], { ...record, id: "me" })[0]?.code).toBe("self");
    expect(reasons([open], [])[0]?.code).toBe("everyone");
  });

  it.each<[string, Rule, HeldGrant[], BoxFacts, ReasonCode[]]>([
    ["a place elsewhere", byArea, [area("g", 99)], record, ["outside_reach"]],
    ["a tag of another", byPair, [pair("g", at.hulme, 9)], record, ["tag_not_yours"]],
    ["both at once", byPair, [pair("g", 99, 9)], record, ["outside_reach", "tag_not_yours"]],
    ["an empty grant", byArea, [area("g")], record, ["no_grant"]],
  ])("of a refusal name what failed: %s", (_name, rule, grants, facts, codes) => {
    expect(reasons([rule], grants, facts).map(({ code }) => code)).toEqual(codes);
  });

  it("of a refusal fall back where no rule speaks to any grant, and say who could", () => {
    const found = reasons([byArea, byRoot], [pair("g", at.hulme, 1)], record, "field_not_yours");
    expect(found.map(({ code, mendedBy }) => ({ code, mendedBy: mendedBy.toSorted() }))).toEqual([
      { code: "field_not_yours", mendedBy: ["neighbourhood_admin", "root"] },
    ]);
  });

  it("name for one whose grant does not reach the roles that are not held, and the own one", () => {
    const [reason] = reasons([byArea, byRoot], [area("g", 99)]);
    expect(reason?.mendedBy.toSorted()).toEqual(["neighbourhood_admin", "root"]);
  });

  it("of a forbid say that it is closed, and nothing else", () => {
    const closed = forbid("closed", { actions: ["view"], to: "everyone", when: always, because: "Closed." });
    expect(reasons([byRoot, closed], [root]).map(({ code, ruleId }) => ({ code, ruleId }))).toEqual([
      { code: "locked", ruleId: "partner.closed" },
    ]);
  });
});

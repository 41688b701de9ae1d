import { describe, expect, it } from "vitest";
import { type BoxFacts, box } from "@/lib/testing/engine-example";
import {
  allowed,
  always,
  and,
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
import { describe as describeCondition, hashPolicies, type Policy, rulesFor } from "./policy";

const { allow, forbid } = rulesFor<BoxFacts>("partner");
const body = { actions: ["view"], to: "root", when: always, because: "Everything." } as const;
const hash = (...rules: Policy["rules"]) => hashPolicies([{ type: "partner", rules }]);

describe("the hash of a policy", () => {
  const before = hash(allow("root", body), allow("area", { ...body, to: "neighbourhood_admin" }));

  it("does not depend on the order of the rules", () => {
    expect(hash(allow("area", { ...body, to: "neighbourhood_admin" }), allow("root", body))).toBe(before);
    expect(before).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each([
    ["another id", allow("root2", body)],
    ["another effect", forbid("root", body)],
    ["another action", allow("root", { ...body, actions: ["update"] })],
    ["another audience", allow("root", { ...body, to: "support" })],
    ["another sentence", allow("root", { ...body, because: "All of it." })],
    ["another condition", allow("root", { ...body, when: isIn(box.id, ["a"]) })],
    ["another value", allow("root", { ...body, when: isIn(box.id, ["b"]) })],
    ["another attribute", allow("root", { ...body, when: shares(box.labels, [1]) })],
    ["another word for empty", allow("root", { ...body, when: everyShared(box.labels, [1], { ifEmpty: "allow" }) })],
    ["the other word for empty", allow("root", { ...body, when: everyShared(box.labels, [1], { ifEmpty: "deny" }) })],
  ])("changes with %s", (_name, rule) => {
    expect(hash(rule, allow("area", { ...body, to: "neighbourhood_admin" }))).not.toBe(before);
  });
});

it("every condition can be written down as plain data", () => {
  const condition = or<BoxFacts>(
    and(within(box.places, grant.area), present(grant.area), not(allowed("partner", "view"))),
    everyWithin(box.places, [1], { ifEmpty: "deny" }),
    via(box.parts, shares(box.labels, [1])),
    everyVia(box.parts, isIn(box.id, ["a"])),
  );
  expect(describeCondition(condition)).toEqual({
    or: [
      {
        and: [
          { within: "box.places", values: { from: "grant.area" } },
          { present: { from: "grant.area" } },
          { not: { allowed: "partner.view" } },
        ],
      },
      { everyWithin: "box.places", values: [1], ifEmpty: "deny" },
      { via: "box.parts", where: { shares: "box.labels", values: [1] } },
      { everyVia: "box.parts", where: { isIn: "box.id", values: ["a"] } },
    ],
  });
});

import "server-only";
import type { Condition } from "@/lib/permissions/engine/conditions";
import type { Policy, Rule } from "@/lib/permissions/engine/policy";

/** A policy with one edit, named by rule and edit. */
export interface Mutant {
  readonly name: string;
  readonly policies: readonly Policy[];
}

type Edit = readonly [name: string, edited: Condition];

/**
 * Every single edit of a policy: a rule dropped, one action taken out of a rule, a leaf negated, "any" and "every"
 * swapped, the answer for an empty set turned round, one part of a conjunction or disjunction dropped.
 */
export function mutantsOf(policies: readonly Policy[]): Mutant[] {
  return policies.flatMap((policy) =>
    policy.rules.flatMap((rule) =>
      editsOfRule(rule).map(([name, rules]) => ({
        name: `${rule.id}: ${name}`,
        policies: policies.map((other) =>
          other === policy
            ? { ...policy, rules: policy.rules.flatMap((own) => (own === rule ? rules : [own])) }
            : other,
        ),
      })),
    ),
  );
}

function editsOfRule(rule: Rule): [string, Rule[]][] {
  const narrowed = rule.actions.length < 2 ? [] : rule.actions;
  return [
    ["drop the rule", []],
    ...narrowed.map((action): [string, Rule[]] => [
      `not for ${action}`,
      [{ ...rule, actions: rule.actions.filter((other) => other !== action) }],
    ]),
    ...editsOf(rule.when).map(([name, when]): [string, Rule[]] => [name, [{ ...rule, when }]]),
  ];
}

function editsOf(condition: Condition): Edit[] {
  switch (condition.kind) {
    case "and":
    case "or":
      return [...condition.parts.flatMap((_, index) => editsOfPart(condition, index))];
    case "not":
      return [["drop the not", condition.part], ...within(condition.part, (part) => ({ ...condition, part }), "not")];
    case "always":
    case "never":
      return [];
    default:
      return [[`negate ${nameOf(condition)}`, { kind: "not", part: condition }], ...swaps(condition)];
  }
}

function editsOfPart(whole: Extract<Condition, { kind: "and" | "or" }>, index: number): Edit[] {
  const part = whole.parts[index];
  if (part === undefined) {
    return [];
  }
  const dropped = { ...whole, parts: whole.parts.filter((_, other) => other !== index) };
  return [
    [`drop ${whole.kind}[${index}] ${nameOf(part)}`, dropped],
    ...within(part, (edited) => ({ ...whole, parts: whole.parts.with(index, edited) }), `${whole.kind}[${index}]`),
  ];
}

function within(part: Condition, rebuild: (edited: Condition) => Condition, where: string): Edit[] {
  return editsOf(part).map(([name, edited]) => [`${where} ${name}`, rebuild(edited)]);
}

function swaps(leaf: Condition): Edit[] {
  switch (leaf.kind) {
    case "within":
      return [[`every for any in ${nameOf(leaf)}`, { ...leaf, kind: "everyWithin", ifEmpty: "deny" }]];
    case "shares":
      return [[`every for any in ${nameOf(leaf)}`, { ...leaf, kind: "everyShared", ifEmpty: "deny" }]];
    case "everyWithin":
      return [
        [`any for every in ${nameOf(leaf)}`, { kind: "within", attribute: leaf.attribute, values: leaf.values }],
        [`turn ifEmpty of ${nameOf(leaf)}`, { ...leaf, ifEmpty: leaf.ifEmpty === "deny" ? "allow" : "deny" }],
      ];
    case "everyShared":
      return [
        [`any for every in ${nameOf(leaf)}`, { kind: "shares", attribute: leaf.attribute, values: leaf.values }],
        [`turn ifEmpty of ${nameOf(leaf)}`, { ...leaf, ifEmpty: leaf.ifEmpty === "deny" ? "allow" : "deny" }],
      ];
    case "via":
    case "everyVia": {
      const swapped: Condition = { ...leaf, kind: leaf.kind === "via" ? "everyVia" : "via" };
      return [
        [`swap ${nameOf(leaf)}`, swapped],
        ...within(leaf.condition, (condition) => ({ ...leaf, condition }), nameOf(leaf)),
      ];
    }
    default:
      return [];
  }
}

function nameOf(condition: Condition): string {
  switch (condition.kind) {
    case "via":
    case "everyVia":
      return `${condition.kind} ${condition.relation.name}`;
    case "allowed":
      return `allowed ${condition.action}`;
    case "present":
      return "values" in condition && "from" in condition.values ? `present ${condition.values.from}` : "present";
    default:
      return "attribute" in condition ? `${condition.kind} ${condition.attribute.name}` : condition.kind;
  }
}

import "server-only";
import { createHash } from "node:crypto";
import type { ResourceType, Role } from "../catalogue";
import type { Attribute } from "./attributes";
import type { Condition, Values } from "./conditions";

/** Whom a rule speaks to: the holders of a role, once for each grant in force, or every active account. */
export type Audience = Role | "everyone";

/**
 * One sentence of the policy, as data. An allow rule opens its actions to its audience where the condition holds; a
 * forbid rule takes them away again and always wins. What no rule opens is denied; the order of rules means nothing.
 * The id is stable: explanations, audit, tests and differences are keyed by it.
 */
export interface Rule {
  readonly id: string;
  readonly effect: "allow" | "forbid";
  readonly type: ResourceType;
  readonly actions: readonly string[];
  readonly to: Audience;
  readonly when: Condition;
  /** The sentence a person reads; `{area}`, `{partnerships}` and `{partner}` are filled in from the grant. */
  readonly because: string;
}

/** All rules of one resource type. */
export interface Policy {
  readonly type: ResourceType;
  readonly rules: readonly Rule[];
}

interface RuleBody<F> {
  readonly actions: readonly string[];
  readonly to: Audience;
  readonly when: Condition<F>;
  readonly because: string;
}

/** The two ways to write a rule about records of one type, whose facts have the type F. */
export function rulesFor<F>(type: ResourceType) {
  const rule =
    (effect: Rule["effect"]) =>
    (id: string, body: RuleBody<F>): Rule => ({
      id: `${type}.${id}`,
      effect,
      type,
      ...body,
    });
  return { allow: rule("allow"), forbid: rule("forbid") };
}

/**
 * A short hash that changes with every edit of a policy: ids, actions, audiences, conditions and sentences. It goes into
 * every recorded decision, so that it can be said later which rules were in force.
 */
export function hashPolicies(policies: readonly Policy[]): string {
  const rules = policies.flatMap((policy) => policy.rules).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const text = JSON.stringify(rules.map((rule) => ({ ...rule, when: describe(rule.when) })));
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** The condition as plain data, attributes and relations by name: for the hash, golden files and the policy's own page. */
export function describe(condition: Condition): unknown {
  switch (condition.kind) {
    case "always":
    case "never":
      return condition.kind;
    case "and":
    case "or":
      return { [condition.kind]: condition.parts.map(describe) };
    case "not":
      return { not: describe(condition.part) };
    case "present":
      return { present: condition.values };
    case "allowed":
      return { allowed: `${condition.type}.${condition.action}` };
    case "via":
    case "everyVia":
      return { [condition.kind]: condition.relation.name, where: describe(condition.condition) };
    case "everyWithin":
    case "everyShared":
      return leaf(condition.kind, condition.attribute, condition.values, condition.ifEmpty);
    default:
      return leaf(condition.kind, condition.attribute, condition.values);
  }
}

function leaf(kind: string, attribute: Attribute<never>, values: Values, ifEmpty?: string): unknown {
  return { [kind]: attribute.name, values, ...(ifEmpty === undefined ? {} : { ifEmpty }) };
}

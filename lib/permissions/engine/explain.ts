import "server-only";
import type { ReasonCode, Role } from "../catalogue";
import type { PlacePath } from "./attributes";
import type { Condition } from "./conditions";
import { evaluate, lies } from "./evaluate";
import { known, type Value } from "./fold";
import type { ActionView, Entitlement, HeldGrant } from "./specialise";

/** One reason for a decision, before names are filled in: which rule, through which grant, by which path in the tree. */
export interface RawReason {
  readonly code: ReasonCode;
  readonly ruleId: string | null;
  readonly because: string | null;
  readonly grant: HeldGrant | null;
  /** The numbers from the record's place up to the granted node, where a place gave the answer. */
  readonly path: PlacePath | null;
  /** For a refusal: the roles that could have done it. */
  readonly mendedBy: readonly Role[];
}

/** A decision on one action and one record, with every reason that applies. */
export interface Explanation {
  readonly allowed: boolean;
  readonly reasons: readonly RawReason[];
}

/**
 * The decision and its reasons together, as a pure function of the specialised policy and the record's facts. For an
 * allow: every rule and grant that gives it. For a deny: the forbidding rules, or else what was missing in each rule
 * that speaks to a role the actor holds (`fallback` where no such rule exists).
 */
export function explain(view: ActionView, facts: unknown, fallback: ReasonCode): Explanation {
  const reasons: RawReason[] = [];
  for (const forbidding of view.forbids) {
    if (forbidding.holds(facts)) {
      reasons.push(denied(forbidding, "locked", view));
    }
  }
  if (reasons.length > 0) {
    return { allowed: false, reasons };
  }
  for (const allowing of view.allows) {
    if (allowing.holds(facts)) {
      reasons.push(allowedBy(allowing, facts));
    }
  }
  return reasons.length > 0 ? { allowed: true, reasons } : { allowed: false, reasons: missedBy(view, facts, fallback) };
}

function allowedBy({ rule, grant, condition }: Entitlement, facts: unknown): RawReason {
  return {
    code: rule.to === "everyone" ? (condition.kind === "isIn" ? "self" : "everyone") : rule.to,
    ruleId: rule.id,
    because: rule.because,
    grant,
    path: pathOf(condition, facts),
    mendedBy: none,
  };
}

/** What was missing, once for each code and grant. */
function missedBy(view: ActionView, facts: unknown, fallback: ReasonCode): readonly RawReason[] {
  const reasons: RawReason[] = [];
  for (const tried of view.allows) {
    for (const code of missing(tried.condition, facts)) {
      if (!reasons.some((known) => known.code === code && known.grant === tried.grant)) {
        reasons.push(denied(tried, code, view));
      }
    }
  }
  // A part about a tag or a field says so in any case, wherever its rules failed.
  const named = fallback === "tag_not_yours" || fallback === "field_not_yours";
  const unsaid = named && !reasons.some(({ code }) => code === fallback);
  return reasons.length === 0 || unsaid ? [denied(null, fallback, view), ...reasons] : reasons;
}

function denied(tried: Entitlement | null, code: ReasonCode, view: ActionView): RawReason {
  return {
    code,
    ruleId: tried?.rule.id ?? null,
    because: null,
    grant: tried?.grant ?? null,
    path: null,
    mendedBy: view.openedTo,
  };
}

const none: readonly never[] = [];

/** The codes of the leaves that failed, the deepest ones: what would have to be different. */
function missing(condition: Condition, facts: unknown): readonly ReasonCode[] {
  switch (condition.kind) {
    case "and":
      return condition.parts.filter((part) => !evaluate(part, facts)).flatMap((part) => missing(part, facts));
    case "or":
      return condition.parts.flatMap((part) => missing(part, facts));
    case "everyWithin":
      // A change brings or takes one place at a time, so "not wholly" would be a strange thing to say of it.
      return condition.attribute.columns === null ? outside : notWholly;
    case "shares":
    case "everyShared":
      return notYourTag;
    case "not":
      return ["locked"];
    case "never":
      return ["no_grant"];
    default:
      return outside;
  }
}

const outside: readonly ReasonCode[] = ["outside_reach"];
const notWholly: readonly ReasonCode[] = ["not_wholly_inside"];
const notYourTag: readonly ReasonCode[] = ["tag_not_yours"];

/** The way from the record's first matching place up to the granted node, found in the leaf that gave the answer. */
function pathOf(condition: Condition, facts: unknown): PlacePath | null {
  switch (condition.kind) {
    case "and":
    case "or":
      for (const part of condition.parts) {
        const path = pathOf(part, facts);
        if (path !== null) {
          return path;
        }
      }
      return null;
    case "via":
    case "everyVia": {
      const related = condition.relation.get(facts as never).find((record) => evaluate(condition.condition, record));
      return related === undefined ? null : pathOf(condition.condition, related);
    }
    case "within":
    case "everyWithin":
      return wayUp(condition.attribute.get(facts as never), known(condition.values));
    default:
      return null;
  }
}

function wayUp(paths: readonly PlacePath[], granted: readonly Value[]): PlacePath | null {
  const place = paths.find((path) => lies(path, granted));
  return place === undefined ? null : place.slice(place.findIndex((step) => granted.includes(step))).reverse();
}

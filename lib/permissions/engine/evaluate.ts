import "server-only";
import type { PlacePath } from "./attributes";
import type { Condition } from "./conditions";
import { known, type Value } from "./fold";

/** A condition in its in-memory form: whether it holds for the facts of one record. */
export type Check = (facts: unknown) => boolean;

/** Above this many values a set is asked instead of an array: scanning a few numbers is faster than hashing one. */
const SCANNED = 12;

/**
 * The in-memory form of every leaf, as a function made once for each condition and then called for each record. Its
 * twin is `toSql`; the proofs compare the two on random worlds.
 */
export function compile(condition: Condition): Check {
  switch (condition.kind) {
    case "always":
      return () => true;
    case "never":
      return () => false;
    case "and":
      return conjunction(condition.parts.map(compile));
    case "or":
      return disjunction(condition.parts.map(compile));
    case "not": {
      const part = compile(condition.part);
      return (facts) => !part(facts);
    }
    case "isIn": {
      const { get } = condition.attribute;
      const among = membership(known(condition.values));
      return (facts) => among(get(facts as never));
    }
    case "within":
    case "everyWithin":
      return placesCheck(condition);
    case "shares":
    case "everyShared":
      return setCheck(condition);
    case "via":
    case "everyVia":
      return relationCheck(condition);
    default:
      throw new Error(`A condition of kind ${condition.kind} was interpreted before it was specialised.`);
  }
}

/** Whether a folded condition holds for one record. To ask the same condition often, compile it once. */
export function evaluate(condition: Condition, facts: unknown): boolean {
  return compile(condition)(facts);
}

/** Whether a place is one of the granted nodes or lies below one. */
export function lies(path: PlacePath, granted: Lookup): boolean {
  for (let index = path.length - 1; index >= 0; index--) {
    const step = path[index];
    if (step !== undefined && has(granted, step)) {
      return true;
    }
  }
  return false;
}

function conjunction(parts: readonly Check[]): Check {
  return (facts) => {
    for (const part of parts) {
      if (!part(facts)) {
        return false;
      }
    }
    return true;
  };
}

function disjunction(parts: readonly Check[]): Check {
  return (facts) => {
    for (const part of parts) {
      if (part(facts)) {
        return true;
      }
    }
    return false;
  };
}

// The facts fit the condition by construction, since both are chosen by the resource type; hence the casts to never.
function placesCheck(leaf: Extract<Condition, { kind: "within" | "everyWithin" }>): Check {
  const { get } = leaf.attribute;
  const granted = lookup(known(leaf.values));
  const inside = (path: PlacePath) => lies(path, granted);
  return leaf.kind === "within"
    ? (facts) => someOf(get(facts as never), inside)
    : (facts) => everyOf(get(facts as never), leaf.ifEmpty, inside);
}

function setCheck(leaf: Extract<Condition, { kind: "shares" | "everyShared" }>): Check {
  const { get } = leaf.attribute;
  const among = membership(known(leaf.values));
  return leaf.kind === "shares"
    ? (facts) => someOf(get(facts as never), among)
    : (facts) => everyOf(get(facts as never), leaf.ifEmpty, among);
}

function relationCheck(leaf: Extract<Condition, { kind: "via" | "everyVia" }>): Check {
  const { get } = leaf.relation;
  const inner = compile(leaf.condition);
  return leaf.kind === "via"
    ? (facts) => someOf(get(facts as never), inner)
    : (facts) => everyOf(get(facts as never), "deny", inner);
}

function membership(values: readonly Value[]): (value: Value) => boolean {
  const [only] = values;
  if (values.length === 1) {
    return (value) => value === only;
  }
  const among = lookup(values);
  return (value) => has(among, value);
}

/** A list to scan, or a set where the list is long. */
type Lookup = readonly Value[] | ReadonlySet<Value>;

function has(among: Lookup, value: Value): boolean {
  return "has" in among ? among.has(value) : among.includes(value);
}

function lookup(values: readonly Value[]): Lookup {
  return values.length <= SCANNED ? values : new Set(values);
}

// Loops and not `some`/`every`: they are what a decision spends its time in, and the callbacks cost as much as the work.
function someOf<T>(items: readonly T[], test: (item: T) => boolean): boolean {
  for (const item of items) {
    if (test(item)) {
      return true;
    }
  }
  return false;
}

function everyOf<T>(items: readonly T[], ifEmpty: "allow" | "deny", test: (item: T) => boolean): boolean {
  for (const item of items) {
    if (!test(item)) {
      return false;
    }
  }
  return items.length > 0 || ifEmpty === "allow";
}

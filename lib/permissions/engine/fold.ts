import "server-only";
import type { Condition, Reference, Values } from "./conditions";

/** A value of a set that a condition compares with. */
export type Value = string | number;

/** What the references of a rule stand for, for one actor and one grant. */
export type Constants = Readonly<Record<Reference, readonly Value[]>>;

/** Expands "the actor may do that action to this record" into the condition that decides it. */
export type Expand = (type: string, action: string) => Condition;

/**
 * The condition with every reference filled in and everything that is decided by that alone folded away. What is left
 * holds only leaves over the record; `never` and `always` mean that the record does not matter any more, so that a
 * person without a grant costs no query at all.
 */
export function fold(condition: Condition, constants: Constants, expand: Expand): Condition {
  switch (condition.kind) {
    case "always":
    case "never":
      return condition;
    case "and":
      return all(condition.parts.map((part) => fold(part, constants, expand)));
    case "or":
      return any(condition.parts.map((part) => fold(part, constants, expand)));
    case "not":
      return negate(fold(condition.part, constants, expand));
    case "present":
      return resolve(condition.values, constants).length > 0 ? { kind: "always" } : { kind: "never" };
    case "allowed":
      return expand(condition.type, condition.action);
    case "via":
    case "everyVia": {
      const inner = fold(condition.condition, constants, expand);
      return inner.kind === "never" ? inner : { ...condition, condition: inner };
    }
    case "everyWithin":
    case "everyShared": {
      const values = resolve(condition.values, constants);
      return values.length === 0 && condition.ifEmpty === "deny" ? { kind: "never" } : { ...condition, values };
    }
    default: {
      const values = resolve(condition.values, constants);
      return values.length === 0 ? { kind: "never" } : { ...condition, values };
    }
  }
}

/** The set that a leaf compares with, once references are filled in. */
function resolve(values: Values, constants: Constants): readonly Value[] {
  return "from" in values ? constants[values.from] : values;
}

/** The values of a leaf of a folded condition; one that still holds a reference was never specialised, which is a fault. */
export function known(values: Values): readonly Value[] {
  if ("from" in values) {
    throw new Error(`A condition was interpreted before ${values.from} was filled in.`);
  }
  return values;
}

/** The conjunction, folded: false as soon as one part is false. */
export function all(parts: readonly Condition[]): Condition {
  const left = parts.filter((part) => part.kind !== "always");
  const [first, ...rest] = left;
  if (left.some((part) => part.kind === "never")) {
    return { kind: "never" };
  }
  if (first === undefined) {
    return { kind: "always" };
  }
  return rest.length === 0 ? first : { kind: "and", parts: left };
}

/**
 * The disjunction, folded: true as soon as one part is true. Leaves of the same kind over the same attribute become one
 * leaf over the united values, so that twenty grants cost one comparison and not twenty.
 */
export function any(parts: readonly Condition[]): Condition {
  const left = merge(parts.filter((part) => part.kind !== "never"));
  const [first, ...rest] = left;
  if (left.some((part) => part.kind === "always")) {
    return { kind: "always" };
  }
  if (first === undefined) {
    return { kind: "never" };
  }
  return rest.length === 0 ? first : { kind: "or", parts: left };
}

function merge(parts: readonly Condition[]): readonly Condition[] {
  const merged = new Map<string, Condition>();
  parts.forEach((part, index) => {
    if (part.kind !== "isIn" && part.kind !== "within" && part.kind !== "shares") {
      merged.set(String(index), part);
      return;
    }
    const key = `${part.kind} ${part.attribute.name}`;
    const before = merged.get(key);
    const others = before !== undefined && "values" in before ? known(before.values) : [];
    merged.set(key, { ...part, values: [...new Set([...others, ...known(part.values)])] });
  });
  return [...merged.values()];
}

function negate(part: Condition): Condition {
  if (part.kind === "always") {
    return { kind: "never" };
  }
  return part.kind === "never" ? { kind: "always" } : { kind: "not", part };
}

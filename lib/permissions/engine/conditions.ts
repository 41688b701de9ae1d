import "server-only";
import type { ResourceType } from "../catalogue";
import type { PlacesAttribute, Relation, ScalarAttribute, SetAttribute } from "./attributes";

/** The sets that a rule may compare with: what the grant is held over, and who acts. They become constants when the policy is specialised for an actor. */
export type Reference = "grant.area" | "grant.partnerships" | "grant.partner" | "actor.id";

/** A set of values: known, or to be filled in from the grant or the actor. */
export type Values = readonly (string | number)[] | { readonly from: Reference };

// Getters make a condition contravariant in its facts: `Condition<unknown>` fits every record, and every condition fits
// `Condition<never>`, the form in which conditions of different types are stored side by side. Which facts belong to
// which condition is checked where it is built; the interpreters cast once.
/** A condition over the facts of one record. Closed: every kind has its in-memory form and its SQL form in the interpreters. */
export type Condition<F = never> =
  | { readonly kind: "always" }
  | { readonly kind: "never" }
  | { readonly kind: "and"; readonly parts: readonly Condition<F>[] }
  | { readonly kind: "or"; readonly parts: readonly Condition<F>[] }
  | { readonly kind: "not"; readonly part: Condition<F> }
  | { readonly kind: "isIn"; readonly attribute: ScalarAttribute<F>; readonly values: Values }
  | { readonly kind: "within"; readonly attribute: PlacesAttribute<F>; readonly values: Values }
  | {
      readonly kind: "everyWithin";
      readonly attribute: PlacesAttribute<F>;
      readonly values: Values;
      readonly ifEmpty: "allow" | "deny";
    }
  | { readonly kind: "shares"; readonly attribute: SetAttribute<F>; readonly values: Values }
  | {
      readonly kind: "everyShared";
      readonly attribute: SetAttribute<F>;
      readonly values: Values;
      readonly ifEmpty: "allow" | "deny";
    }
  | { readonly kind: "present"; readonly values: Values }
  | { readonly kind: "allowed"; readonly type: ResourceType; readonly action: string }
  | { readonly kind: "via"; readonly relation: Relation<F, never>; readonly condition: Condition }
  | { readonly kind: "everyVia"; readonly relation: Relation<F, never>; readonly condition: Condition };

/** What the grant in question is held over: its neighbourhoods with everything below them, its partnership tags, its partner. */
export const grant = {
  area: { from: "grant.area" },
  partnerships: { from: "grant.partnerships" },
  partner: { from: "grant.partner" },
} as const satisfies Record<string, Values>;

/** Who acts. */
export const actor = { id: { from: "actor.id" } } as const satisfies Record<string, Values>;

/** True of every record. */
export const always: Condition<unknown> = { kind: "always" };

/** True where every part is true. */
export function and<F>(...parts: readonly Condition<F>[]): Condition<F> {
  return { kind: "and", parts };
}

/** True where at least one part is true. */
export function or<F>(...parts: readonly Condition<F>[]): Condition<F> {
  return { kind: "or", parts };
}

/** True where the part is false. Nothing is ever unknown, so there is no third answer to lose. */
export function not<F>(part: Condition<F>): Condition<F> {
  return { kind: "not", part };
}

/** The attribute is one of the values. */
export function isIn<F>(attribute: ScalarAttribute<F>, values: Values): Condition<F> {
  return { kind: "isIn", attribute, values };
}

/** At least one of the places is one of the values or lies below one. */
export function within<F>(attribute: PlacesAttribute<F>, values: Values): Condition<F> {
  return { kind: "within", attribute, values };
}

/** Every place is one of the values or lies below one; `ifEmpty` says what a record without any place gets. */
export function everyWithin<F>(
  attribute: PlacesAttribute<F>,
  values: Values,
  { ifEmpty }: { ifEmpty: "allow" | "deny" },
): Condition<F> {
  return { kind: "everyWithin", attribute, values, ifEmpty };
}

/** The set and the values have something in common. */
export function shares<F>(attribute: SetAttribute<F>, values: Values): Condition<F> {
  return { kind: "shares", attribute, values };
}

/** Everything in the set is among the values; `ifEmpty` says what an empty set gets. */
export function everyShared<F>(
  attribute: SetAttribute<F>,
  values: Values,
  { ifEmpty }: { ifEmpty: "allow" | "deny" },
): Condition<F> {
  return { kind: "everyShared", attribute, values, ifEmpty };
}

/** The grant is held over something at all: false for a grant that is still incomplete. */
export function present(values: Values): Condition<unknown> {
  return { kind: "present", values };
}

/** The actor may do that action to this same record, through any grant. */
export function allowed(type: ResourceType, action: string): Condition<unknown> {
  return { kind: "allowed", type, action };
}

/** At least one related record meets the condition. */
export function via<F, R>(relation: Relation<F, R>, condition: Condition<R>): Condition<F> {
  return { kind: "via", relation: relation as unknown as Relation<F, never>, condition };
}

/** There is a related record and every one meets the condition. */
export function everyVia<F, R>(relation: Relation<F, R>, condition: Condition<R>): Condition<F> {
  return { kind: "everyVia", relation: relation as unknown as Relation<F, never>, condition };
}

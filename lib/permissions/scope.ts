import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { ResourceType } from "./catalogue";
import { specialiseFor } from "./decide";
import type { Specialised } from "./engine/specialise";
import { type ListCondition, toListCondition } from "./engine/to-sql";
import type { Actor } from "./load-actor";

const specialised = new WeakMap<Actor, Specialised>();

/** The rows that this actor may do that to: all, none, or those that meet a condition over the type's own table. A deactivated account has none. */
export function listCondition(actor: Actor, type: ResourceType, action: string): ListCondition {
  return actor.deactivated ? { rows: "none" } : toListCondition(forActor(actor).view(type, action).condition);
}

/** The same as a condition for a `where`: never undefined, because no condition would read as every row. */
export function scopeOf(actor: Actor, type: ResourceType, action: string): SQL {
  const condition = listCondition(actor, type, action);
  return condition.rows === "where" ? condition.where : condition.rows === "all" ? sql`true` : sql`false`;
}

/**
 * Which of the actions this actor may do to one record whose facts are at hand, as in the rows of a list: what decides
 * which buttons are there. Validity and confirmation are judged when the act itself is asked for.
 */
export function capabilities<A extends string>(
  actor: Actor,
  type: ResourceType,
  actions: readonly A[],
  facts: unknown,
): Readonly<Record<A, boolean>> {
  const may = (action: A) => !actor.deactivated && forActor(actor).view(type, action).check(facts);
  return Object.fromEntries(actions.map((action) => [action, may(action)] as const)) as Record<A, boolean>;
}

function forActor(actor: Actor): Specialised {
  const known = specialised.get(actor) ?? specialiseFor(actor);
  specialised.set(actor, known);
  return known;
}

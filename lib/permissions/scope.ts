import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { ResourceType } from "./catalogue";
import { specialiseFor } from "./decide";
import { explain } from "./engine/explain";
import type { Specialised } from "./engine/specialise";
import { bindChange, type ListCondition, toListCondition } from "./engine/to-sql";
import type { Actor } from "./load-actor";
import type { Part } from "./proposals/proposal";
import { bareReason, nameReason } from "./reasons";

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
 * The rows to which this actor may make one part of a change, as a condition for a `where`.
 * @param change what the part is about, in the words of its rules: `{ change: { places, tags } }` for partners.
 */
export function partScopeOf(actor: Actor, type: ResourceType, part: string, change: unknown): SQL {
  if (actor.deactivated) return sql`false`;
  const condition = toListCondition(bindChange(forActor(actor).view(type, part).condition, change));
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

/** Whether one part of a change may be made, and if not, why: in words, null where it may. */
export type PartAnswer = Readonly<{ allowed: boolean; reason: string | null }>;

/**
 * The same for one part of a change, with the reason of a refusal in words: what a form says beside what is locked.
 * @param fallback the code of the refusal where no role of the actor's speaks to this part at all.
 */
export function answerPart(actor: Actor, type: ResourceType, { action, facts, fallback }: Part): PartAnswer {
  if (actor.deactivated) return { allowed: false, reason: bareReason("deactivated").text };
  const { allowed, reasons } = explain(forActor(actor).view(type, action), facts, fallback);
  const [first] = reasons;
  // A refusal names no place, so that there is nothing to look up.
  const reason = allowed || first === undefined ? null : nameReason(first, actor, new Map()).text;
  return { allowed, reason };
}

function forActor(actor: Actor): Specialised {
  const known = specialised.get(actor) ?? specialiseFor(actor);
  specialised.set(actor, known);
  return known;
}

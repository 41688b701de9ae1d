import "server-only";
import { sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { roleGrantNeighbourhoods } from "@/db/schema/grants";
import { partners } from "@/db/schema/places";
import { newId } from "@/lib/permissions/catalogue";
import { type Decision, decide } from "@/lib/permissions/decide";
import type { Actor } from "@/lib/permissions/load-actor";
import { scopeOf } from "@/lib/permissions/scope";
import { readSaved } from "@/lib/places/neighbourhood-changes/queries";
import type { ParentPlace, SavedNeighbourhood } from "@/lib/places/neighbourhood-changes/schemas";
import type { NeighbourhoodUnit } from "@/lib/places/neighbourhood-tree/constants";
import { type NeighbourhoodValues, unitsInside } from "./schemas";

/** How much hangs on a neighbourhood: what a move takes along, and what keeps it from being deleted. Grants that ended count. */
export type NeighbourhoodUses = Readonly<{
  children: number;
  partnersHere: number;
  partnersInside: number;
  grants: number;
}>;

/** Everything that the edit form of one neighbourhood needs. */
export type NeighbourhoodForm = {
  neighbourhood: { id: string; code: string; name: string };
  /** What a save names, so that a change made meanwhile is noticed. */
  version: number;
  /** The present value of each field; blank where there is none. */
  values: NeighbourhoodValues;
  parent: { code: string; name: string; path: readonly string[] } | null;
  /** What moves along with it, and who gains or loses reach by that: partners inside, and roles held over this very place. */
  uses: NeighbourhoodUses;
};

/**
 * The edit form of the neighbourhood with this code or UUID; null where the actor may see none such, and `form` null where
 * the decision is no.
 */
export async function getNeighbourhoodForEdit(
  actor: Actor,
  key: string,
): Promise<{ decision: Decision; form: NeighbourhoodForm | null } | null> {
  return readTransaction(async (tx) => {
    const saved = await readSaved(tx, actor, key);
    if (saved === null) return null;
    const resource = { type: "neighbourhood", id: saved.id };
    const decision = await decide(tx, { actor, action: "update", resource });
    if (decision.outcome === "deny") return { decision, form: null };
    const { id, code, name, version, values, parent } = saved;
    const uses = await usesOf(tx, actor, saved);
    return { decision, form: { neighbourhood: { id, code, name }, version, values, parent: shown(parent), uses } };
  });
}

/** What the form of a new neighbourhood needs: what it would lie in, and the levels that it may then have. */
export type NewNeighbourhoodForm = {
  parent: { id: string; code: string; name: string; path: readonly string[]; unit: NeighbourhoodUnit } | null;
  units: readonly NeighbourhoodUnit[];
};

/**
 * The form of a new neighbourhood inside the one with this code or UUID, or inside nothing; null where there is no such
 * place for this actor, and `form` null where the decision is no.
 */
export async function getNewNeighbourhoodForm(
  actor: Actor,
  parentKey: string | null,
): Promise<{ decision: Decision; form: NewNeighbourhoodForm | null } | null> {
  return readTransaction(async (tx) => {
    const parent = parentKey === null ? null : await readSaved(tx, actor, parentKey);
    if (parentKey !== null && parent === null) return null;
    const properties = parent === null ? {} : { parent: parent.code };
    const decision = await decide(tx, {
      actor,
      action: "create",
      resource: { type: "neighbourhood", id: newId, properties },
    });
    if (decision.outcome === "deny") return { decision, form: null };
    const units = unitsInside(parent?.unit ?? null);
    if (parent === null) return { decision, form: { parent: null, units } };
    const { id, code, name, unit } = parent;
    const path = [name, ...(parent.parent?.path ?? [])];
    return { decision, form: { parent: { id, code, name, unit, path }, units } };
  });
}

/** What stands in the way of deleting a neighbourhood. */
export type NeighbourhoodDeletion = {
  neighbourhood: { id: string; code: string; name: string };
  version: number;
  parent: { code: string; name: string; path: readonly string[] } | null;
  uses: NeighbourhoodUses;
};

/**
 * The neighbourhood that would be deleted, with what hangs on it: anything at all keeps it, and the decision says so. Null
 * where the actor may see none such; `deletion` null for those who may not delete neighbourhoods at all.
 */
export async function getNeighbourhoodDeletion(
  actor: Actor,
  key: string,
): Promise<{ decision: Decision; deletion: NeighbourhoodDeletion | null } | null> {
  return readTransaction(async (tx) => {
    const saved = await readSaved(tx, actor, key);
    if (saved === null) return null;
    const decision = await decide(tx, { actor, action: "delete", resource: { type: "neighbourhood", id: saved.id } });
    const inUse = decision.reasons.every(({ code }) => code === "invalid");
    if (decision.outcome === "deny" && !inUse) return { decision, deletion: null };
    const { id, code, name, version, parent } = saved;
    const uses = await usesOf(tx, actor, saved);
    return { decision, deletion: { neighbourhood: { id, code, name }, version, parent: shown(parent), uses } };
  });
}

function shown(parent: ParentPlace | null): NeighbourhoodForm["parent"] {
  return parent && { code: parent.code, name: parent.name, path: parent.path };
}

/** Partners as far as the actor sees them, which whoever may change the tree does. One statement. */
async function usesOf(tx: Transaction, actor: Actor, { id, number }: SavedNeighbourhood): Promise<NeighbourhoodUses> {
  const seen = scopeOf(actor, "partner", "view");
  const inside = sql`${partners} where ${partners.scopeIds} && array[${number}::integer] and (${seen})`;
  const [uses] = await tx.execute<NeighbourhoodUses>(sql`
    select (select count(*)::int from neighbourhoods below where below.parent_id = ${id}::uuid) as "children",
      (select count(*)::int from ${inside} and ${number}::integer = any(${partners.placeIds})) as "partnersHere",
      (select count(*)::int from ${inside}) as "partnersInside",
      (select count(*)::int from ${roleGrantNeighbourhoods} where ${roleGrantNeighbourhoods.neighbourhoodId} = ${id}::uuid) as "grants"`);
  return uses ?? { children: 0, partnersHere: 0, partnersInside: 0, grants: 0 };
}

"use server";
import { revalidatePath } from "next/cache";
import type { Transaction } from "@/db/client";
import { type ActionDecision, defineAction } from "@/lib/permissions/action";
import { newId } from "@/lib/permissions/catalogue";
import { type Decision, decide } from "@/lib/permissions/decide";
import { lockNeighbourhood, readHolders, readPlaces, refuseStale } from "@/lib/places/neighbourhood-changes/queries";
import {
  changeOf,
  type NamedPlaces,
  type NeighbourhoodChange,
  placementOf,
  type Result,
  type SavedNeighbourhood,
  traceOf,
  wordsOf,
} from "@/lib/places/neighbourhood-changes/schemas";
import {
  NEIGHBOURHOODS_PATH,
  type NeighbourhoodNotice,
  neighbourhoodPath,
} from "@/lib/places/neighbourhood-tree/constants";
import { lockTree } from "@/lib/places/neighbourhoods/mutations";
import { Refusal } from "@/lib/platform/errors";
import { deleteNeighbourhood, insertNeighbourhood, type NeighbourhoodWrite, updateNeighbourhood } from "./mutations";
import { deleteNeighbourhoodSchema, neighbourhoodFormSchema, neighbourhoodUpdateSchema } from "./schemas";

/** Makes a neighbourhood. Source: domains/places.md section 3. */
export const createNeighbourhoodAction = defineAction({
  name: "neighbourhood.create",
  input: neighbourhoodFormSchema,
  load: async ({ tx, input }) => {
    await lockTree(tx);
    return namedBy(tx, input);
  },
  authorize: async ({ tx, actor, input, row }) => {
    const { code, unit, parent } = input;
    const properties = { code, unit, ...(parent ? { parent } : {}) };
    const resource = { type: "neighbourhood", id: newId, properties };
    return unlessFaulty(await decide(tx, { actor, action: "create", resource }), placementOf(input, row));
  },
  confirms: () => ({ type: "neighbourhood", id: newId, version: null }),
  run: async ({ tx, input, row }) => {
    const { parent, unit } = proven(placementOf(input, row));
    const { name, welshName = "", code } = input;
    const write = { name, welshName: welshName || null, code, unit, parentId: parent?.id ?? null };
    const id = await insertNeighbourhood(tx, write);
    const after = traceOf({ name, welshName, code, unit, parent: parent?.code ?? "" }, parent);
    return { data: { path: neighbourhoodPath({ id, code }) }, audit: [{ ...recordOf(id), after }] };
  },
  revalidate: showAnew,
  redirectTo: ({ data }) => saying(data.path, "neighbourhood-created"),
});

/**
 * Changes what differs from the neighbourhood as it is now. Moving it takes everything below along, and with it the reach of
 * whoever looks after the areas that it leaves and enters. Source: domains/places.md sections 1 and 3.
 */
export const updateNeighbourhoodAction = defineAction({
  name: "neighbourhood.update",
  input: neighbourhoodUpdateSchema,
  load: async ({ tx, actor, input }) => {
    const saved = await lockNeighbourhood(tx, actor, input.neighbourhoodId);
    if (saved === null) return null;
    return { version: saved.version, saved, named: await namedBy(tx, input) };
  },
  authorize: async ({ tx, actor, input, row: { saved, named } }) => {
    const now = { values: saved.values, words: wordsOf(saved.parent, ...named.places.values()) };
    await refuseStale({ tx, actor, saved, version: input.version }, "update", now);
    const result = changeOf(saved, named, input);
    const properties = { fields: "proven" in result ? engineFields(result.proven) : [] };
    return unlessFaulty(await decide(tx, { actor, action: "update", resource: resourceOf(saved), properties }), result);
  },
  confirms: ({ row }) => ({ type: "neighbourhood", id: row.saved.id, version: row.version }),
  run: async ({ tx, input, row: { saved, named } }) => {
    const change = proven(changeOf(saved, named, input));
    const { values, fields, parent } = change;
    const path = neighbourhoodPath({ id: saved.id, code: values.code });
    if (fields.length === 0) return { data: { path }, audit: [] };
    await updateNeighbourhood(tx, saved.id, writeOf(change));
    const trace = { before: traceOf(saved.values, saved.parent, fields), after: traceOf(values, parent, fields) };
    return { data: { path }, audit: [{ ...recordOf(saved.id), ...trace }] };
  },
  revalidate: showAnew,
  redirectTo: ({ data }) => saying(data.path, "neighbourhood-saved"),
});

/** Deletes a neighbourhood in which nothing lies and which nothing names. Source: domains/places.md section 3. */
export const deleteNeighbourhoodAction = defineAction({
  name: "neighbourhood.delete",
  input: deleteNeighbourhoodSchema,
  load: ({ tx, actor, input }) => lockNeighbourhood(tx, actor, input.neighbourhoodId),
  authorize: async ({ tx, actor, input: { version }, row }) => {
    await refuseStale({ tx, actor, saved: row, version }, "delete", { values: {} });
    return decide(tx, { actor, action: "delete", resource: resourceOf(row) });
  },
  confirms: ({ row }) => ({ type: "neighbourhood", id: row.id, version: row.version }),
  run: async ({ tx, row }) => {
    await deleteNeighbourhood(tx, row.id);
    return { data: null, audit: [{ ...recordOf(row.id), before: traceOf(row.values, row.parent) }] };
  },
  revalidate: showAnew,
  redirectTo: () => saying(NEIGHBOURHOODS_PATH, "neighbourhood-deleted"),
});

function saying(path: string, notice: NeighbourhoodNotice): string {
  return `${path}?notice=${notice}`;
}

/** What the form names in the tree, as it stands under the lock. */
async function namedBy(
  tx: Transaction,
  { parent = "", code = "" }: Readonly<{ parent?: string; code?: string }>,
): Promise<NamedPlaces> {
  return { places: await readPlaces(tx, [parent]), holders: await readHolders(tx, code) };
}

/** The whole wing: partners show the names of their places, and lists what lies where. */
function showAnew(): void {
  revalidatePath("/places", "layout");
}

function recordOf(id: string) {
  return { resourceType: "neighbourhood", resourceId: id };
}

function resourceOf({ id }: SavedNeighbourhood) {
  return { type: "neighbourhood", id };
}

/** What the action catalogue calls the fields that change. */
function engineFields({ fields }: NeighbourhoodChange): readonly string[] {
  return [...new Set(fields.map((field) => (field === "welshName" ? "name" : field)))];
}

function writeOf({ values, fields, unit, parent }: NeighbourhoodChange): NeighbourhoodWrite {
  const { name, welshName, code } = values;
  const columns = { name, welshName: welshName || null, code, unit };
  const kept = Object.entries(columns).filter(([column]) => fields.some((field) => field === column));
  return { ...Object.fromEntries(kept), ...(fields.includes("parent") ? { parentId: parent?.id ?? null } : {}) };
}

/** Rights come first: only whoever may do this at all is told on which field it makes no sense. */
function unlessFaulty(decision: Decision, result: Result<unknown>): ActionDecision {
  const { outcome, reasons } = decision;
  const byRight = outcome !== "deny" || reasons.every(({ code }) => code === "invalid");
  if (byRight && "faults" in result) throw new Refusal("invalid", { fields: result.faults });
  return decision;
}

function proven<Proven>(result: Result<Proven>): Proven {
  if ("faults" in result) throw new Refusal("invalid", { fields: result.faults });
  return result.proven;
}

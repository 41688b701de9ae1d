import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { instantColumn } from "@/db/instant-column";
import { neighbourhoods } from "@/db/schema/places";
import { lastEditor } from "@/lib/people/last-editors/queries";
import { decide } from "@/lib/permissions/decide";
import { byKey } from "@/lib/permissions/facts/records";
import type { Actor } from "@/lib/permissions/load-actor";
import { listCondition } from "@/lib/permissions/scope";
import { lockTree } from "@/lib/places/neighbourhoods/mutations";
import { unitRank, whereKeyedInSight } from "@/lib/places/neighbourhoods/queries";
import { pathNames } from "@/lib/places/place-paths/queries";
import { Refusal, type StaleRecord } from "@/lib/platform/errors";
import type { ParentPlace, SavedNeighbourhood } from "./schemas";

/**
 * The neighbourhood with this code or UUID, locked together with the tree until the transaction ends, or null where there
 * is none that the actor may see. Nothing can come to lie in it or to name it meanwhile.
 */
export async function lockNeighbourhood(
  tx: Transaction,
  actor: Actor,
  key: string,
): Promise<SavedNeighbourhood | null> {
  if (listCondition(actor, "neighbourhood", "view").rows === "none") return null;
  await lockTree(tx);
  await tx.execute(sql`select 1 from ${neighbourhoods}
    where ${byKey(neighbourhoods.code, neighbourhoods.id, [key])} order by ${neighbourhoods.id} for update`);
  return readSaved(tx, actor, key);
}

/** The neighbourhood with this code or UUID as a save finds it, unlocked; null where there is none that the actor may see. One statement. */
export async function readSaved(tx: Transaction, actor: Actor, key: string): Promise<SavedNeighbourhood | null> {
  const [row] = await tx.execute<Omit<SavedNeighbourhood, "values"> & { welshName: string | null }>(sql`
    select ${neighbourhoods.id} as "id", ${neighbourhoods.number} as "number", ${neighbourhoods.code} as "code",
      ${neighbourhoods.name} as "name", ${neighbourhoods.welshName} as "welshName", ${neighbourhoods.unit} as "unit",
      ${neighbourhoods.version} as "version",
      ${instantColumn(neighbourhoods.updatedAt, ".MS")} as "updatedAt",
      (select ${placeObject()} from neighbourhoods place where place.id = ${neighbourhoods.parentId}) as "parent",
      (select below.unit from neighbourhoods below where below.parent_id = ${neighbourhoods.id}
        order by ${unitRank(sql`below.unit`)} limit 1) as "widestChild"
    from ${neighbourhoods} ${whereKeyedInSight(actor, key)}`);
  if (row === undefined) return null;
  const { welshName, ...saved } = row;
  const { name, code, unit, parent } = saved;
  return { ...saved, values: { name, welshName: welshName ?? "", code, unit, parent: parent?.code ?? "" } };
}

/** The row of `neighbourhoods` called `place`, as a `ParentPlace`. */
function placeObject(): SQL {
  return sql`json_build_object('id', place.id, 'code', place.code, 'name', place.name, 'unit', place.unit, 'numbers', place.path,
    'path', ${pathNames(sql`place.path`)})`;
}

/** The places with these codes or UUIDs, by each of the two; for a save that has yet to be decided on. One statement. */
export async function readPlaces(tx: Transaction, keys: readonly string[]): Promise<ReadonlyMap<string, ParentPlace>> {
  const named = keys.filter((key) => key !== "");
  if (named.length === 0) return new Map();
  const rows = await tx.execute<{ place: ParentPlace }>(sql`
    select ${placeObject()} as "place" from neighbourhoods place
    where place.id in (select ${neighbourhoods.id} from ${neighbourhoods} where ${byKey(neighbourhoods.code, neighbourhoods.id, named)})`);
  const places = rows.map(({ place }) => place);
  return new Map([
    ...places.map((place) => [place.id, place] as const),
    ...places.map((place) => [place.code, place] as const),
  ]);
}

/**
 * The ids of the places with this code, however its letters are written: people type codes either way, and take two that
 * differ in nothing else for one. Loaded files may hold such a pair. One statement.
 */
export async function readHolders(tx: Transaction, code: string): Promise<readonly string[]> {
  const typed = code.trim();
  if (typed === "" || typed.includes("\0")) return [];
  const rows = await tx.execute<{ id: string }>(sql`
    select ${neighbourhoods.id} as "id" from ${neighbourhoods} where lower(${neighbourhoods.code}) = lower(${typed})`);
  return rows.map(({ id }) => id);
}

/** The acts that raise a neighbourhood's version; others, such as a role given over it, may stand in its trail as well. */
const VERSION_RAISING = ["neighbourhood.create", "neighbourhood.update"];

/**
 * Nothing, where the neighbourhood is still as it was looked at, or where the actor may not act on it anyway.
 * @param now what the form shows beside what was typed in, and how its codes read; no values for a button alone.
 * @throws Refusal where somebody changed it meanwhile.
 */
export async function refuseStale(
  { tx, actor, saved, version }: { tx: Transaction; actor: Actor; saved: SavedNeighbourhood; version: number },
  action: "update" | "delete",
  now: Pick<StaleRecord, "values" | "words">,
): Promise<void> {
  if (saved.version === version) return;
  const { outcome } = await decide(tx, { actor, action, resource: { type: "neighbourhood", id: saved.id } });
  if (outcome === "deny") return;
  const changed = { type: "neighbourhood", keys: [saved.id], acts: VERSION_RAISING } as const;
  const by = await lastEditor(tx, actor, { ...changed, changedAt: new Date(saved.updatedAt) });
  const message = `${by ?? "Somebody"} changed this place in the meantime. Look at it again before you ${action === "delete" ? "delete it" : "save"}.`;
  throw new Refusal("conflict", { message, stale: { version: saved.version, by, at: saved.updatedAt, ...now } });
}

import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { instantColumn } from "@/db/instant-column";
import { tags } from "@/db/schema/places";
import { lastEditor } from "@/lib/people/last-editors/queries";
import { decide } from "@/lib/permissions/decide";
import { byKey } from "@/lib/permissions/facts/records";
import type { Actor } from "@/lib/permissions/load-actor";
import { listCondition } from "@/lib/permissions/scope";
import type { TagKind } from "@/lib/places/tags/constants";
import { whereTagInSight } from "@/lib/places/tags/queries";
import { Refusal, type StaleRecord } from "@/lib/platform/errors";
import type { SavedTag } from "./schemas";

/** A lock on what tags are called, until the transaction ends: two people at once would else give two tags of a kind one name. */
export async function lockTagNames(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('remit.tags'))`);
}

/**
 * The tag with this external id or UUID, locked together with what tags are called, or null where there is none that the
 * actor may see. Nobody puts it on a partner meanwhile.
 */
export async function lockTag(tx: Transaction, actor: Actor, key: string): Promise<SavedTag | null> {
  if (listCondition(actor, "tag", "view").rows === "none") return null;
  await lockTagNames(tx);
  await tx.execute(sql`select 1 from ${tags}
    where ${byKey(tags.externalId, tags.id, [key])} order by ${tags.id} for update`);
  return readSavedTag(tx, actor, key);
}

/** The tag with this external id or UUID as a save finds it, unlocked; null where there is none that the actor may see. One statement. */
export async function readSavedTag(tx: Transaction, actor: Actor, key: string): Promise<SavedTag | null> {
  const [row] = await tx.execute<Omit<SavedTag, "values"> & { name: string; description: string | null }>(sql`
    select ${tags.id} as "id", ${tags.number} as "number", ${tags.externalId} as "externalId", ${tags.kind} as "kind",
      ${tags.version} as "version", ${instantColumn(tags.updatedAt, ".MS")} as "updatedAt", ${tags.name} as "name",
      ${tags.description} as "description"
    from ${tags} ${whereTagInSight(actor, key)}`);
  if (row === undefined) return null;
  const { name, description, ...saved } = row;
  return { ...saved, values: { name, description: description ?? "" } };
}

/** The ids of the tags of this kind with this name, however its letters are written. Loaded files may hold such a pair. One statement. */
export async function readHolders(tx: Transaction, kind: TagKind, name: string): Promise<readonly string[]> {
  const typed = name.trim();
  if (typed === "" || typed.includes("\0")) return [];
  const rows = await tx.execute<{ id: string }>(sql`
    select ${tags.id} as "id" from ${tags} where ${tags.kind} = ${kind} and lower(${tags.name}) = lower(${typed})`);
  return rows.map(({ id }) => id);
}

/** The acts that raise a tag's version. */
const VERSION_RAISING = ["tag.create", "tag.update"];

/**
 * Nothing, where the tag is still as it was looked at, or where the actor may not act on it anyway.
 * @param values what the form shows beside what was typed in; none for a button alone.
 * @throws Refusal where somebody changed it meanwhile.
 */
export async function refuseStale(
  { tx, actor, saved, version }: { tx: Transaction; actor: Actor; saved: SavedTag; version: number },
  action: "update" | "delete",
  values: StaleRecord["values"],
): Promise<void> {
  if (saved.version === version) return;
  const { outcome } = await decide(tx, { actor, action, resource: { type: "tag", id: saved.id } });
  if (outcome === "deny") return;
  const changed = { type: "tag", keys: [saved.id, saved.externalId ?? saved.id], acts: VERSION_RAISING } as const;
  const by = await lastEditor(tx, actor, { ...changed, changedAt: new Date(saved.updatedAt) });
  const message = `${by ?? "Somebody"} changed this tag in the meantime. Look at it again before you ${action === "delete" ? "delete it" : "save"}.`;
  throw new Refusal("conflict", { message, stale: { version: saved.version, by, at: saved.updatedAt, values } });
}

import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { tags } from "@/db/schema/places";
import { sites } from "@/db/schema/sites";
import type { TagKind } from "@/lib/places/tags/constants";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";

/** What is written of a tag, proven and tidied. An absent column stays as it is. */
export type TagWrite = Readonly<{ name?: string; description?: string | null }>;

/** Makes a tag and gives its id. The transaction holds the lock on what tags are called. */
export async function insertTag(
  tx: Transaction,
  write: Required<TagWrite> & Readonly<{ kind: TagKind }>,
): Promise<string> {
  const id = newId();
  await tx.insert(tags).values({ id, ...write, createdAt: now() });
  return id;
}

/** Writes what has changed of a tag that the transaction has locked, and raises its version by one. */
export async function updateTag(tx: Transaction, id: string, write: TagWrite): Promise<void> {
  const kept = { version: sql`${tags.version} + 1`, updatedAt: sql`now()` };
  await tx
    .update(tags)
    .set({ ...write, ...kept })
    .where(eq(tags.id, id));
}

/** Deletes a tag that the transaction has locked. It goes from every partner, role and site by the database's own rules. */
export async function deleteTag(tx: Transaction, id: string): Promise<void> {
  await tx.delete(tags).where(eq(tags.id, id));
}

/** Raises the version of sites that the transaction has locked and that lost a tag: a form that is open does not save over it. */
export async function stepSites(tx: Transaction, siteIds: readonly string[]): Promise<void> {
  if (siteIds.length === 0) return;
  await tx
    .update(sites)
    .set({ version: sql`${sites.version} + 1`, updatedAt: sql`now()` })
    .where(inArray(sites.id, [...siteIds]));
}

import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { neighbourhoods } from "@/db/schema/places";
import type { NeighbourhoodUnit } from "@/lib/places/neighbourhood-tree/constants";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";

/** What is written of a neighbourhood, proven and tidied. An absent column stays as it is. */
export type NeighbourhoodWrite = Readonly<{
  name?: string;
  welshName?: string | null;
  code?: string;
  unit?: NeighbourhoodUnit;
  parentId?: string | null;
}>;

/** Makes a neighbourhood and gives its id; its path is kept by the database. The transaction holds the lock on the tree. */
export async function insertNeighbourhood(tx: Transaction, write: Required<NeighbourhoodWrite>): Promise<string> {
  const id = newId();
  await tx.insert(neighbourhoods).values({ id, ...write, createdAt: now() });
  return id;
}

/**
 * Writes what has changed of a neighbourhood, and raises its version by one. The paths of everything below a moved one, and
 * the reach of the partners there, follow by the database's own triggers. The transaction holds the lock on the tree.
 */
export async function updateNeighbourhood(tx: Transaction, id: string, write: NeighbourhoodWrite): Promise<void> {
  const kept = { version: sql`${neighbourhoods.version} + 1`, updatedAt: sql`now()` };
  await tx
    .update(neighbourhoods)
    .set({ ...write, ...kept })
    .where(eq(neighbourhoods.id, id));
}

/** Deletes a neighbourhood that the transaction has locked and that nothing names. */
export async function deleteNeighbourhood(tx: Transaction, id: string): Promise<void> {
  await tx.delete(neighbourhoods).where(eq(neighbourhoods.id, id));
}

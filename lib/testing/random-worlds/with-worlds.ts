import "server-only";
import { liftTimeLimits, type Transaction, writeTransaction } from "@/db/client";
import { storeWorlds } from "./store";
import type { TreePlace } from "./tree";
import type { WorldShape } from "./world-shape";

/** Worlds over one tree. */
type Stored = Readonly<{ tree: readonly TreePlace[]; worlds: readonly WorldShape[] }>;

/** What `work` returns with these worlds, and nothing else, in the database; afterwards they are gone again. */
export async function withWorlds<Result>(stored: Stored, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  const results: Result[] = [];
  const undo = new Error("Random worlds are never kept.");
  await writeTransaction({ actorId: null, requestId: null }, async (tx) => {
    await liftTimeLimits(tx);
    await storeWorlds(tx, stored.tree, stored.worlds);
    results.push(await work(tx));
    throw undo;
  }).catch((error: unknown) => {
    if (error !== undo) {
      throw error;
    }
  });
  const [result] = results;
  if (result === undefined) {
    throw new Error("The work with the worlds was never done.");
  }
  return result;
}

import "server-only";
import { batchOf } from "./batch";
import { casesOf, faultyDecisions, loadBatchActors } from "./compare";
import { faultyLists } from "./lists";
import { withWorlds } from "./with-worlds";

/** The worlds of one seed. */
const WORLDS_PER_SEED = 250;

/** The questions put about each world, beside all cells of its lists. */
const ASKS_PER_WORLD = 30;

/**
 * Everything that decisions, lists and capabilities answer otherwise than the oracle on the worlds of a seed,
 * or explain in a way that does not bear the answer out; one line each, empty when all agree. A line names the seed and
 * the world, from which `batchOf` makes the same world again.
 */
export async function disagreements(seed: number): Promise<readonly string[]> {
  const batch = batchOf(seed, { worlds: WORLDS_PER_SEED, asks: ASKS_PER_WORLD });
  return withWorlds(batch, async (tx) => {
    const actors = await loadBatchActors(tx, batch);
    const faults = await faultyDecisions(tx, batch, casesOf(batch, actors));
    faults.push(...(await faultyLists(tx, batch, actors)));
    return faults;
  });
}

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { holdClock } from "@/lib/platform/clock";
import { casesOf, faultyDecisions, loadBatchActors } from "@/lib/testing/random-worlds/compare";
import { faultySearches } from "@/lib/testing/random-worlds/searches";
import { soloOf } from "@/lib/testing/random-worlds/solo";
import { withWorlds } from "@/lib/testing/random-worlds/with-worlds";
import { WORLD_DAY } from "@/lib/testing/random-worlds/world-shape";

const SEEDS = Array.from({ length: 60 }, (_, index) => 1_000 + index);

beforeAll(() => holdClock(new Date(`${WORLD_DAY}T12:00:00Z`)));
afterAll(() => holdClock(null));

describe("on worlds that have the database to themselves", () => {
  it("what depends on the whole portal is decided as the oracle reads the rules: the last root, what root would lose, places in use", {
    timeout: 120_000,
  }, async () => {
    const faults: string[] = [];
    for (const seed of SEEDS) {
      const batch = soloOf(seed);
      faults.push(
        ...(await withWorlds(batch, async (tx) => {
          const actors = await loadBatchActors(tx, batch);
          return faultyDecisions(tx, batch, casesOf(batch, actors));
        })),
      );
    }
    expect(faults.slice(0, 20)).toEqual([]);
  });

  it("a search gives exactly the records on which the decision is allow, page by page too", {
    timeout: 120_000,
  }, async () => {
    const faults: string[] = [];
    for (const seed of SEEDS.slice(0, 25)) {
      const batch = soloOf(seed);
      faults.push(
        ...(await withWorlds(batch, async (tx) => {
          const actors = await loadBatchActors(tx, batch);
          const found = await Promise.all(batch.worlds.map((world) => faultySearches(tx, seed, world, actors)));
          return found.flat();
        })),
      );
    }
    expect(faults.slice(0, 20)).toEqual([]);
  });
});

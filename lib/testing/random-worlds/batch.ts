import "server-only";
import fc from "fast-check";
import type { OracleAsk } from "../oracle/judgement";
import { reachOf, seesPartner } from "../oracle/reach";
import { type OracleWorld, oracleWorld } from "../oracle/world";
import { randomAsk } from "./asks";
import { Dice, diceSources } from "./dice";
import { growTree, type TreePlace } from "./tree";
import { shapeWorld, WORLD_DAY, type WorldShape } from "./world-shape";

/** A random world with what is asked about it. */
export interface RandomWorld extends WorldShape {
  readonly oracle: OracleWorld;
  readonly asks: readonly OracleAsk[];
}

/** Worlds over one tree, to be stored and judged together. The same seed and sizes always give the same batch. */
export interface Batch {
  readonly seed: number;
  readonly tree: readonly TreePlace[];
  readonly worlds: readonly RandomWorld[];
}

/** The batch of a seed. `asks` is the number of questions for each world. */
export function batchOf(seed: number, { worlds, asks }: { worlds: number; asks: number }): Batch {
  const [forTree, ...forWorlds] = fc
    .sample(diceSources, { seed, numRuns: worlds + 1 })
    .map((source) => new Dice(source));
  if (forTree === undefined) {
    throw new Error("A batch needs a source for its tree.");
  }
  const tree = growTree(forTree);
  return {
    seed,
    tree,
    worlds: forWorlds.map((own, index) => {
      const shape = shapeWorld(`w${index}`, tree, own);
      const oracle = oracleWorld(shape, WORLD_DAY);
      const within = new Map(shape.actors.map((actor) => [actor, partnersSeen(oracle, actor)] as const));
      return { ...shape, oracle, asks: Array.from({ length: asks }, () => randomAsk(shape, within, own)) };
    }),
  };
}

function partnersSeen(world: OracleWorld, actor: string): string[] {
  const reach = reachOf(world, actor);
  return [...world.partners.values()].filter((partner) => seesPartner(world, reach, partner)).map(({ id }) => id);
}

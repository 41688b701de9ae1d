import "server-only";
import fc from "fast-check";
import type { OracleAsk } from "../oracle/judgement";
import { oracleWorld } from "../oracle/world";
import type { Batch } from "./batch";
import { Dice, diceSources } from "./dice";
import { growTree } from "./tree";
import { type RandomRole, shapeWorld, WORLD_DAY, type WorldShape } from "./world-shape";

/**
 * A world that is alone in its database, with one or two roots among its actors, and every question whose answer depends
 * on all there is: is this the last root, would root lose sight of anything, is this place in use at all.
 */
export function soloOf(seed: number): Batch {
  const [source] = fc.sample(diceSources, { seed, numRuns: 1 });
  if (source === undefined) {
    throw new Error("A world needs a source.");
  }
  const dice = new Dice(source);
  const tree = growTree(dice);
  const drawn = shapeWorld("w0", tree, dice);
  const shape: WorldShape = { ...drawn, roles: withRoots(drawn, dice) };
  return { seed, tree, worlds: [{ ...shape, oracle: oracleWorld(shape, WORLD_DAY), asks: askAll(shape) }] };
}

function withRoots({ actors, roles }: WorldShape, dice: Dice): RandomRole[] {
  const count = dice.between(0, 2);
  const roots = actors.slice(0, count).map((user): RandomRole => {
    const endsOn = dice.chance(20) ? { endsOn: dice.pick(["2030-06-14", WORLD_DAY]) } : {};
    return { user, role: "root", ...endsOn };
  });
  return [...roles.filter(({ role, user }) => role !== "root" || !roots.some((root) => root.user === user)), ...roots];
}

function askAll(world: WorldShape): OracleAsk[] {
  const people = world.users.map(({ email }) => email);
  return world.actors.flatMap((actor) => [
    ...people.flatMap((user) => [
      ...["delete", "deactivate", "reactivate"].map((action) => ({
        actor,
        action,
        resource: { type: "user", id: user },
      })),
      ...["root", "support"].map((role) => ({
        actor,
        action: "remove_role",
        resource: { type: "system", id: "portal" },
        properties: { user, role },
      })),
    ]),
    ...world.neighbourhoods.map(({ code }) => ({
      actor,
      action: "delete",
      resource: { type: "neighbourhood", id: code },
    })),
  ]);
}

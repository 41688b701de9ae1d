import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { holdClock } from "@/lib/platform/clock";
import { disagreements } from "@/lib/testing/random-worlds/agreement";
import { WORLD_DAY } from "@/lib/testing/random-worlds/world-shape";

/** 250 worlds each; the other half runs beside this one in `agreement-continued.proof.test.ts`. */
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

beforeAll(() => holdClock(new Date(`${WORLD_DAY}T12:00:00Z`)));
afterAll(() => holdClock(null));

describe("decisions, lists, capabilities and explanations agree with the rules as the oracle reads them", () => {
  it.each(SEEDS)("on the random worlds of seed %i", { timeout: 120_000 }, async (seed) => {
    expect((await disagreements(seed)).slice(0, 20)).toEqual([]);
  });
});

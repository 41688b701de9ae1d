import "server-only";
import fc from "fast-check";

const RANGE = 2 ** 30;

/** Sources of dice: endless even numbers, because fast-check's own leaning towards the edges would upset the chances below. */
export const diceSources = fc.infiniteStream(fc.noBias(fc.nat({ max: RANGE - 1 })), { noHistory: true });

/** Choices drawn from one random source, so that a seed always gives the same world. */
export class Dice {
  readonly #source: Iterator<number>;

  /** Dice over one of `diceSources`. */
  constructor(source: Iterator<number>) {
    this.#source = source;
  }

  /** A whole number from `min` to `max`, both included. */
  between(min: number, max: number): number {
    const next = this.#source.next();
    if (next.done === true) {
      throw new Error("The random source has run dry.");
    }
    return min + (next.value % (max - min + 1));
  }

  /** True in about `percent` of a hundred cases. */
  chance(percent: number): boolean {
    return this.between(1, 100) <= percent;
  }

  /** One of the entries; an empty list is a fault of the caller. */
  pick<T>(list: readonly T[]): T {
    const picked = list[this.between(0, list.length - 1)];
    if (picked === undefined) {
      throw new Error("There was nothing to pick from.");
    }
    return picked;
  }

  /** Between `min` and `max` different entries, or all there are. */
  some<T>(list: readonly T[], min: number, max: number): T[] {
    const count = this.between(min, max);
    const chosen = new Set<T>();
    for (let tries = 0; tries < 3 * count && chosen.size < count && list.length > 0; tries += 1) {
      chosen.add(this.pick(list));
    }
    return [...chosen];
  }
}

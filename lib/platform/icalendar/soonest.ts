import "server-only";

/** Of many times those that come first, at most so many, in whatever order they are given and in bounded memory. */
export class Soonest<Timed extends Readonly<{ startsAt: Date }>> {
  readonly #most: number;
  #kept: Timed[] = [];
  #leftOutFrom: Date | null = null;

  constructor(most: number) {
    this.#most = most;
  }

  /** Takes one more. */
  add(one: Timed): void {
    this.#kept.push(one);
    if (this.#kept.length >= 2 * this.#most) this.#cut();
  }

  /** Those that come first, in order of time, and when the first begins that was left out; null where none was. */
  list(): Readonly<{ kept: readonly Timed[]; leftOutFrom: Date | null }> {
    this.#cut();
    return { kept: this.#kept, leftOutFrom: this.#leftOutFrom };
  }

  #cut(): void {
    const ordered = this.#kept.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
    const left = ordered[this.#most]?.startsAt ?? null;
    if (left !== null && (this.#leftOutFrom === null || left < this.#leftOutFrom)) this.#leftOutFrom = left;
    this.#kept = ordered.slice(0, this.#most);
  }
}

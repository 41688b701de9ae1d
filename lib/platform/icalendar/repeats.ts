import "server-only";
import ICAL from "ical.js";

/** Working out repeats has taken as many steps as it may. */
export class OverBudgetError extends Error {
  override readonly name = "OverBudgetError";
}

/** Steps that may still be taken: for one event, and for all of a file together. */
export class Budget {
  #left: number;
  readonly #shared: Budget | null;

  constructor(steps: number, shared: Budget | null = null) {
    this.#left = steps;
    this.#shared = shared;
  }

  /** @throws OverBudgetError when there are not so many steps left. */
  spend(steps: number): void {
    this.#left -= steps;
    if (!(this.#left >= 0)) throw new OverBudgetError();
    this.#shared?.spend(steps);
  }
}

/** Days passed over that count as one step. */
const DAYS_A_STEP = 10;

/** Steps that listing the days of a year counts as. */
const YEAR_STEPS = 20;

/**
 * The wall times at which a rule comes round, in order, from the first one on. A rule may never come round again, or so
 * often that nobody could wait for its end, and the library looks for the next time until it has found one: so every
 * move that it makes is counted.
 * @param start wall time of the first event, see `Zone`.
 * @throws OverBudgetError, and whatever the library says of rules that contradict themselves.
 */
export function* repeats(rule: ICAL.Recur, start: number, allDay: boolean, budget: Budget): Generator<number> {
  const iterator = countingIterator(rule, timeOf(start, allDay), budget);
  for (;;) {
    budget.spend(1);
    const next: ICAL.Time | null = iterator.next();
    if (next === null) return;
    yield Date.UTC(next.year, next.month - 1, next.day, next.hour, next.minute, next.second);
  }
}

/** The class is made anew each time because the library moves in its constructor already, before fields are there. */
function countingIterator(rule: ICAL.Recur, dtstart: ICAL.Time, budget: Budget): ICAL.RecurIterator {
  class CountingIterator extends ICAL.RecurIterator {
    override check_contracting_rules(): boolean {
      budget.spend(1);
      return super.check_contracting_rules();
    }
    override increment_monthday(days: number): void {
      budget.spend(Math.ceil(Math.max(1, days) / DAYS_A_STEP));
      super.increment_monthday(days);
    }
    override increment_month(): void {
      budget.spend(1);
      super.increment_month();
    }
    override increment_year(years: number): void {
      budget.spend(1);
      super.increment_year(years);
    }
    override expand_year_days(year: number): number {
      budget.spend(YEAR_STEPS);
      return super.expand_year_days(year);
    }
  }
  return new CountingIterator({ rule, dtstart });
}

function timeOf(wall: number, isDate: boolean): ICAL.Time {
  const date = new Date(wall);
  const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), isDate };
  if (isDate) return ICAL.Time.fromData(day);
  return ICAL.Time.fromData({
    ...day,
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  });
}

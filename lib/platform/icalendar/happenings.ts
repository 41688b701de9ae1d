import "server-only";
import ICAL from "ical.js";
import type { EventBlock } from "./event-blocks";
import { dayKey, instantOf, type Moment, recurrenceKey } from "./moments";
import type { NoticeBook } from "./notice-book";
import { Budget, OverBudgetError, repeats } from "./repeats";

/** Steps for one event: a daily one that counts its times takes as many in thirty years. */
const EVENT_STEPS = 40_000;

/** Times of one event that are taken. A daily one needs 367. */
const MOST_TIMES = 1_500;

const DAY_MS = 86_400_000;

/** From when to when an event's times are wanted, as instants; those that have ended before are left out. */
export type Span = Readonly<{ from: number; until: number }>;

/** One time of an event, as instants; `recurrenceId` is empty for an event that comes once. */
export type Happening = Readonly<{ recurrenceId: string; startsAt: number; endsAt: number }>;

const FREQUENCIES = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"];

/**
 * The times of an event that lie in the span, without those that are excepted or that other blocks stand for.
 * An event that comes once may lie beyond the end of the span.
 * @param replaced recurrence keys that other blocks of the same event stand for.
 */
export function happenings(
  block: EventBlock,
  replaced: ReadonlySet<string>,
  span: Span,
  shared: Budget,
  book: NoticeBook,
): Happening[] {
  const recurring = block.rules.length > 0 || block.moreDates.length > 0;
  if (!recurring) {
    const once = happening(block, block.start, "");
    const hidden = replaced.has(recurrenceKey(block.start, block.start.allDay));
    return hidden || once.endsAt < span.from ? [] : [once];
  }
  const { allDay } = block.start;
  const excepted = new Set(block.exceptDates.map((moment) => recurrenceKey(moment, allDay)));
  const found = new Map<string, Happening>();
  const budget = new Budget(EVENT_STEPS, shared);
  for (const moment of withNotice(block, book, () =>
    exceptByRules(block, span, budget, excepted, times(block, span, budget)),
  )) {
    const key = recurrenceKey(moment, allDay);
    if (found.has(key) || [key, dayKey(moment.wall)].some((each) => excepted.has(each) || replaced.has(each))) continue;
    if (found.size >= MOST_TIMES) {
      book.note("too_many_repeats", block.title);
      book.leaveOut(block.uid);
      break;
    }
    const one = happening(block, moment, key);
    if (one.endsAt >= span.from && one.startsAt < span.until) found.set(key, one);
  }
  return [...found.values()];
}

function happening(block: EventBlock, start: Moment, recurrenceId: string): Happening {
  const startsAt = instantOf(start);
  const end = start.zone.instantOf(start.wall + block.lasts);
  return { recurrenceId, startsAt, endsAt: Math.max(startsAt, end) };
}

/** Works times out and copes with rules that are broken or never end: what was found up to there is kept. */
function* withNotice(block: EventBlock, book: NoticeBook, work: () => Iterable<Moment>): Generator<Moment> {
  let found = false;
  try {
    for (const moment of work()) {
      found = true;
      yield moment;
    }
  } catch (error) {
    // Rules that contradict themselves are told by errors of the library that have no type of their own.
    book.note(error instanceof OverBudgetError ? "too_many_repeats" : "unreadable_repeats", block.title);
    book.leaveOut(block.uid);
    if (!found) yield block.start;
  }
}

function* exceptByRules(
  block: EventBlock,
  span: Span,
  budget: Budget,
  excepted: Set<string>,
  moments: Iterable<Moment>,
): Generator<Moment> {
  for (const rule of block.exceptRules) {
    for (const moment of ruleTimes(rule, block, span, budget)) excepted.add(recurrenceKey(moment, block.start.allDay));
  }
  yield* moments;
}

function* times(block: EventBlock, span: Span, budget: Budget): Generator<Moment> {
  // The first time is one of the set by itself only where no rule makes the set.
  if (block.rules.length === 0) yield block.start;
  yield* block.moreDates;
  for (const rule of block.rules) yield* ruleTimes(rule, block, span, budget);
}

function* ruleTimes(text: string, block: EventBlock, span: Span, budget: Budget): Generator<Moment> {
  const rule = ICAL.Recur.fromString(text);
  // The library would look for week numbers alone until the end of time.
  if ("BYWEEKNO" in rule.parts && !("BYDAY" in rule.parts)) throw new Error("A rule of week numbers alone");
  if (!FREQUENCIES.includes(rule.freq)) throw new Error("A rule without a frequency");
  const isOver = endOf(rule, block.start);
  // The library would compare its end with wall times as if these were UTC.
  rule.until = null;
  const { start } = block;
  const first = nearby(rule, start.wall, span.from - block.lasts - 2 * DAY_MS);
  let round = false;
  for (const wall of repeats(rule, first, start.allDay, budget)) {
    round = true;
    const moment = { ...start, wall };
    if (wall > span.until + 2 * DAY_MS || isOver(moment)) return;
    if (wall + block.lasts > span.from - 2 * DAY_MS) yield moment;
  }
  // Nobody means a rule that never comes round; the library also answers so to rules that it does not know.
  if (!round) throw new Error("A rule that never comes round");
}

/** What one turn of a rule takes, where turns are all of one length. */
const TURNS: Readonly<Record<string, number>> = {
  SECONDLY: 1_000,
  MINUTELY: 60_000,
  HOURLY: 3_600_000,
  DAILY: DAY_MS,
  WEEKLY: 7 * DAY_MS,
};

/** A later start from which a rule comes round at the same times: years of a daily event are passed over in one step. */
function nearby(rule: ICAL.Recur, start: number, from: number): number {
  const turn = (TURNS[rule.freq] ?? 0) * rule.interval;
  if (rule.count !== null || !(turn > 0)) return start;
  return start + Math.max(0, Math.floor((from - start) / turn) - 1) * turn;
}

/** Whether a rule is over by its UNTIL: an instant where it ends in Z, else what clocks show; of a day, all of it. */
function endOf(rule: ICAL.Recur, start: Moment): (moment: Moment) => boolean {
  const { until } = rule;
  if (until === null) return () => false;
  const wall = Date.UTC(until.year, until.month - 1, until.day, until.hour, until.minute, until.second);
  if (until.isDate) return (moment) => moment.wall >= wall + DAY_MS;
  const isInstant = until.zone === ICAL.Timezone.utcTimezone && !start.allDay;
  if (!isInstant) return (moment) => moment.wall > wall;
  return (moment) => moment.wall > wall - 2 * DAY_MS && (moment.wall > wall + 2 * DAY_MS || instantOf(moment) > wall);
}

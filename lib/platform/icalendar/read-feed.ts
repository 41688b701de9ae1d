import "server-only";
import { setImmediate as turn } from "node:timers/promises";
import { boundWords } from "./bounded-words";
import type { FeedFailure } from "./constants";
import { type CalendarParts, takeApart } from "./content-lines";
import { type EventBlock, readBlock } from "./event-blocks";
import { type Happening, happenings, type Span } from "./happenings";
import { recurrenceKey, type ZoneFinder } from "./moments";
import { type GroupedNotice, NoticeBook, type UnreadEvents } from "./notice-book";
import { cutText, plainLine } from "./plain-text";
import { Budget } from "./repeats";
import { Soonest } from "./soonest";
import { homeZone, type Zone, zoneDescribed, zoneNamed } from "./time-zones";

/** Steps that all repeats of a file may take together: a few seconds of work. */
const FILE_STEPS = 400_000;

/** Events, and times of all events, that one calendar may have; of times the last are left out, and that is noted. */
const MOST_BLOCKS = 20_000;
const MOST_HAPPENINGS = 10_000;

/** Zones that one file may describe. */
const MOST_ZONES = 50;

/** Events after which other work of the process gets its turn. */
const TURN_AFTER = 50;

/**
 * One time of one event. `uid` and `recurrenceId` together stay the same from one reading to the next. `endsAt` is never
 * before `startsAt`; of an event that takes whole days it is the midnight after the last one. Texts are plain, not HTML.
 */
export type FeedEvent = Readonly<{
  uid: string;
  recurrenceId: string;
  title: string;
  description: string | null;
  startsAt: Date;
  endsAt: Date;
  allDay: boolean;
  timeZone: string;
  location: string | null;
  online: boolean;
  url: string | null;
}>;

/**
 * What a calendar holds, in order of time, and what its keeper should know. What the reading left out may still be in the
 * calendar: whatever is of `unread`, and whatever begins at `leftOutFrom` or later, where that is not null.
 */
export type Feed = Readonly<{
  ok: true;
  name: string | null;
  timeZone: string;
  events: readonly FeedEvent[];
  notices: readonly GroupedNotice[];
  unread: UnreadEvents;
  leftOutFrom: Date | null;
}>;

/**
 * Reads the text of a calendar: every event that has not ended before `from`, recurring ones up to `until`. Whatever the
 * text holds, it costs bounded time and memory, throws nothing, and other work goes on in between.
 * @param doubtful the text was decoded as best as could be, which is noted.
 */
export async function readFeed(
  text: string,
  { from, until, doubtful = false }: Readonly<{ from: Date; until: Date; doubtful?: boolean }>,
): Promise<Feed | Readonly<{ ok: false; failure: FeedFailure }>> {
  const parts = takeApart(text.replaceAll("\0", ""));
  if (typeof parts === "string") return { ok: false, failure: parts };
  const book = new NoticeBook();
  if (doubtful) book.note("doubtful_encoding");
  for (let count = 0; count < parts.unended; count += 1) {
    book.note("unreadable_event");
    book.leaveOut(null);
  }
  const zone = (parts.timeZone === null ? null : zoneNamed(parts.timeZone)) ?? homeZone;
  const budget = new Budget(FILE_STEPS);
  const series = await readSeries(parts, zoneFinder(parts, zone, budget, book), book);
  const span = { from: from.getTime(), until: until.getTime() };
  const { kept, leftOutFrom } = await expand(series, span, zone, budget, book);
  const events = boundWords(kept, book);
  if (parts.events.length === 0) book.note("no_events");
  const name = parts.name === null ? "" : cutText(plainLine(parts.name), 200);
  return {
    ok: true,
    name: name || null,
    timeZone: zone.name,
    events,
    notices: book.list(),
    unread: book.unread(),
    leftOutFrom,
  };
}

/** Zones by name are taken from the world's own list first: what files say of them is often of another year. */
function zoneFinder(parts: CalendarParts, calendarZone: Zone, budget: Budget, book: NoticeBook): ZoneFinder {
  const described = new Map<string, readonly string[]>();
  for (const lines of parts.zones.slice(0, MOST_ZONES)) {
    const name = lines.map((line) => /^TZID(?:;[^:]*)?:(.+)$/i.exec(line)?.[1]).find((found) => found !== undefined);
    if (name !== undefined) described.set(name.trim(), lines);
  }
  const known = new Map<string, Zone | null>();
  return (name) => {
    if (name === null) return calendarZone;
    const bare = cutText(name.trim(), 200);
    let zone = known.get(bare);
    if (zone === undefined) {
      const lines = described.get(bare);
      zone = zoneNamed(bare) ?? (lines === undefined ? null : zoneDescribed(lines, budget));
      known.set(bare, zone);
    }
    if (zone === null) book.note("unknown_zone", bare);
    return zone ?? homeZone;
  };
}

/** The blocks of one event: itself, and what stands in the place of single times of it, by recurrence key. */
type Series = { main: EventBlock | null; instead: Map<string, EventBlock> };

async function readSeries(
  parts: CalendarParts,
  findZone: ZoneFinder,
  book: NoticeBook,
): Promise<ReadonlyMap<string, Series>> {
  const all = new Map<string, Series>();
  if (parts.events.length > MOST_BLOCKS) {
    book.note("too_many_events");
    book.leaveOut(null);
  }
  for (const [index, lines] of parts.events.slice(0, MOST_BLOCKS).entries()) {
    if (index % TURN_AFTER === 0) await turn();
    const block = readBlock(lines, findZone, book);
    if (block === null) continue;
    const series = all.get(block.uid) ?? { main: null, instead: new Map() };
    all.set(block.uid, series);
    if (block.instead === null) series.main = latest(series.main, block, book);
    else {
      const key = recurrenceKey(block.instead, block.start.allDay && block.instead.allDay);
      series.instead.set(key, latest(series.instead.get(key) ?? null, block, book));
    }
  }
  return all;
}

/** Of two blocks for the same thing the one that was changed more often; of equals the later one in the file. */
function latest(known: EventBlock | null, found: EventBlock, book: NoticeBook): EventBlock {
  if (known === null) return found;
  book.note("duplicate", found.title);
  return known.sequence > found.sequence ? known : found;
}

async function expand(
  all: ReadonlyMap<string, Series>,
  span: Span,
  zone: Zone,
  budget: Budget,
  book: NoticeBook,
): Promise<Pick<Feed, "leftOutFrom"> & Readonly<{ kept: readonly FeedEvent[] }>> {
  const soonest = new Soonest<FeedEvent>(MOST_HAPPENINGS);
  let count = 0;
  for (const series of all.values()) {
    count += 1;
    if (count % TURN_AFTER === 0) await turn();
    for (const [block, happening] of happeningsOf(series, span, budget, book)) {
      soonest.add(feedEvent(block, happening, zone));
    }
  }
  const found = soonest.list();
  if (found.leftOutFrom !== null) book.note("too_many_events");
  return found;
}

function* happeningsOf(
  { main, instead }: Series,
  span: Span,
  budget: Budget,
  book: NoticeBook,
): Generator<[EventBlock, Happening]> {
  if (main?.cancelled === true) return;
  if (main !== null) {
    for (const happening of happenings(main, new Set(instead.keys()), span, budget, book)) yield [main, happening];
  }
  for (const [key, block] of instead) {
    if (block.cancelled) continue;
    const [happening] = happenings({ ...block, rules: [], moreDates: [] }, new Set(), span, budget, book);
    if (happening !== undefined) yield [block, { ...happening, recurrenceId: key }];
  }
}

function feedEvent(block: EventBlock, { recurrenceId, startsAt, endsAt }: Happening, zone: Zone): FeedEvent {
  const { uid, title, description, location, online, url, start } = block;
  return {
    ...{ uid, recurrenceId, title, description, location, online, url },
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    allDay: start.allDay,
    // A time in UTC is a way of writing; people read it by the clocks of the calendar.
    timeZone: start.zone.name === "UTC" ? zone.name : start.zone.name,
  };
}

import "server-only";
import { createHash } from "node:crypto";
import ICAL from "ical.js";
import { type Moment, momentsOf, type ZoneFinder } from "./moments";
import type { NoticeBook } from "./notice-book";
import { bareLine, cutText, plainLine, plainText } from "./plain-text";

/** Characters that are kept of each text. */
const LENGTHS = { title: 300, description: 10_000, location: 500, url: 2_000, uid: 255 };

/** Rules of one event that are read; sensible calendars have one. */
const MOST_RULES = 5;

/** The title of an event that has none. */
const UNTITLED = "Untitled event";

/** One VEVENT: what it says once for all of its times, and how its times are given. */
export type EventBlock = Readonly<{
  uid: string;
  title: string;
  description: string | null;
  location: string | null;
  url: string | null;
  online: boolean;
  cancelled: boolean;
  sequence: number;
  start: Moment;
  /** Milliseconds of wall time from start to end. */
  lasts: number;
  rules: readonly string[];
  exceptRules: readonly string[];
  moreDates: readonly Moment[];
  exceptDates: readonly Moment[];
  /** Which of a recurring event's times this one stands for. */
  instead: Moment | null;
}>;

/**
 * Reads the lines of one event.
 * @returns null for one that cannot be read, or that its keeper has marked as private; both are noted.
 */
export function readBlock(lines: readonly string[], findZone: ZoneFinder, book: NoticeBook): EventBlock | null {
  // Rules are read later, so that a broken one costs its repeats and not the event.
  const [ruleLines, others] = partition(lines, (line) => /^(?:RRULE|EXRULE)[;:]/i.test(line));
  const component = parse(others);
  const title = component === null ? "" : cutText(plainLine(textOf(component, "summary")), LENGTHS.title);
  const [start] = component?.getAllProperties("dtstart").flatMap((property) => momentsOf(property, findZone)) ?? [];
  if (component === null || start === undefined) {
    book.note("unreadable_event", title);
    book.leaveOut(component === null ? uidIn(others) : knownUid(textOf(component, "uid")));
    return null;
  }
  if (/^(?:private|confidential)$/i.test(textOf(component, "class").trim())) {
    book.note("private_event");
    return null;
  }
  if (title === "") book.note("missing_title");
  const shown = title === "" ? UNTITLED : title;
  return {
    ...wordsOf(component, shown, book),
    title: shown,
    uid: uidOf(component, shown, start, book),
    cancelled: /^cancelled$/i.test(textOf(component, "status").trim()),
    sequence: Number.parseInt(textOf(component, "sequence"), 10) || 0,
    start,
    lasts: lengthOf(component, start, shown, findZone, book),
    ...rulesOf(ruleLines),
    moreDates: component.getAllProperties("rdate").flatMap((property) => momentsOf(property, findZone)),
    exceptDates: component.getAllProperties("exdate").flatMap((property) => momentsOf(property, findZone)),
    instead: insteadOf(component, shown, findZone, book),
  };
}

function partition(lines: readonly string[], holds: (line: string) => boolean): [string[], string[]] {
  return [lines.filter(holds), lines.filter((line) => !holds(line))];
}

function parse(lines: readonly string[]): ICAL.Component | null {
  try {
    return new ICAL.Component(ICAL.parse(`BEGIN:VEVENT\r\n${lines.map(withKind).join("\r\n")}\r\nEND:VEVENT`));
  } catch {
    return null;
  }
}

/** Many programs write a day without saying that it is one. */
function withKind(line: string): string {
  return line.replace(/^(DTSTART|DTEND|RECURRENCE-ID|EXDATE|RDATE)(:\d{8}(?:,\d{8})*\s*)$/i, "$1;VALUE=DATE$2");
}

function textOf(component: ICAL.Component, name: string): string {
  const [, , , value] = (component.getFirstProperty(name)?.toJSON() ?? []) as unknown[];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** Hosts of meetings that people join from home. */
const MEETING =
  /https?:\/\/(?:[\w-]+\.)*(?:zoom\.us|zoomgov\.com|teams\.microsoft\.com|teams\.live\.com|meet\.google\.com|meet\.jit\.si|webex\.com|whereby\.com|gotomeeting\.com|gotomeet\.me|bigbluebutton\.org)(?![\w.-])(?:[/?][^\s<>"]*)?/i;

/** Locations that name no place. */
const NOWHERE =
  /^(?:online|virtual|via zoom|on zoom|zoom|zoom meeting|via teams|microsoft teams|microsoft teams meeting|google meet|webinar)$/i;

type Words = Pick<EventBlock, "description" | "location" | "url" | "online">;

function wordsOf(component: ICAL.Component, title: string, book: NoticeBook): Words {
  const written = plainText(textOf(component, "description"));
  const location = cutText(plainLine(textOf(component, "location")), LENGTHS.location);
  if (written.length > LENGTHS.description) book.note("cut_text", title);
  const conference = ["x-google-conference", "conference", "x-microsoft-skypeteamsmeetingurl"]
    .map((name) => webAddress(textOf(component, name)))
    .find((address) => address !== null);
  const meeting = conference ?? webAddress(MEETING.exec(location)?.[0] ?? "");
  const placed = location.replace(MEETING, "").replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, "");
  return {
    description: cutText(written, LENGTHS.description) || null,
    location: (meeting === null ? location : placed) || null,
    url: webAddress(textOf(component, "url")) ?? meeting ?? webAddress(location),
    online: meeting !== null || NOWHERE.test(location),
  };
}

function webAddress(text: string): string | null {
  const typed = text.trim();
  if (typed.length > LENGTHS.url || !/^https?:\/\//i.test(typed) || !URL.canParse(typed)) return null;
  const url = new URL(typed);
  return url.username === "" && url.password === "" && url.href.length <= LENGTHS.url ? url.href : null;
}

function uidOf(component: ICAL.Component, title: string, start: Moment, book: NoticeBook): string {
  const uid = knownUid(textOf(component, "uid"));
  if (uid !== null) return uid;
  book.note("missing_uid", title);
  return `none-${digest(`${title}\n${start.wall}\n${textOf(component, "location")}`)}`;
}

/** The identifier that a source gave, as it is kept; null where it gave none. */
function knownUid(text: string): string | null {
  const uid = bareLine(text);
  if (uid === "") return null;
  return uid.length <= LENGTHS.uid ? uid : `long-${digest(uid)}`;
}

/** The identifier among lines that cannot be read as an event; null where it cannot be told for certain. */
function uidIn(lines: readonly string[]): string | null {
  const [value, ...more] = lines.flatMap((line) => /^UID(?:;[^:"]*)?:(.*)$/i.exec(line)?.[1] ?? []);
  return value === undefined || more.length > 0 || value.includes("\\") ? null : knownUid(value);
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

const DAY_MS = 86_400_000;

function lengthOf(
  component: ICAL.Component,
  start: Moment,
  title: string,
  findZone: ZoneFinder,
  book: NoticeBook,
): number {
  const least = start.allDay ? DAY_MS : 0;
  const [end] = component.getAllProperties("dtend").flatMap((property) => momentsOf(property, findZone));
  const lasts = end === undefined ? durationOf(component) : between(start, end);
  if (lasts === null) return least;
  if (lasts < 0) book.note("ends_before_start", title);
  // A calendar that ends a day's event on the same day means that day.
  return Math.max(lasts, least);
}

/** By the clock where both keep the same one: a night of dancing ends when it says, also when clocks change meanwhile. */
function between(start: Moment, end: Moment): number {
  if (start.allDay || end.allDay || start.zone.name === end.zone.name) return end.wall - start.wall;
  return end.zone.instantOf(end.wall) - start.zone.instantOf(start.wall);
}

function durationOf(component: ICAL.Component): number | null {
  const text = textOf(component, "duration").trim();
  if (text === "") return null;
  try {
    const seconds = ICAL.Duration.fromString(text).toSeconds();
    return Number.isFinite(seconds) && seconds < 366 * 86_400 ? seconds * 1000 : null;
  } catch {
    return null;
  }
}

function rulesOf(lines: readonly string[]): Pick<EventBlock, "rules" | "exceptRules"> {
  const values = (name: string) =>
    lines
      .filter((line) => line.slice(0, name.length).toUpperCase() === name)
      .map((line) => line.slice(line.indexOf(":") + 1).trim())
      .slice(0, MOST_RULES);
  return { rules: values("RRULE"), exceptRules: values("EXRULE") };
}

function insteadOf(component: ICAL.Component, title: string, findZone: ZoneFinder, book: NoticeBook): Moment | null {
  const property = component.getFirstProperty("recurrence-id");
  if (property === null) return null;
  if (/^thisandfuture$/i.test(property.getFirstParameter("range") ?? "")) book.note("this_and_following", title);
  return momentsOf(property, findZone)[0] ?? null;
}

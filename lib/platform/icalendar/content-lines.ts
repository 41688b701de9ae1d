import "server-only";
import type { FeedFailure } from "./constants";

/** Characters of one unfolded line that are read; what follows is dropped, so that no line fills the memory. */
const LINE_LENGTH = 20_000;

/** Components within each other beyond which nothing is followed any more. */
const DEPTH = 20;

/** The properties that matter to us. Everything else is dropped before anything parses it. */
const KEPT =
  /^(?:UID|SUMMARY|DESCRIPTION|LOCATION|DTSTART|DTEND|DURATION|RRULE|EXRULE|RDATE|EXDATE|RECURRENCE-ID|SEQUENCE|STATUS|CLASS|URL|CONFERENCE|X-GOOGLE-CONFERENCE|X-MICROSOFT-SKYPETEAMSMEETINGURL|TZID|X-LIC-LOCATION|TZOFFSETFROM|TZOFFSETTO)[;:]/i;

/** A calendar taken apart: the lines of each event and of each time zone, without BEGIN and END of the component itself. */
export type CalendarParts = Readonly<{
  name: string | null;
  timeZone: string | null;
  events: readonly (readonly string[])[];
  zones: readonly (readonly string[])[];
  /** Events that had no end of their own. */
  unended: number;
}>;

/**
 * Takes the text of a calendar apart without understanding it, so that one broken event spoils none of the others.
 * A text that breaks off is a failure: what is missing must not count as withdrawn.
 */
export function takeApart(text: string): CalendarParts | FeedFailure {
  const walk = new Walk();
  for (const line of contentLines(text)) walk.take(line);
  if (!walk.begun) return sniff(text);
  return walk.parts() ?? "truncated";
}

function sniff(text: string): FeedFailure {
  const start = text.trimStart().slice(0, 1_000);
  if (start === "") return "empty";
  return /<(?:!doctype html|html|head|body|title)\b/i.test(start) ? "html" : "not_calendar";
}

/** The lines of a text, those that were folded put together again. */
function* contentLines(text: string): Generator<string> {
  let line = "";
  let from = 0;
  while (from < text.length) {
    const newline = text.indexOf("\n", from);
    const end = newline === -1 ? text.length : newline;
    const physical = text.slice(from, end).replace(/\r+$/, "");
    from = end + 1;
    if (physical.startsWith(" ") || physical.startsWith("\t")) {
      if (line.length < LINE_LENGTH) line += physical.slice(1, LINE_LENGTH);
    } else {
      if (line !== "") yield line;
      line = physical.slice(0, LINE_LENGTH);
    }
  }
  if (line !== "") yield line;
}

class Walk {
  begun = false;
  readonly #path: string[] = [];
  readonly #events: string[][] = [];
  readonly #zones: string[][] = [];
  #open: string[] | null = null;
  #unended = 0;
  #name: string | null = null;
  #timeZone: string | null = null;

  take(line: string): void {
    const edge = /^(BEGIN|END)[ \t]*:[ \t]*([A-Za-z-]{1,40})[ \t]*$/i.exec(line);
    if (edge?.[2] === undefined) this.#takeProperty(line);
    else if (edge[1]?.toUpperCase() === "BEGIN") this.#begin(edge[2].toUpperCase(), line);
    else this.#end(edge[2].toUpperCase(), line);
  }

  parts(): CalendarParts | null {
    if (this.#path.length > 0) return null;
    return {
      name: this.#name,
      timeZone: this.#timeZone,
      events: this.#events,
      zones: this.#zones,
      unended: this.#unended,
    };
  }

  #begin(component: string, line: string): void {
    if (component === "VCALENDAR") {
      this.begun = true;
      this.#path.length = 0;
    }
    if (!this.begun || this.#path.length >= DEPTH) return;
    if (component === "VEVENT" && this.#path.includes("VEVENT")) {
      this.#unended += 1;
      this.#path.length = this.#path.indexOf("VEVENT");
    }
    this.#path.push(component);
    if (this.#path.length === 2) this.#open = component === "VEVENT" || component === "VTIMEZONE" ? [] : null;
    else if (this.#path[1] === "VTIMEZONE") this.#open?.push(line);
  }

  #end(component: string, line: string): void {
    const level = this.#path.lastIndexOf(component);
    if (level === -1) return;
    // Whatever has no end of its own ends with what it lies in.
    this.#path.length = level;
    if (level > 1 && this.#path[1] === "VTIMEZONE") this.#open?.push(line);
    if (level !== 1 || this.#open === null) return;
    if (component === "VEVENT") this.#events.push(this.#open);
    if (component === "VTIMEZONE") this.#zones.push(this.#open);
    this.#open = null;
  }

  #takeProperty(line: string): void {
    const [, component] = this.#path;
    if (component === undefined) this.#takeOwnProperty(line);
    else if (KEPT.test(line) && (component === "VTIMEZONE" || this.#path.length === 2)) this.#open?.push(line);
  }

  #takeOwnProperty(line: string): void {
    const [, property, value = ""] = /^(X-WR-CALNAME|NAME|X-WR-TIMEZONE)(?:;[^:]*)?:(.*)$/i.exec(line) ?? [];
    if (property === undefined) return;
    if (property.toUpperCase() === "X-WR-TIMEZONE") this.#timeZone ??= value.trim();
    else this.#name ??= value.trim().replace(/\\([,;\\])/g, "$1");
  }
}

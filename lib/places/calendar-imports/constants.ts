import type { FeedFailure } from "@/lib/platform/icalendar/constants";
import type { OutboundFailure } from "@/lib/platform/outbound/constants";

/** Why a calendar could not be imported, as it stands on its row. `fault`: something of ours went wrong. */
export type CalendarFailure = OutboundFailure | FeedFailure | "fault";

/** `unreachable`: it may be well again by itself. `error`: somebody has to put something right. */
export type FailedState = "error" | "unreachable";

/** Days ahead for which recurring events are worked out. */
export const DAYS_AHEAD = 366;

/** Days for which events are still read that are over. */
export const DAYS_BACK = 1;

/** Events that a preview shows. */
export const PREVIEW_EVENTS = 10;

const FAILURES: Readonly<Record<CalendarFailure, Readonly<{ state: FailedState; words: string }>>> = {
  unknown_host: { state: "unreachable", words: "There is no server of this name on the internet." },
  no_answer: { state: "unreachable", words: "The server could not be reached." },
  timeout: { state: "unreachable", words: "The server took too long to answer." },
  insecure: { state: "unreachable", words: "No safe connection could be made: the server’s certificate is not valid." },
  server_fault: { state: "unreachable", words: "The server had a fault of its own." },
  too_busy: { state: "unreachable", words: "The server is too busy and asked us to come back later." },
  private_address: {
    state: "error",
    words: "The address leads to a private network, which calendars are never fetched from.",
  },
  bad_redirect: { state: "error", words: "The address leads on to one that is not safe to follow." },
  too_many_redirects: { state: "error", words: "The address leads on to others again and again." },
  refused: { state: "error", words: "The server wants a password; only public calendars can be imported." },
  not_found: { state: "error", words: "There is no calendar at this address any more." },
  bad_answer: { state: "error", words: "The server’s answer was not understood." },
  too_large: { state: "error", words: "The calendar is larger than 10 MB." },
  empty: { state: "error", words: "There was nothing at this address." },
  html: {
    state: "error",
    words: "There is a web page at this address, not a calendar; look for its iCal or .ics address.",
  },
  not_calendar: { state: "error", words: "What is at this address is not a calendar in the iCalendar format." },
  truncated: { state: "error", words: "The calendar breaks off before its end." },
  fault: { state: "error", words: "Something went wrong on our side; it will be tried again." },
};

/** The failures that need not be the source's own fault: they also come where it is us who cannot get out. */
export const UNREACHABLE_FAILURES: readonly string[] = Object.entries(FAILURES).flatMap(([code, { state }]) =>
  state === "unreachable" ? [code] : [],
);

/** Which state a failure puts a calendar in. */
export function stateOfFailure(failure: CalendarFailure): FailedState {
  return FAILURES[failure].state;
}

/** A failure in a plain sentence. A code that is not known, as one of an older version, is told in general words. */
export function failureInWords(code: string): string {
  const known: Readonly<Record<string, Readonly<{ words: string }>>> = FAILURES;
  return Object.hasOwn(FAILURES, code) ? (known[code]?.words ?? "") : "The calendar could not be imported.";
}

/** The task name under which the import of one calendar waits for the worker. */
export const IMPORT_CALENDAR = "import-calendar";

/** The task name of the look for calendars that are due. */
export const IMPORT_DUE_CALENDARS = "import-due-calendars";

/** Minutes after which a running import counts as abandoned, and a queued one as forgotten. */
export const ABANDONED_MINUTES = 10;

/** Minutes from one import to the next. */
export const NEXT_MINUTES = 60;

/** Minutes from one try to the next, at most, while a calendar keeps failing. */
export const NEXT_MINUTES_AT_MOST = 24 * 60;

/** Minutes over which the imports of calendars are spread, so that they do not all come at once. */
export const SPREAD_MINUTES = 10;

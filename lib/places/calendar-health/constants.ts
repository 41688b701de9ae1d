/**
 * What may be wrong with the importing of a calendar; a calendar is in one of the first three at most.
 * `failing`: the last import ended in an error or did not reach its source; `stale`: nothing was read for longer than
 * `STALE_DAYS`, although no import has failed; `never`: nothing was ever read from its source; `noticed`: the last import
 * met something that it could cope with, and left notices.
 */
export const CALENDAR_HEALTHS = ["failing", "stale", "never", "noticed"] as const;

/** One of those. */
export type CalendarHealth = (typeof CALENDAR_HEALTHS)[number];

/** Days without a successful import after which a calendar is stale: imports are hourly, so that a week of them is missing. */
export const STALE_DAYS = 7;

/** The address of the page that shows them. */
export const CALENDAR_HEALTH_PATH = "/places/calendars/health";

/** Calendars of each kind that the page names before it leads to the list of all of them. */
export const MOST_UNHEALTHY = 20;

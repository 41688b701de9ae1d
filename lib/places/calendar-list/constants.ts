import { CALENDAR_HEALTHS } from "@/lib/places/calendar-health/constants";

/** Calendars on one page of the list. */
export const CALENDARS_PER_PAGE = 50;

/** The orders of the list: by name either way (whatever the case of the letters), the last changed first, or what needs somebody first. */
export const CALENDAR_SORTS = ["name", "-name", "-changed", "state"] as const;

/** One of those orders. */
export type CalendarSort = (typeof CALENDAR_SORTS)[number];

/**
 * What a calendar's state may be asked for: the five of its import, what its health says (see there), and `none` for one
 * without a source.
 */
export const CALENDAR_STATES = [
  "idle",
  "queued",
  "running",
  "error",
  "unreachable",
  ...CALENDAR_HEALTHS,
  "none",
] as const;

/** One of those states. */
export type CalendarState = (typeof CALENDAR_STATES)[number];

/** The longest text that is searched for, in characters: more than any name that people would type. */
export const LONGEST_SEARCH = 100;

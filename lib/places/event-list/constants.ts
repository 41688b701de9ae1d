/** Events on one page of the list. */
export const EVENTS_PER_PAGE = 50;

/** Which events by time: those to come and those that are on now, those that are over, or both. */
export const EVENT_TIMES = ["coming", "past", "all"] as const;

/** One of those. */
export type EventWhen = (typeof EVENT_TIMES)[number];

/** What an event may be: on the public pages, taken off them by a moderator, or not in its source any more. */
export const EVENT_STATES = ["shown", "hidden", "withdrawn"] as const;

/** One of those. */
export type EventState = (typeof EVENT_STATES)[number];

/** The orders of the list: by start, the earliest or the latest first. */
export const EVENT_SORTS = ["start", "-start"] as const;

/** One of those orders. */
export type EventSort = (typeof EVENT_SORTS)[number];

/** The longest text that titles are searched for, in characters. */
export const LONGEST_EVENT_SEARCH = 100;

/** Calendars, and organisers, that the filters offer: more cannot be looked through in a list of choices. */
export const MOST_CHOICES = 100;

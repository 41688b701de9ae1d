/** The address of the list of events. */
export const EVENTS_PATH = "/places/events";

/** The address of an event's page. Events have no key but their UUID: sources call them what they like. */
export function eventPath({ id }: { id: string }): string {
  return `${EVENTS_PATH}/${id}`;
}

/** What an event's page says about what one may do to the event, in the order shown. */
export const EVENT_ACTS = ["hide", "unhide", "view_history"] as const;

/** One of those acts. */
export type EventAct = (typeof EVENT_ACTS)[number];

/** What a page says after a change that led to it, as `?notice=CODE`. */
export const EVENT_NOTICES = ["event-hidden", "event-shown"] as const;

/** One of those notices. */
export type EventNotice = (typeof EVENT_NOTICES)[number];

/** Letters that the reason of a hiding takes at most: two or three sentences, as for a partner. */
export const LONGEST_HIDING_REASON = 500;

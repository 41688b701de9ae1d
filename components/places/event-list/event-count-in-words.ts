import { type EventListQuery, eventFilterCount } from "@/lib/places/event-list/schemas";

/** How many events a list holds, in words: "129 coming events in your remit", "34 events match" where filters are in force. */
export function eventCountInWords(total: number, query: EventListQuery): string {
  const counted = total.toLocaleString("en-GB");
  if (eventFilterCount(query) === 0) return `${counted} coming ${total === 1 ? "event" : "events"} in your remit`;
  return total === 1 ? "1 event matches" : `${counted} events match`;
}

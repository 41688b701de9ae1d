import type { Crumb } from "@/components/patterns/breadcrumb";
import { EVENTS_PATH, eventPath } from "@/lib/places/events/constants";

/** The way to an event's page; with the event, to what lies below its page. */
export function eventCrumbs(event?: { id: string; title: string }): Crumb[] {
  const list = { label: "Events", href: EVENTS_PATH };
  return event === undefined ? [list] : [list, { label: event.title, href: eventPath(event) }];
}

import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { NextEvents } from "@/lib/places/dashboard-calendars/queries";
import { eventPath } from "@/lib/places/events/constants";
import { EventState } from "../events/event-state";
import { EventTime } from "../events/event-time";

/** The events of one's own partners that come next, and the way to all that come. */
export function NextEventsCard({ nextEvents: { count, href, events } }: { nextEvents: NextEvents }) {
  return (
    <Card id="next-events" title="Next events">
      {events.length === 0 && <p className="text-ink-muted">Nothing to come that is known here.</p>}
      <ol className="grid gap-2.5">
        {events.map((event) => (
          <li key={event.id}>
            <span className="flex flex-wrap items-baseline gap-2">
              <TextLink href={eventPath(event)} className="min-w-0 wrap-anywhere">
                {event.title}
              </TextLink>
              <EventState state={event.state} />
            </span>
            <span className="block text-sm text-ink-muted wrap-anywhere">
              <EventTime event={event} />, {event.organiser}
            </span>
          </li>
        ))}
      </ol>
      {count > events.length && (
        <p className="mt-3 text-sm">
          <TextLink href={href}>All {count.toLocaleString("en-GB")} coming events</TextLink>
        </p>
      )}
    </Card>
  );
}

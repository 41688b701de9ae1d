import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { CalendarRecord, ComingEvent } from "@/lib/places/calendars/queries";
import { COMING_EVENTS, eventListHref } from "@/lib/places/event-list/schemas";
import { EVENTS_PATH, eventPath } from "@/lib/places/events/constants";
import { EventTime } from "../events/event-time";

type Props = { calendar: CalendarRecord; coming: { events: readonly ComingEvent[]; total: number } };

/** The next events of a calendar, with the way to all of them. */
export function ComingEvents({ calendar, coming: { events, total } }: Props) {
  const all = eventListHref(EVENTS_PATH, COMING_EVENTS, { calendar: calendar.externalId ?? calendar.id });
  return (
    <Card id="coming-events" title="Coming events" flush>
      {events.length === 0 ? (
        <p className="px-4 py-4 text-ink-muted sm:px-5">{nothing(calendar)}</p>
      ) : (
        <ol className="divide-y divide-line">
          {events.map((event) => (
            <li key={event.id} className="grid gap-x-4 gap-y-0.5 px-4 py-2.5 sm:px-5">
              <span className="flex flex-wrap items-baseline gap-2">
                <TextLink href={eventPath(event)} className="wrap-anywhere">
                  {event.title}
                </TextLink>
                {event.hidden && <Badge tone="warning">Hidden</Badge>}
                {event.online && <Badge>Online</Badge>}
              </span>
              <span className="text-sm text-ink-muted">
                <EventTime event={event} />
              </span>
            </li>
          ))}
        </ol>
      )}
      {total > events.length && (
        <p className="border-t border-line px-4 py-2.5 sm:px-5">
          <TextLink href={all}>All {total.toLocaleString("en-GB")} coming events</TextLink>
        </p>
      )}
    </Card>
  );
}

function nothing({ url, succeededAt }: CalendarRecord): string {
  if (url === null) return "Events come in once the calendar has a source.";
  return succeededAt === null
    ? "Events are listed here once the calendar has been imported."
    : "Its source holds no events that are still to come.";
}

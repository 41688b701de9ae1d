import { type Fact, Facts } from "@/components/patterns/facts";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { calendarPath } from "@/lib/places/calendars/constants";
import type { EventRecord } from "@/lib/places/events/queries";
import { EventTime } from "./event-time";
import { EventWhere, PartnerName } from "./event-where";
import { LinkedText, OutsideLink } from "./linked-text";

/** Everything an event's page says about the event itself, as its source told it. */
export function EventFacts({ event }: { event: EventRecord }) {
  return (
    <Card id="about" title="About">
      <Facts facts={factsOf(event)} />
    </Card>
  );
}

function factsOf(event: EventRecord): Fact[] {
  const { description, recurs, url, organiser, calendar } = event;
  return [
    {
      name: "When",
      value: (
        <>
          <EventTime event={event} />
          {recurs && <span className="text-ink-muted">, one of a series</span>}
        </>
      ),
    },
    { name: "Where", value: <EventWhere {...event} /> },
    { name: "Organiser", value: <PartnerName partner={organiser} /> },
    { name: "Calendar", value: calendar && <TextLink href={calendarPath(calendar)}>{calendar.name}</TextLink> },
    { name: "Website", value: url && <OutsideLink href={url} label={url.replace(/^https?:\/\//i, "")} /> },
    { name: "Description", value: description && <LinkedText text={description} /> },
  ];
}

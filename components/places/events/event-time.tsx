import { type EventTimes, eventTimeText, startDay } from "@/lib/places/event-times/schemas";

/** When an event is, in words and in its own zone (`eventTimeText`), with its machine-readable start. Of a whole day that is the day, which has no hour. */
export function EventTime({ event }: { event: EventTimes }) {
  const { startsAt, allDay } = event;
  const start = allDay ? startDay(event) : startsAt;
  return (
    <time dateTime={start} className="tabular-nums">
      {eventTimeText(event)}
    </time>
  );
}

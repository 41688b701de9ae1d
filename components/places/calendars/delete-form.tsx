import { DeletionForm } from "@/components/patterns/deletion-form";
import type { CalendarDeletion } from "@/lib/places/calendar-form/queries";
import { deleteCalendarAction } from "@/lib/places/calendars/actions";
import { calendarPath } from "@/lib/places/calendars/constants";

/** Deletes a calendar, and says before what goes with it. */
export function DeleteForm({ deletion }: { deletion: CalendarDeletion }) {
  const { calendar, version, organiser, events, hidings } = deletion;
  const path = calendarPath(calendar);
  return (
    <DeletionForm
      action={deleteCalendarAction}
      fields={{ calendarId: calendar.id, version: String(version) }}
      name={calendar.name}
      recordHref={path}
      cancelHref={path}
    >
      <p>
        This cannot be undone. {calendar.name} is a calendar of {organiser.name}, which stays. With the calendar goes:
      </p>
      <ul className="grid list-disc gap-1 ps-5">
        <li>{eventsInWords(events)}</li>
        {hidings > 0 && (
          <li>
            the reasons why {hidings === 1 ? "1 of them was" : `${hidings.toLocaleString("en-GB")} of them were`} hidden
          </li>
        )}
      </ul>
      <p>Importing the same source again would bring its events back, but not what was hidden.</p>
    </DeletionForm>
  );
}

function eventsInWords(count: number): string {
  if (count === 0) return "its place for events, of which it holds none now";
  const events = count === 1 ? "its 1 event" : `its ${count.toLocaleString("en-GB")} events`;
  return `${events}, over or to come`;
}

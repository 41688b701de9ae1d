import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { calendarPath } from "@/lib/places/calendars/constants";
import type { CalendarHead } from "@/lib/places/calendars/queries";
import type { DashboardLine } from "@/lib/places/dashboards/queries";
import { CalendarState } from "../calendars/calendar-state";

/**
 * The calendars of the partners that one administers, each with how its import stands.
 * @param all the line that counts them all.
 */
export function OwnCalendarsCard({
  calendars,
  all,
}: {
  calendars: readonly CalendarHead[];
  all: DashboardLine | undefined;
}) {
  return (
    <Card id="calendars" title="Your calendars">
      {calendars.length === 0 && (
        <p className="text-ink-muted">None yet: a calendar brings the events of a partner here.</p>
      )}
      <ul className="grid gap-2">
        {calendars.map((calendar) => (
          <li key={calendar.id} className="flex items-baseline justify-between gap-3">
            <TextLink href={calendarPath(calendar)} className="min-w-0 wrap-anywhere">
              {calendar.name}
            </TextLink>
            <CalendarState calendar={calendar} />
          </li>
        ))}
      </ul>
      {all !== undefined && all.count > calendars.length && (
        <p className="mt-3 text-sm">
          <TextLink href={all.href}>All {all.count.toLocaleString("en-GB")} of your calendars</TextLink>
        </p>
      )}
    </Card>
  );
}

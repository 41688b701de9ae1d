import type { Crumb } from "@/components/patterns/breadcrumb";
import { CALENDARS_PATH, calendarPath } from "@/lib/places/calendars/constants";

/** The way to a calendar's page; with the calendar, to what lies below its page. */
export function calendarCrumbs(calendar?: { id: string; externalId: string | null; name: string }): Crumb[] {
  const list = { label: "Calendars", href: CALENDARS_PATH };
  return calendar === undefined ? [list] : [list, { label: calendar.name, href: calendarPath(calendar) }];
}

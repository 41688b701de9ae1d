import { type CalendarHealth, STALE_DAYS } from "@/lib/places/calendar-health/constants";

/** How each state is said: in a count, as the heading of its calendars, and why it matters. */
export const healthWords: Readonly<Record<CalendarHealth, { label: string; title: string; why: string }>> = {
  failing: {
    label: "Failing",
    title: "Calendars that fail",
    why: "Their last import did not succeed. What was imported before stays as it was.",
  },
  stale: {
    label: "Stale",
    title: "Stale calendars",
    why: `Nothing was read from their sources for more than ${STALE_DAYS} days, although no import has failed.`,
  },
  never: {
    label: "Never imported",
    title: "Calendars never imported",
    why: "They have a source, and nothing was read from it yet.",
  },
  noticed: {
    label: "With notices",
    title: "Calendars with notices",
    why: "They were imported, and something in them was unusual.",
  },
};

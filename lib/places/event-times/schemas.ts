/** When an event is: instants as ISO 8601 writes them, and the zone that its source gives. */
export type EventTimes = Readonly<{ startsAt: string; endsAt: string; allDay: boolean; timeZone: string }>;

/**
 * When an event is, in the zone of the event itself: "Tue 24 Nov 2026, 14:00–15:30 GMT". One that lasts whole days says
 * so and has no hours; its end is the midnight after its last day, or lies in that day.
 */
export function eventTimeText({ startsAt, endsAt, allDay, timeZone }: EventTimes): string {
  const start = new Date(startsAt);
  const end = new Date(endsAt);
  const { day, time, zone } = formatsOf(timeZone);
  if (allDay) {
    const last = new Date(Math.max(start.getTime(), end.getTime() - 1));
    const days = [start, last].map((at) => dayText(day, at));
    return `${days[0] === days[1] ? days[0] : days.join(" – ")}, all day`;
  }
  const [from, to] = [dayText(day, start), dayText(day, end)];
  const [begins, ends] = [time.format(start), time.format(end)];
  if (start.getTime() === end.getTime()) return `${from}, ${begins} ${zoneName(zone, start)}`;
  if (from === to) return `${from}, ${begins}–${ends} ${zoneName(zone, end)}`;
  return `${from}, ${begins} – ${to}, ${ends} ${zoneName(zone, end)}`;
}

/** The day on which it begins, in its own zone, as machines read it: `YYYY-MM-DD`. */
export function startDay({ startsAt, timeZone }: EventTimes): string {
  return formatsOf(timeZone).date.format(new Date(startsAt));
}

type Formats = Readonly<Record<"day" | "time" | "zone" | "date", Intl.DateTimeFormat>>;

const made = new Map<string, Formats>();

/** A zone that is none, which a source may have said before it was checked, is read as UTC. */
function formatsOf(timeZone: string): Formats {
  const known = made.get(timeZone);
  if (known !== undefined) return known;
  const formats = formatsFor(isZone(timeZone) ? timeZone : "UTC");
  made.set(timeZone, formats);
  return formats;
}

function isZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-GB", { timeZone }).resolvedOptions().timeZone !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function formatsFor(timeZone: string): Formats {
  const format = (options: Intl.DateTimeFormatOptions, locale = "en-GB") =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone });
  return {
    day: format({ weekday: "short", day: "numeric", month: "short", year: "numeric" }),
    time: format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
    zone: format({ hour: "2-digit", timeZoneName: "short" }),
    // The one locale whose numeric dates are those of ISO 8601.
    date: format({ year: "numeric", month: "2-digit", day: "2-digit" }, "sv-SE"),
  };
}

/** "Tue 24 Nov 2026", without the comma that the locale puts behind the day of the week. */
function dayText(format: Intl.DateTimeFormat, at: Date): string {
  return format.format(at).replace(",", "");
}

/** "GMT" or "BST"; "UTC+2" where the zone has no name of its own. */
function zoneName(format: Intl.DateTimeFormat, at: Date): string {
  return format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
}

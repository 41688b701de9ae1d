const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

/** A moment in words, "3 Mar 2026, 14:05 UTC", for labels. */
export function instantText(at: Date): string {
  return `${format.format(at)} UTC`;
}

/** A moment as every page shows it, with its machine-readable form. */
export function Instant({ at }: { at: Date }) {
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap tabular-nums">
      {instantText(at)}
    </time>
  );
}

const dayFormat = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });

/**
 * A day of the calendar, which has no hour, given as `YYYY-MM-DD`, in words: "3 Mar 2026".
 * @param props.long writes the month out, as sentences do: "3 March 2026".
 */
export function CalendarDay({ day, long = false }: { day: string; long?: boolean }) {
  return (
    <time dateTime={day} className="whitespace-nowrap tabular-nums">
      {long ? dayInWords(day) : dayFormat.format(startOf(day))}
    </time>
  );
}

const longDayFormat = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** A day of the calendar, given as `YYYY-MM-DD`, where a sentence is plain text: "3 March 2026". */
export function dayInWords(day: string): string {
  return longDayFormat.format(startOf(day));
}

function startOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The day of a moment in UTC, "3 Mar 2026", where the hour does not matter; the whole moment is its title. */
export function Day({ at }: { at: Date }) {
  return (
    <time dateTime={at.toISOString()} title={instantText(at)} className="whitespace-nowrap tabular-nums">
      {dayFormat.format(at)}
    </time>
  );
}

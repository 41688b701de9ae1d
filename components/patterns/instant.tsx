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

/** The day of a moment in UTC, "3 Mar 2026", where the hour does not matter; the whole moment is its title. */
export function Day({ at }: { at: Date }) {
  return (
    <time dateTime={at.toISOString()} title={instantText(at)} className="whitespace-nowrap tabular-nums">
      {dayFormat.format(at)}
    </time>
  );
}

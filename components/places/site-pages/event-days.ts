import type { PublicEvent } from "@/lib/places/site-pages/queries";

/** Events of one day, in the zone of the events themselves. `day` is `YYYY-MM-DD`, `label` the same in words. */
export type EventDay = Readonly<{ day: string; label: string; events: readonly PublicEvent[] }>;

/**
 * Events by the day on which they begin, each in its own zone, in the order given. What began before today and is still on
 * stands under today. @param now the present moment.
 */
export function eventDays(events: readonly PublicEvent[], now: Date): readonly EventDay[] {
  const days = new Map<string, { label: string; events: PublicEvent[] }>();
  for (const event of events) {
    const at = new Date(Math.max(new Date(event.startsAt).getTime(), now.getTime()));
    const { key, label } = dayOf(at, event.timeZone);
    const day = days.get(key) ?? { label, events: [] };
    day.events.push(event);
    days.set(key, day);
  }
  return [...days]
    .map(([day, { label, events: held }]) => ({ day, label, events: held }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

function dayOf(at: Date, timeZone: string): { key: string; label: string } {
  const zone = isZone(timeZone) ? timeZone : "UTC";
  const key = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone: zone }).format(at);
  const label = new Intl.DateTimeFormat("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: zone,
  }).format(at);
  return { key, label: label.replace(",", "") };
}

/** A zone that is none, which a source may have said before it was checked, is read as UTC. */
function isZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-GB", { timeZone }).resolvedOptions().timeZone !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

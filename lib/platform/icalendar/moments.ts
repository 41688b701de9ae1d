import "server-only";
import type ICAL from "ical.js";
import type { Zone } from "./time-zones";

/** Years that a calendar may speak of; others are slips of the pen. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

/** A day or a time of day as a calendar gives it: what clocks show, and in which zone. See `Zone` for walls. */
export type Moment = Readonly<{ wall: number; allDay: boolean; zone: Zone }>;

/** Finds zones by the name that a property gives; null stands for a time that belongs to no zone. */
export type ZoneFinder = (name: string | null) => Zone;

const UTC: Zone = { name: "UTC", instantOf: (wall) => wall };

/** Every moment that a property holds: of RDATE and EXDATE there may be many. What cannot be read is left out. */
export function momentsOf(property: ICAL.Property, findZone: ZoneFinder): Moment[] {
  const [, parameters, , ...values] = property.toJSON() as [string, Record<string, unknown>, string, ...unknown[]];
  const tzid = typeof parameters.tzid === "string" ? parameters.tzid : null;
  return values.flatMap((value) => {
    // A period is a start and an end; only its start is taken.
    const moment = momentOf(String(Array.isArray(value) ? value[0] : value), tzid, findZone);
    return moment === null ? [] : [moment];
  });
}

const FORM = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})(Z?))?$/;

function momentOf(text: string, tzid: string | null, findZone: ZoneFinder): Moment | null {
  const [, year, month, day, hour, minute, second, utc] = FORM.exec(text.trim()) ?? [];
  if (year === undefined || Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) return null;
  const clock = [hour, minute, second].map((part) => Number(part ?? 0));
  const [hours = 0, minutes = 0, seconds = 0] = clock;
  // A leap second is shown by no clock here.
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), hours, minutes, Math.min(seconds, 59));
  const date = new Date(wall);
  const real = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  if (!real || hours > 23 || minutes > 59 || seconds > 60) return null;
  const allDay = hour === undefined;
  return { wall, allDay, zone: utc === "Z" ? UTC : findZone(allDay ? null : tzid) };
}

/** The instant of a moment; of a day, its first one. */
export function instantOf({ wall, zone }: Moment): number {
  return zone.instantOf(wall);
}

/** What tells the times of one recurring event apart, and stays what it is from one reading to the next. */
export function recurrenceKey(moment: Moment, allDay: boolean): string {
  if (allDay || moment.allDay) return dayKey(moment.wall);
  return `${new Date(instantOf(moment)).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** The day of a wall time as a recurrence key. */
export function dayKey(wall: number): string {
  return new Date(wall).toISOString().slice(0, 10).replaceAll("-", "");
}

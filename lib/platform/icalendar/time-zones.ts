import "server-only";
import { tzOffset } from "@date-fns/tz";
import ICAL from "ical.js";
import { HOME_ZONE } from "./constants";
import { type Budget, OverBudgetError, repeats } from "./repeats";
import { fromWindowsName } from "./windows-zones";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Observances (spells of standard and summer time) that a zone of a file may have. */
const MOST_OBSERVANCES = 60;

/**
 * A time zone. A wall time is what its clocks show, as milliseconds that read as if they were UTC. `name` is one that
 * `Intl` knows.
 */
export type Zone = Readonly<{ name: string; instantOf: (wall: number) => number }>;

/** The zone of this name; null when there is none. Knows usual names, those of Windows, and usual ones behind a prefix. */
export function zoneNamed(name: string): Zone | null {
  const bare = name.trim().replace(/^"(.*)"$/, "$1");
  const usual = fromWindowsName(bare) ?? bare;
  const known = usualName(usual) ?? usualName(usual.split("/").slice(-2).join("/"));
  return known === null ? null : { name: known, instantOf: (wall) => instantIn(known, wall) };
}

/** The zone that clocks without another one keep. */
export const homeZone: Zone = { name: HOME_ZONE, instantOf: (wall) => instantIn(HOME_ZONE, wall) };

/**
 * The zone that a file describes itself, by the lines of its VTIMEZONE. Only rules that come round once a year are
 * taken, so that working them out costs little.
 * @returns null where the description is of no use.
 */
export function zoneDescribed(lines: readonly string[], budget: Budget): Zone | null {
  const described = /^X-LIC-LOCATION(?:;[^:]*)?:(.+)$/im.exec(lines.join("\n"))?.[1];
  const usual = described === undefined ? null : zoneNamed(described);
  if (usual !== null) return usual;
  try {
    const component = new ICAL.Component(ICAL.parse(`BEGIN:VTIMEZONE\r\n${lines.join("\r\n")}\r\nEND:VTIMEZONE`));
    if (!isModest(component, budget)) return null;
    const zone = new ICAL.Timezone({ component, tzid: "described" });
    const instantOf = (wall: number) => wall - zone.utcOffset(timeOf(wall)) * 1000;
    return Number.isFinite(instantOf(Date.UTC(2026, 0, 1))) ? { name: HOME_ZONE, instantOf } : null;
  } catch (error) {
    if (error instanceof OverBudgetError || error instanceof Error) return null;
    throw error;
  }
}

function isModest(component: ICAL.Component, budget: Budget): boolean {
  const observances = ["standard", "daylight"].flatMap((name) => component.getAllSubcomponents(name));
  if (observances.length === 0 || observances.length > MOST_OBSERVANCES) return false;
  return observances.every((observance) => {
    const start = observance.getFirstPropertyValue("dtstart");
    if (!(start instanceof ICAL.Time) || start.year < 1600 || start.year > 2100) return false;
    return observance.getAllProperties("rrule").every((property) => {
      const rule = property.getFirstValue();
      if (!(rule instanceof ICAL.Recur) || rule.freq !== "YEARLY" || rule.interval !== 1) return false;
      // The library walks through such a rule by itself later, so it is tried here first, where steps are counted.
      const tried = repeats(rule, Date.UTC(start.year, start.month - 1, start.day), false, budget);
      for (let years = 0; years < 3; years += 1) if (tried.next().done === true) return rule.isFinite();
      return !Object.keys(rule.parts).some((part) => !["BYMONTH", "BYDAY", "BYMONTHDAY"].includes(part));
    });
  });
}

function timeOf(wall: number): ICAL.Time {
  const date = new Date(wall);
  return ICAL.Time.fromData({
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  });
}

function usualName(name: string): string | null {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{1,60}$/.test(name)) return null;
  try {
    return new Intl.DateTimeFormat("en-GB", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/**
 * The instant at which clocks show this. A time that comes twice, when clocks go back, is the first one; one that clocks
 * leave out is counted on from before. Source: RFC 5545 section 3.3.5.
 */
function instantIn(zone: string, wall: number): number {
  const before = tzOffset(zone, new Date(wall - DAY_MS)) * MINUTE_MS;
  const after = tzOffset(zone, new Date(wall + DAY_MS)) * MINUTE_MS;
  if (before === after || offsetAt(zone, wall - before) === before) return wall - before;
  return offsetAt(zone, wall - after) === after ? wall - after : wall - before;
}

function offsetAt(zone: string, instant: number): number {
  return tzOffset(zone, new Date(instant)) * MINUTE_MS;
}

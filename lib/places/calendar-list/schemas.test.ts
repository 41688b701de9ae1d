import { expect, test } from "vitest";
import { CALENDAR_STATES } from "./constants";
import { calendarListHref, EVERY_CALENDAR, readCalendarListQuery } from "./schemas";

const path = "/places/calendars";
const parametersOf = (href: string) => Object.fromEntries(new URL(href, "http://own.invalid").searchParams);

test("an address says again what it was made from, whatever is asked", () => {
  for (const state of CALENDAR_STATES) {
    const query = {
      ...EVERY_CALENDAR,
      text: "a & b",
      partner: "garden",
      state,
      through: "partner_admin",
      sort: "state" as const,
    };
    expect(readCalendarListQuery(parametersOf(calendarListHref(path, query)))).toEqual(query);
  }
  expect(calendarListHref(path, EVERY_CALENDAR)).toBe(path);
});

test("what is malformed or unknown in an address counts as absent", () => {
  const parameters = { q: "  ", partner: "a\u0000b", state: "broken", through: "anybody", sort: "size", page: "%%" };
  expect(readCalendarListQuery(parameters)).toEqual(EVERY_CALENDAR);
  expect(readCalendarListQuery({ state: ["stale", "error"] }).state).toBe("stale");
});

test("a place in the list holds for the very list that it was made for, and for none sorted by a key that is none", () => {
  const cursor = { direction: "after", key: "abc", id: "01890a5d-ac96-774b-bcce-b302099a8057" } as const;
  const href = calendarListHref(path, { ...EVERY_CALENDAR, cursor });
  const { page = "" } = parametersOf(href);
  expect(readCalendarListQuery({ page }).cursor).toEqual(cursor);
  expect(readCalendarListQuery({ page, state: "stale" }).cursor).toBeNull();
  const changed = calendarListHref(path, { ...EVERY_CALENDAR, sort: "-changed", cursor });
  expect(readCalendarListQuery(parametersOf(changed)).cursor).toBeNull();
});

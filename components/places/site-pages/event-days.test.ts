import { expect, it } from "vitest";
import type { PublicEvent } from "@/lib/places/site-pages/queries";
import { eventDays } from "./event-days";

const usual = { online: false, place: null, url: null, organiserId: "p", organiser: "A partner", allDay: false };

function event(id: string, startsAt: string, endsAt: string, timeZone = "Europe/London"): PublicEvent {
  return { ...usual, id, title: id, startsAt, endsAt, timeZone };
}

const now = new Date("2026-07-10T09:00:00Z");

function told(...events: PublicEvent[]) {
  return eventDays(events, now).map(({ day, label, events: held }) => [day, label, held.map(({ id }) => id)]);
}

it("puts events under the day on which they begin in their own zone", () => {
  const late = event("late", "2026-07-10T23:30:00Z", "2026-07-11T01:00:00Z");
  const there = event("there", "2026-07-10T23:30:00Z", "2026-07-11T01:00:00Z", "America/New_York");
  expect(told(late, there)).toEqual([
    ["2026-07-10", "Friday 10 July 2026", ["there"]],
    ["2026-07-11", "Saturday 11 July 2026", ["late"]],
  ]);
});

it("puts what began before and is still on under today, before what comes", () => {
  const on = event("on", "2026-07-08T10:00:00Z", "2026-07-12T10:00:00Z");
  const next = event("next", "2026-07-11T10:00:00Z", "2026-07-11T11:00:00Z");
  expect(told(on, next).map(([day]) => day)).toEqual(["2026-07-10", "2026-07-11"]);
});

it("reads a zone that is none as UTC", () => {
  expect(told(event("odd", "2026-07-10T23:30:00Z", "2026-07-11T01:00:00Z", "Mars/Phobos"))[0]?.[0]).toBe("2026-07-10");
});

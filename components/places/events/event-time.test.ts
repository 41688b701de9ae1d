import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { eventTimeText } from "@/lib/places/event-times/schemas";
import { EventTime } from "./event-time";

const london = "Europe/London";

test.each([
  ["an hour in winter", "2026-11-24T14:00:00Z", "2026-11-24T15:30:00Z", london, "Tue 24 Nov 2026, 14:00–15:30 GMT"],
  ["an hour in summer", "2026-07-07T13:00:00Z", "2026-07-07T14:30:00Z", london, "Tue 7 Jul 2026, 14:00–15:30 BST"],
  [
    "a night",
    "2026-11-24T22:00:00Z",
    "2026-11-25T02:00:00Z",
    london,
    "Tue 24 Nov 2026, 22:00 – Wed 25 Nov 2026, 02:00 GMT",
  ],
  ["an instant", "2026-11-24T14:00:00Z", "2026-11-24T14:00:00Z", london, "Tue 24 Nov 2026, 14:00 GMT"],
  ["midnight", "2026-11-24T00:00:00Z", "2026-11-24T01:00:00Z", london, "Tue 24 Nov 2026, 00:00–01:00 GMT"],
  ["elsewhere", "2026-11-24T23:00:00Z", "2026-11-25T00:00:00Z", "Asia/Tokyo", "Wed 25 Nov 2026, 08:00–09:00 GMT+9"],
  [
    "no zone at all",
    "2026-11-24T14:00:00Z",
    "2026-11-24T15:00:00Z",
    "Mars/Olympus",
    "Tue 24 Nov 2026, 14:00–15:00 UTC",
  ],
])("an event of %s is told in its own zone", (_, startsAt, endsAt, timeZone, words) => {
  expect(eventTimeText({ startsAt, endsAt, allDay: false, timeZone })).toBe(words);
});

test.each([
  ["the midnight after it", "2026-07-07T23:00:00Z", "2026-07-08T23:00:00Z", "Wed 8 Jul 2026, all day"],
  ["its own last second", "2026-07-07T23:00:00Z", "2026-07-08T22:59:59Z", "Wed 8 Jul 2026, all day"],
  ["its own beginning", "2026-07-07T23:00:00Z", "2026-07-07T23:00:00Z", "Wed 8 Jul 2026, all day"],
  ["two days later", "2026-07-07T23:00:00Z", "2026-07-10T23:00:00Z", "Wed 8 Jul 2026 – Fri 10 Jul 2026, all day"],
])("whole days that end at %s say so and have no hours", (_, startsAt, endsAt, words) => {
  expect(eventTimeText({ startsAt, endsAt, allDay: true, timeZone: london })).toBe(words);
});

test("machines read the instant of a start, and of a whole day the day in its own zone", () => {
  const times = { startsAt: "2026-07-07T23:00:00Z", endsAt: "2026-07-08T23:00:00Z", timeZone: london };
  const shown = (allDay: boolean) => renderToStaticMarkup(createElement(EventTime, { event: { ...times, allDay } }));
  expect(shown(false)).toContain('dateTime="2026-07-07T23:00:00Z"');
  expect(shown(true)).toContain('dateTime="2026-07-08"');
});

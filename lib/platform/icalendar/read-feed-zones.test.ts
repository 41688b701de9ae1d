import { expect, it } from "vitest";
import { readFeed } from "./read-feed";

const span = { from: new Date("2026-03-01T00:00:00Z"), until: new Date("2027-03-01T00:00:00Z") };

async function read(...lines: readonly string[]) {
  const feed = await readFeed(["BEGIN:VCALENDAR", ...lines, "END:VCALENDAR"].join("\r\n"), span);
  if (!feed.ok) throw new Error(feed.failure);
  const [event] = feed.events;
  return {
    startsAt: event?.startsAt.toISOString().slice(0, 16),
    timeZone: event?.timeZone,
    notices: feed.notices.map(({ code, example }) => `${code}: ${example}`),
  };
}

const starting = (start: string) => `BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:A\r\n${start}\r\nEND:VEVENT`;

const described = (...rules: readonly string[]) =>
  [
    "BEGIN:VTIMEZONE",
    "TZID:Our clocks",
    "BEGIN:STANDARD",
    "DTSTART:16010101T020000",
    "TZOFFSETFROM:+0300",
    "TZOFFSETTO:+0200",
    `RRULE:${rules[0] ?? "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"}`,
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:16010101T010000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0300",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
  ].join("\r\n");

it.each([
  ["a usual name", "DTSTART;TZID=America/New_York:20260701T100000", "2026-07-01T14:00", "America/New_York"],
  ["a name in quotes", 'DTSTART;TZID="Europe/Paris":20260701T100000', "2026-07-01T08:00", "Europe/Paris"],
  [
    "a name behind a prefix",
    "DTSTART;TZID=/citadel.example/20260101_1/Europe/Berlin:20260701T100000",
    "2026-07-01T08:00",
    "Europe/Berlin",
  ],
  ["a name of Windows", "DTSTART;TZID=GMT Standard Time:20260701T100000", "2026-07-01T09:00", "Europe/London"],
  [
    "another name of Windows",
    "DTSTART;TZID=W. Europe Standard Time:20260701T100000",
    "2026-07-01T08:00",
    "Europe/Berlin",
  ],
  ["UTC", "DTSTART:20260701T100000Z", "2026-07-01T10:00", "Europe/London"],
  ["no zone", "DTSTART:20260701T100000", "2026-07-01T09:00", "Europe/London"],
  ["a whole day", "DTSTART;VALUE=DATE:20260701", "2026-06-30T23:00", "Europe/London"],
])("a time with %s is understood", async (_what, start, startsAt, timeZone) => {
  expect(await read(starting(start))).toEqual({ startsAt, timeZone, notices: [] });
});

it("times without a zone are in the calendar's own, and those in UTC are shown in it", async () => {
  const own = "X-WR-TIMEZONE:America/New_York";
  expect(await read(own, starting("DTSTART:20260701T100000"))).toMatchObject({
    startsAt: "2026-07-01T14:00",
    timeZone: "America/New_York",
  });
  expect(await read(own, starting("DTSTART:20260701T100000Z"))).toMatchObject({
    startsAt: "2026-07-01T10:00",
    timeZone: "America/New_York",
  });
});

it("a zone that only the file describes is taken from there, in summer and in winter", async () => {
  const summer = await read(described(), starting("DTSTART;TZID=Our clocks:20260701T100000"));
  expect(summer).toMatchObject({ startsAt: "2026-07-01T07:00", notices: [] });
  const winter = await read(described(), starting("DTSTART;TZID=Our clocks:20261201T100000"));
  expect(winter).toMatchObject({ startsAt: "2026-12-01T08:00", notices: [] });
});

it("a zone that nobody knows is London's, with a notice", async () => {
  expect(await read(starting("DTSTART;TZID=Mars/Crater:20260701T100000"))).toEqual({
    startsAt: "2026-07-01T09:00",
    timeZone: "Europe/London",
    notices: ["unknown_zone: Mars/Crater"],
  });
});

it.each(["FREQ=SECONDLY", "FREQ=DAILY", "FREQ=YEARLY;BYSECOND=0,1,2,3,4,5;BYMINUTE=1,2,3", "nonsense"])(
  "a zone whose clocks change by %s is not followed",
  async (rule) => {
    const found = await read(described(rule), starting("DTSTART;TZID=Our clocks:20260701T100000"));
    expect(found).toMatchObject({ startsAt: "2026-07-01T09:00", notices: ["unknown_zone: Our clocks"] });
  },
);

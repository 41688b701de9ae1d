import { expect, it } from "vitest";
import type { FeedEvent } from "./read-feed";
import { readFeed } from "./read-feed";

const span = { from: new Date("2026-03-01T00:00:00Z"), until: new Date("2027-03-01T00:00:00Z") };

const calendar = (...lines: readonly string[]) => ["BEGIN:VCALENDAR", ...lines, "END:VCALENDAR", ""].join("\r\n");
const event = (...lines: readonly string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\r\n");
const walk = (...lines: readonly string[]) => event("UID:walk", "SUMMARY:Walk", ...lines);

async function read(...lines: readonly string[]) {
  const feed = await readFeed(calendar(...lines), span);
  if (!feed.ok) throw new Error(feed.failure);
  return feed;
}

const times = (events: readonly FeedEvent[]) =>
  events.map(({ startsAt, endsAt }) => `${startsAt.toISOString().slice(0, 16)}/${endsAt.toISOString().slice(0, 16)}`);
const starts = (events: readonly FeedEvent[]) => events.map(({ startsAt }) => startsAt.toISOString().slice(0, 16));
const codes = (notices: readonly { code: string; count: number }[]) =>
  notices.map(({ code, count }) => `${code} ${count}`);

it("an event has its words as plain text and its times as instants", async () => {
  const { events, notices, name, timeZone } = await read(
    "X-WR-CALNAME:Hulme\\, outdoors",
    "X-WR-TIMEZONE:Europe/London",
    event(
      "UID:a@hulme.example",
      "SUMMARY:Tea\\, cake &amp; <b>talk</b>",
      "DESCRIPTION:<p>First&nbsp;line<br>second</p><script>alert(1)</script><ul><li>a &lt; b</li></u",
      " l>\\nlast",
      "LOCATION:Garden Centre\\, 28 Birley Street",
      "URL:https://hulme.example/tea?a=1",
      "DTSTART;TZID=Europe/London:20260701T180000",
      "DTEND;TZID=Europe/London:20260701T193000",
    ),
  );
  expect({ name, timeZone, notices }).toEqual({ name: "Hulme, outdoors", timeZone: "Europe/London", notices: [] });
  expect(events).toEqual([
    {
      uid: "a@hulme.example",
      recurrenceId: "",
      title: "Tea, cake & talk",
      description: "First line\nsecond\n\na < b\n\nlast",
      startsAt: new Date("2026-07-01T17:00:00Z"),
      endsAt: new Date("2026-07-01T18:30:00Z"),
      allDay: false,
      timeZone: "Europe/London",
      location: "Garden Centre, 28 Birley Street",
      online: false,
      url: "https://hulme.example/tea?a=1",
    },
  ]);
});

it("a weekly event keeps its hour in London when the clocks change, both ways", async () => {
  const { events } = await read(
    walk("DTSTART;TZID=Europe/London:20260322T100000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3"),
    event("UID:b", "SUMMARY:B", "DTSTART;TZID=Europe/London:20261018T100000", "RRULE:FREQ=WEEKLY;COUNT=3"),
  );
  expect(starts(events)).toEqual([
    ...["2026-03-22T10:00", "2026-03-29T09:00", "2026-04-05T09:00"],
    ...["2026-10-18T09:00", "2026-10-25T10:00", "2026-11-01T10:00"],
  ]);
});

it("an hour that clocks leave out is counted on from before, one that comes twice is the first one", async () => {
  const { events } = await read(
    event("UID:gap", "SUMMARY:Gap", "DTSTART;TZID=Europe/London:20260329T013000"),
    event("UID:twice", "SUMMARY:Twice", "DTSTART;TZID=Europe/London:20261025T013000"),
  );
  expect(starts(events)).toEqual(["2026-03-29T01:30", "2026-10-25T00:30"]);
});

it("a night that the clocks change in ends when the clock says", async () => {
  const { events } = await read(
    walk("DTSTART;TZID=Europe/London:20261024T220000", "DTEND;TZID=Europe/London:20261025T040000"),
  );
  expect(times(events)).toEqual(["2026-10-24T21:00/2026-10-25T04:00"]);
});

it("dates are added and excepted, and single times are changed, moved and cancelled", async () => {
  const { events, notices } = await read(
    walk(
      "DTSTART;TZID=Europe/London:20260401T180000",
      "DTEND;TZID=Europe/London:20260401T190000",
      "RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20260506T170000Z",
      "RDATE;TZID=Europe/London:20260404T120000",
      "RDATE;VALUE=PERIOD:20260405T110000Z/PT2H",
      "EXDATE;TZID=Europe/London:20260408T180000",
      "EXDATE:20260415T170000Z",
    ),
    walk(
      "RECURRENCE-ID;TZID=Europe/London:20260422T180000",
      "DTSTART;TZID=Europe/London:20260423T100000",
      "DTEND;TZID=Europe/London:20260423T110000",
    ),
    walk("RECURRENCE-ID:20260429T170000Z", "STATUS:CANCELLED", "DTSTART:20260429T170000Z"),
  );
  expect(events.map(({ recurrenceId }) => recurrenceId)).toEqual([
    ...["20260401T170000Z", "20260404T110000Z", "20260405T110000Z", "20260422T170000Z", "20260506T170000Z"],
  ]);
  expect(starts(events)).toEqual([
    ...["2026-04-01T17:00", "2026-04-04T11:00", "2026-04-05T11:00", "2026-04-23T09:00", "2026-05-06T17:00"],
  ]);
  expect(notices).toEqual([]);
});

it("a whole day is excepted and changed by its day, also where its event has hours", async () => {
  const { events } = await read(
    walk("DTSTART;TZID=Europe/London:20260706T180000", "RRULE:FREQ=DAILY;COUNT=4", "EXDATE;VALUE=DATE:20260707"),
    walk("RECURRENCE-ID;VALUE=DATE:20260708", "DTSTART;TZID=Europe/London:20260708T200000"),
    event(
      "UID:fast",
      "SUMMARY:Fast",
      "DTSTART;VALUE=DATE:20260801",
      "RRULE:FREQ=DAILY;COUNT=3",
      "EXDATE:20260802T000000",
    ),
  );
  expect(starts(events)).toEqual([
    ...["2026-07-06T17:00", "2026-07-08T19:00", "2026-07-09T17:00", "2026-07-31T23:00", "2026-08-02T23:00"],
  ]);
});

it("an excepted rule takes its times away", async () => {
  const { events } = await read(
    walk("DTSTART:20260601T100000Z", "RRULE:FREQ=DAILY;COUNT=5", "EXRULE:FREQ=DAILY;INTERVAL=2;COUNT=3"),
  );
  expect(starts(events)).toEqual(["2026-06-02T10:00", "2026-06-04T10:00"]);
});

it("a rule that began long ago is worked out up to the end of the span and not beyond", async () => {
  const { events, notices } = await read(walk("DTSTART:19990101T100000Z", "RRULE:FREQ=DAILY"));
  expect(events).toHaveLength(365);
  expect(starts(events).at(0)).toBe("2026-03-01T10:00");
  expect(starts(events).at(-1)).toBe("2027-02-28T10:00");
  expect(notices).toEqual([]);
});

it.each([
  ["FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", ["2026-03-27T10:00", "2026-04-24T09:00"]],
  ["FREQ=MONTHLY;BYMONTHDAY=31;COUNT=2", ["2026-03-31T09:00", "2026-05-31T09:00"]],
  ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1;COUNT=2", ["2026-04-01T09:00", "2026-05-01T09:00"]],
  ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=3", ["2026-03-12T10:00", "2026-03-23T10:00", "2026-03-26T10:00"]],
  ["FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25", ["2026-12-25T10:00"]],
  ["FREQ=HOURLY;INTERVAL=6;COUNT=2", ["2026-03-11T10:00", "2026-03-11T16:00"]],
  ["FREQ=DAILY;UNTIL=20260312", ["2026-03-11T10:00", "2026-03-12T10:00"]],
  ["FREQ=DAILY;UNTIL=20260312T100000", ["2026-03-11T10:00", "2026-03-12T10:00"]],
  ["FREQ=DAILY;UNTIL=20260312T095959Z", ["2026-03-11T10:00"]],
])("%s comes round as it should", async (rule, expected) => {
  const { events } = await read(walk("DTSTART;TZID=Europe/London:20260311T100000", `RRULE:${rule}`));
  expect(starts(events)).toEqual(expected);
});

it("events that are over are left out, those that go on still are not, and a single one may be far ahead", async () => {
  const { events } = await read(
    event("UID:over", "SUMMARY:Over", "DTSTART:20260227T100000Z", "DTEND:20260228T100000Z"),
    event("UID:on", "SUMMARY:On", "DTSTART:20260227T100000Z", "DTEND:20260302T100000Z"),
    event("UID:far", "SUMMARY:Far", "DTSTART:20290101T100000Z"),
  );
  expect(events.map(({ uid }) => uid)).toEqual(["on", "far"]);
});

it("an event without an end has none, a day without one lasts that day", async () => {
  const { events } = await read(
    event("UID:a", "SUMMARY:A", "DTSTART:20260601T100000Z"),
    event("UID:b", "SUMMARY:B", "DTSTART;VALUE=DATE:20260602"),
    event("UID:c", "SUMMARY:C", "DTSTART;VALUE=DATE:20260603", "DTEND;VALUE=DATE:20260603"),
    event("UID:d", "SUMMARY:D", "DTSTART:20260604", "DTEND:20260606"),
    event("UID:e", "SUMMARY:E", "DTSTART:20260607T100000Z", "DURATION:P1DT2H"),
  );
  expect(times(events)).toEqual([
    "2026-06-01T10:00/2026-06-01T10:00",
    "2026-06-01T23:00/2026-06-02T23:00",
    "2026-06-02T23:00/2026-06-03T23:00",
    "2026-06-03T23:00/2026-06-05T23:00",
    "2026-06-07T10:00/2026-06-08T12:00",
  ]);
  expect(events.map(({ allDay }) => allDay)).toEqual([false, true, true, true, false]);
});

it("an event that was changed more often counts, wherever it stands, and a cancelled one is left out with all its times", async () => {
  const { events, notices } = await read(
    event("UID:a", "SUMMARY:New", "SEQUENCE:3", "DTSTART:20260601T100000Z"),
    event("UID:a", "SUMMARY:Old", "SEQUENCE:2", "DTSTART:20260601T090000Z"),
    event("UID:b", "SUMMARY:First", "DTSTART:20260602T100000Z"),
    event("UID:b", "SUMMARY:Second", "DTSTART:20260602T110000Z"),
    event("UID:c", "SUMMARY:Off", "STATUS:CANCELLED", "DTSTART:20260603T100000Z", "RRULE:FREQ=DAILY"),
    event("UID:c", "SUMMARY:Off", "RECURRENCE-ID:20260604T100000Z", "DTSTART:20260604T120000Z"),
  );
  expect(events.map(({ title }) => title)).toEqual(["New", "Second"]);
  expect(codes(notices)).toEqual(["duplicate 2"]);
});

it("an identifier between angle brackets is one", async () => {
  const { events } = await read(event("UID:<7@hulme.example>", "SUMMARY:A", "DTSTART:20260601T100000Z"));
  expect(events[0]?.uid).toBe("<7@hulme.example>");
});

it("events without an identifier have one that stays, and long ones are shortened to one that does", async () => {
  const lines = [
    event("SUMMARY:Nameless", "DTSTART:20260601T100000Z"),
    event("SUMMARY:Nameless", "DTSTART:20260602T100000Z"),
    event(`UID:${"x".repeat(5_000)}`, "SUMMARY:Long", "DTSTART:20260603T100000Z"),
  ];
  const [one, other] = [await read(...lines), await read(...lines)];
  expect(one.events).toEqual(other.events);
  expect(new Set(one.events.map(({ uid }) => uid)).size).toBe(3);
  expect(Math.max(...one.events.map(({ uid }) => uid.length))).toBeLessThan(256);
  expect(one.notices).toEqual([{ code: "missing_uid", count: 2, example: "Nameless" }]);
});

it.each([
  [
    "X-GOOGLE-CONFERENCE:https://meet.google.com/abc",
    { online: true, url: "https://meet.google.com/abc", location: null },
  ],
  ["CONFERENCE;VALUE=URI:https://talk.example/1", { online: true, url: "https://talk.example/1", location: null }],
  [
    "LOCATION:https://us02web.zoom.us/j/1?pwd=2",
    { online: true, url: "https://us02web.zoom.us/j/1?pwd=2", location: null },
  ],
  [
    "LOCATION:Town Hall\\; https://teams.microsoft.com/l/1",
    { online: true, url: "https://teams.microsoft.com/l/1", location: "Town Hall" },
  ],
  ["LOCATION:Microsoft Teams Meeting", { online: true, url: null, location: "Microsoft Teams Meeting" }],
  ["LOCATION:Online Centre\\, Leeds", { online: false, url: null, location: "Online Centre, Leeds" }],
  [
    "LOCATION:https://zoom.us.evil.example/",
    { online: false, url: "https://zoom.us.evil.example/", location: "https://zoom.us.evil.example/" },
  ],
  ["URL:javascript:alert(1)", { online: false, url: null }],
  ["URL:https://me:secret@hulme.example/", { online: false, url: null }],
  ["URL:ftp://hulme.example/", { online: false, url: null }],
])("%s is told apart", async (line, expected) => {
  const { events } = await read(walk("DTSTART:20260601T100000Z", line));
  expect(events[0]).toMatchObject(expected);
});

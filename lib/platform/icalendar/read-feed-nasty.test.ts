import { describe, expect, it } from "vitest";
import { readFeed } from "./read-feed";

const span = { from: new Date("2026-03-01T00:00:00Z"), until: new Date("2027-03-01T00:00:00Z") };

/** Far more than any of these takes, also on a busy machine; without bounds they would never end. */
const PATIENCE_MS = 60_000;

const calendar = (...lines: readonly string[]) => ["BEGIN:VCALENDAR", ...lines, "END:VCALENDAR"].join("\r\n");
const event = (...lines: readonly string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\r\n");
const good = event("UID:good", "SUMMARY:Good", "DTSTART:20260601T100000Z");

async function read(...lines: readonly string[]) {
  const feed = await readFeed(calendar(...lines), span);
  if (!feed.ok) throw new Error(feed.failure);
  return { ...feed, titles: feed.events.map(({ title }) => title), codes: feed.notices.map(({ code }) => code) };
}

describe("what is no calendar", () => {
  it.each([
    ["", "empty"],
    [" \r\n\t ", "empty"],
    ["\0\0\0", "empty"],
    ["<!DOCTYPE html><html><body>BEGIN:VEVENT</body></html>", "html"],
    ["<html><head><title>Sign in</title>", "html"],
    ['{"events":[]}', "not_calendar"],
    ["<?xml version='1.0'?><feed/>", "not_calendar"],
    ["BEGIN:VCARD\r\nFN:A\r\nEND:VCARD", "not_calendar"],
    ["\x89PNG\r\n", "not_calendar"],
    [`BEGIN:VCALENDAR\r\n${good}`, "truncated"],
    ["BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMM", "truncated"],
    ["BEGIN:VCALENDAR", "truncated"],
  ])("%j is %s", async (text, failure) => {
    expect(await readFeed(text, span)).toEqual({ ok: false, failure });
  });
});

it.each([
  ["no start", ["SUMMARY:Bad"]],
  ["a start that is no time", ["SUMMARY:Bad", "DTSTART:soon"]],
  ["the thirtieth of February", ["SUMMARY:Bad", "DTSTART:20260230T100000Z"]],
  ["hour twenty-five", ["SUMMARY:Bad", "DTSTART:20260601T250000Z"]],
  ["the year 9999", ["SUMMARY:Bad", "DTSTART:99990101T000000Z"]],
  ["parameters that never end", ["SUMMARY:Bad", 'DTSTART;TZID="Europe/London:20260601T100000']],
])("an event with %s is left out, noted, and harms no other", async (_what, lines) => {
  const { titles, notices } = await read(event("UID:bad", ...lines), good);
  expect(titles).toEqual(["Good"]);
  expect(notices).toMatchObject([{ code: "unreadable_event", count: 1 }]);
});

it("an event that begins before the last one has ended spoils that one only", async () => {
  const { titles, codes } = await read("BEGIN:VEVENT", "UID:bad", "SUMMARY:Bad", "DTSTART:20260601T100000Z", good);
  expect({ titles, codes }).toEqual({ titles: ["Good"], codes: ["unreadable_event"] });
});

it("what lies within an event, and lines that are none, are passed over", async () => {
  const alarm = ["BEGIN:VALARM", "DTSTART:nonsense", "SUMMARY:Alarm", "END:VALARM"];
  const { titles, codes } = await read(
    "nonsense",
    event("UID:a", "no colon here", "SUMMARY:A", ...alarm, "X-\0ODD:1", "DTSTART:20260601T100000Z", "END:VALARM"),
    "BEGIN:VTODO",
    "SUMMARY:To do",
    "END:VTODO",
  );
  expect({ titles, codes }).toEqual({ titles: ["A"], codes: [] });
});

it("an end before its start is no end, with a notice", async () => {
  const { events, notices } = await read(
    event("UID:a", "SUMMARY:A", "DTSTART:20260601T100000Z", "DTEND:20260601T090000Z"),
  );
  expect(events[0]?.endsAt).toEqual(events[0]?.startsAt);
  expect(notices).toEqual([{ code: "ends_before_start", count: 1, example: "A" }]);
});

it("private events never come in, and events without a title say so", async () => {
  const { titles, codes } = await read(
    event("UID:a", "SUMMARY:Secret", "CLASS:PRIVATE", "DTSTART:20260601T100000Z"),
    event("UID:b", "DTSTART:20260601T100000Z"),
  );
  expect({ titles, codes }).toEqual({ titles: ["Untitled event"], codes: ["private_event", "missing_title"] });
});

it("an empty calendar is one, with a notice", async () => {
  expect(await read()).toMatchObject({ events: [], codes: ["no_events"] });
});

it("text that was read as best as could be is noted", async () => {
  const feed = await readFeed(calendar(good), { ...span, doubtful: true });
  expect(feed).toMatchObject({ ok: true, notices: [{ code: "doubtful_encoding", count: 1 }] });
});

it("words are cut to size, and hold nothing that a database or a reader could trip over", async () => {
  const { events, codes } = await read(
    event(
      "UID:a",
      `SUMMARY:${"t".repeat(400)}`,
      `DESCRIPTION:a\0b\x07c\u202ed\ud83d ${"d".repeat(15_000)}`,
      `LOCATION:${"l".repeat(900)}`,
      "DTSTART:20260601T100000Z",
    ),
  );
  const [found] = events;
  expect([found?.title.length, found?.description?.length, found?.location?.length]).toEqual([300, 10_000, 500]);
  expect(found?.description).toMatch(/^abcd d+…$/);
  expect(codes).toEqual(["cut_text"]);
});

describe("repeats that nobody could wait for", () => {
  it.each([
    ["come every second", "FREQ=SECONDLY", "too_many_repeats"],
    ["come every minute", "FREQ=MINUTELY", "too_many_repeats"],
    ["come every second, in February only", "FREQ=SECONDLY;BYMONTH=2", "too_many_repeats"],
    ["never come round, second by second", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "too_many_repeats"],
    ["never come round, day by day", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "too_many_repeats"],
    ["take enormous steps", "FREQ=DAILY;INTERVAL=2000000000", "too_many_repeats"],
    ["take enormous steps in weeks", "FREQ=WEEKLY;INTERVAL=2000000000", "too_many_repeats"],
  ])("those that %s cost bounded time and a notice", { timeout: PATIENCE_MS }, async (_what, rule, code) => {
    const { titles, codes } = await read(
      event("UID:a", "SUMMARY:Endless", "DTSTART:20260601T100000Z", `RRULE:${rule}`),
      good,
    );
    expect(titles).toContain("Good");
    expect(titles.length).toBeLessThanOrEqual(1_501);
    expect(codes).toEqual([code]);
  });

  it.each([
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=MONTHLY;BYMONTHDAY=32",
    "FREQ=MONTHLY;BYDAY=9MO",
    "FREQ=YEARLY;BYYEARDAY=400",
    "FREQ=YEARLY;BYWEEKNO=60",
    "FREQ=WEEKLY;BYDAY=XX",
    "FREQ=HOURLY;BYHOUR=25",
    "FREQ=YEARLY;INTERVAL=999999999999",
    "FREQ=DAILY;COUNT=-5",
    "FREQ=DAILY;COUNT=999999999",
    "FREQ=DAILY;INTERVAL=-1",
    "FREQ=DAILY;BYMONTH=13",
    "FREQ=SOMETIMES",
    "COUNT=3",
    "",
    ";;;===",
  ])("%j ends, whatever it means", { timeout: PATIENCE_MS }, async (rule) => {
    const { titles } = await read(event("UID:a", "SUMMARY:Odd", "DTSTART:20260601T100000Z", `RRULE:${rule}`), good);
    expect(titles).toContain("Good");
    expect(titles.length).toBeLessThanOrEqual(1_501);
  });

  it.each(["FREQ=SOMETIMES", "FREQ=YEARLY;BYWEEKNO=20", "FREQ=MONTHLY;BYDAY=9MO"])(
    "a rule that cannot be read or never comes round leaves the first time, with a notice: %s",
    async (rule) => {
      const { titles, codes } = await read(event("UID:a", "SUMMARY:A", "DTSTART:20260601T100000Z", `RRULE:${rule}`));
      expect({ titles, codes }).toEqual({ titles: ["A"], codes: ["unreadable_repeats"] });
    },
  );

  it("hundreds of them together are bounded too, and other work gets its turn", { timeout: PATIENCE_MS }, async () => {
    const endless = Array.from({ length: 500 }, (_, index) =>
      event(`UID:${index}`, "SUMMARY:A", "DTSTART:20200101T100000Z", "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"),
    );
    let turns = 0;
    const beat = setInterval(() => {
      turns += 1;
    }, 1);
    const { codes, titles } = await read(...endless, good);
    clearInterval(beat);
    expect(codes).toEqual(["too_many_repeats"]);
    expect(titles).toEqual(["Good"]);
    expect(turns).toBeGreaterThan(3);
  });
});

it("a calendar of too many events is read in part, with a notice", { timeout: PATIENCE_MS }, async () => {
  const many = Array.from({ length: 40 }, (_, index) =>
    event(`UID:${index}`, "SUMMARY:A", "DTSTART:20260301T100000Z", "RRULE:FREQ=DAILY"),
  );
  const { events, codes } = await read(...many);
  expect(events).toHaveLength(10_000);
  expect(codes).toEqual(["too_many_events"]);
});

it.each([
  [
    "one line of ten million letters",
    () => event("UID:a", `SUMMARY:${"x".repeat(10_000_000)}`, "DTSTART:20260601T100000Z"),
  ],
  [
    "a line folded a million times",
    () => event("UID:a", `SUMMARY:x${"\r\n x".repeat(1_000_000)}`, "DTSTART:20260601T100000Z"),
  ],
  ["a million empty lines", () => "\n".repeat(1_000_000)],
  [
    "tags that are never closed",
    () => event("UID:a", `DESCRIPTION:${"<script".repeat(5_000)}`, "DTSTART:20260601T100000Z"),
  ],
  [
    "a hundred thousand parameters",
    () => event("UID:a", `SUMMARY${";A=1".repeat(100_000)}:x`, "DTSTART:20260601T100000Z"),
  ],
  [
    "a hundred thousand excepted dates",
    () => event("UID:a", `EXDATE:${"20260601T100000Z,".repeat(100_000)}`, "DTSTART:20260601T100000Z"),
  ],
])("%s cost bounded time", { timeout: PATIENCE_MS }, async (_what, text) => {
  const feed = await readFeed(calendar(text(), good), span);
  expect(feed.ok ? feed.events.map(({ title }) => title) : []).toContain("Good");
});

it("a hundred thousand components within each other hide what lies in them, and cost bounded time", {
  timeout: PATIENCE_MS,
}, async () => {
  expect(await read("BEGIN:VTODO\r\n".repeat(100_000), good)).toMatchObject({ titles: [], codes: ["no_events"] });
});

it("a character of two halves is never cut through, in titles, examples, places and zones", async () => {
  const dressed = (length: number) => `${"a".repeat(length)}🎉${"b".repeat(10_000)}`;
  for (const length of [98, 99, 198, 199, 298, 299, 498, 499, 9_998, 9_999]) {
    const text = dressed(length);
    const feed = await read(
      event("UID:a", `SUMMARY:${text}`, `DESCRIPTION:${text}`, `LOCATION:${text}`, "DTSTART:20260601T100000Z"),
      event(`SUMMARY:${"a".repeat(99)}🎉`, `DTSTART;TZID=${text.slice(0, 300)}:20260601T100000`),
    );
    expect(feed.codes).toEqual(expect.arrayContaining(["cut_text", "missing_uid", "unknown_zone"]));
    expect(JSON.stringify(feed)).not.toMatch(/\\ud[89a-f]/i);
  }
});

it("of too many times the last ones are left out, in whatever order the file has them, and it is told from when on", async () => {
  const ten = Array.from({ length: 10 }, (_, index) => `RDATE:2026070${index}T100000Z`).slice(1);
  const series = Array.from({ length: 1_100 }, (_, index) =>
    event(`UID:${index}`, "SUMMARY:A", "DTSTART:20260630T100000Z", ...ten),
  );
  const [one, other] = [await read(...series, good), await read(good, ...series.toReversed())];
  for (const feed of [one, other]) {
    expect(feed.titles).toContain("Good");
    expect(feed.leftOutFrom).toEqual(new Date("2026-07-09T10:00:00Z"));
    expect(feed.events).toHaveLength(10_000);
    expect(feed.codes).toEqual(["too_many_events"]);
  }
});

it.each([
  ["nothing where all was read", [good], { anywhere: false, uids: [] }],
  [
    "the one that could not be read",
    [event("UID:bad", "SUMMARY:Bad", "DTSTART:soon"), good],
    { anywhere: false, uids: ["bad"] },
  ],
  ["the one that is no event", [event("UID:bad", 'DTSTART;TZID="x:1'), good], { anywhere: false, uids: ["bad"] }],
  [
    "the one that repeats as nobody knows",
    [event("UID:bad", "DTSTART:20260601T100000Z", "RRULE:FREQ=NEVER"), good],
    { anywhere: false, uids: ["bad"] },
  ],
  [
    "the one that repeats too often",
    [event("UID:bad", "DTSTART:20260601T100000Z", "RRULE:FREQ=SECONDLY"), good],
    { anywhere: false, uids: ["bad"] },
  ],
  ["any where nobody can tell which", [event("SUMMARY:Bad", "DTSTART:soon"), good], { anywhere: true, uids: [] }],
  ["any where an event never ends", ["BEGIN:VEVENT", "UID:bad", good], { anywhere: true, uids: [] }],
])("what was left out is %s", async (_what, lines, unread) => {
  expect((await read(...lines)).unread).toEqual(unread);
});

it("the descriptions of all times together stay within a bound, and what it takes away is noted", async () => {
  const long = "x".repeat(9_000);
  const hours = Array.from({ length: 8 }, (_, index) =>
    event(
      `UID:${index}`,
      "SUMMARY:A",
      `DESCRIPTION:${index}${long}`,
      "DTSTART:20260601T100000Z",
      "RRULE:FREQ=HOURLY;COUNT=1000",
    ),
  );
  const { events, notices } = await read(
    ...hours,
    event("UID:s", "SUMMARY:S", "DESCRIPTION:Short", "DTSTART:20260601T100000Z"),
  );
  expect(events).toHaveLength(8_001);
  expect(events.reduce((sum, { description }) => sum + (description?.length ?? 0), 0)).toBeLessThanOrEqual(5_000_000);
  expect(events.find(({ uid }) => uid === "s")?.description).toBe("Short");
  expect(notices).toMatchObject([{ code: "cut_text", count: 8 }]);
});

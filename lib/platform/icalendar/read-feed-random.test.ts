import fc from "fast-check";
import { expect, it } from "vitest";
import { readFeed } from "./read-feed";

const span = { from: new Date("2026-03-01T00:00:00Z"), until: new Date("2027-03-01T00:00:00Z") };

/** Pieces that calendars are made of, right and wrong, which chance puts together. */
const pieces = [
  ...["BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "END:VTIMEZONE"],
  ...["BEGIN:STANDARD", "END:STANDARD", "BEGIN:VALARM", "END:VALARM", "TZID:Ours", "TZOFFSETFROM:+0100"],
  ...["TZOFFSETTO:+0000", "TZOFFSETTO:nonsense", "UID:a", "UID:b", "UID:", "SUMMARY:Tea & <b>cake", "SEQUENCE:x"],
  ...["DTSTART:20260501T100000Z", "DTSTART;TZID=Ours:20260501T100000", "DTSTART;VALUE=DATE:20260501", "DTSTART:"],
  ...["DTSTART;TZID=:20260501T100000", "DTEND:20260501T110000Z", "DTEND:20250101", "DURATION:PT1H", "DURATION:-P9W"],
  ...["DURATION:P", "RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY;BYDAY=MO,-1FR", "RRULE:FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO"],
  ...["RRULE:FREQ=YEARLY;BYWEEKNO=53", "RRULE:FREQ=DAILY;UNTIL=nonsense", "RRULE:FREQ=DAILY;BYHOUR=,", "RRULE:"],
  ...["EXDATE:20260502T100000Z", "EXDATE;VALUE=DATE:20260503,x", "RDATE;VALUE=PERIOD:20260504T100000Z/PT1H", "RDATE:/"],
  ...["RECURRENCE-ID:20260505T100000Z", "RECURRENCE-ID;RANGE=THISANDFUTURE:20260506", "STATUS:CANCELLED", "CLASS:X"],
  ...[
    "LOCATION:https://zoom.us/j/1",
    'URL;X="y:http://a.example',
    "DESCRIPTION:&#x10ffff;&#1114112;\\n\\",
    `SUMMARY:${"a".repeat(99)}🎉`,
    `LOCATION:${"a".repeat(499)}🎉`,
    " folded",
    "\t",
  ],
];

const line = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...pieces) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 30 }) },
);

it("whatever is put together of calendars' parts is read or refused, and every event that comes out is sound", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 40 }), fc.boolean(), async (lines, whole) => {
      const text = whole
        ? ["BEGIN:VCALENDAR", "BEGIN:VEVENT", ...lines, "END:VEVENT", "END:VCALENDAR"].join("\r\n")
        : lines.join("\n");
      const feed = await readFeed(text, span);
      if (!feed.ok) return;
      const keys = feed.events.map(({ uid, recurrenceId }) => `${uid} ${recurrenceId}`);
      expect(new Set(keys).size).toBe(keys.length);
      expect(JSON.stringify(feed)).not.toMatch(/(?<!\\)\\ud[89a-f]/i);
      for (const { startsAt, endsAt, title, uid, timeZone } of feed.events) {
        expect(endsAt.getTime()).toBeGreaterThanOrEqual(startsAt.getTime());
        expect(title.length * uid.length * timeZone.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 400, seed: 5 },
  );
}, 60_000);

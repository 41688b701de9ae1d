import { describe, expect, it } from "vitest";
import { SOURCE_LENGTH } from "./constants";
import { normaliseSource } from "./schemas";

describe("the source of a calendar", () => {
  it.each([
    ["https://Calendars.Hulme.example/a.ics", "https://calendars.hulme.example/a.ics", "calendars.hulme.example/a.ics"],
    [" http://hulme.example/a.ics ", "http://hulme.example/a.ics", "hulme.example/a.ics"],
    ["webcal://hulme.example/A.ics?x=1#top", "https://hulme.example/A.ics?x=1", "hulme.example/A.ics?x=1"],
    ["WEBCAL://hulme.example", "https://hulme.example/", "hulme.example/"],
    ["https://hulme.example.:443/a", "https://hulme.example/a", "hulme.example/a"],
    ["https://bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC", "xn--bcher-kva.example/%C3%BC"],
    [
      "https://calendar.google.com/calendar/ical/a%40b.example/public/basic.ics",
      "https://calendar.google.com/calendar/ical/a%40b.example/public/basic.ics",
      "calendar.google.com/calendar/ical/a%40b.example/public/basic.ics",
    ],
  ])("%s is taken in its one form", (typed, url, key) => {
    expect(normaliseSource(typed)).toEqual({ url, key });
  });

  it("has one key by whichever scheme it is typed, so that it is added once", () => {
    const typed = ["http", "https", "webcal"].map((scheme) => normaliseSource(`${scheme}://HULME.example/a.ics`));
    expect(new Set(typed.map((source) => (typeof source === "string" ? source : source.key)))).toEqual(
      new Set(["hulme.example/a.ics"]),
    );
  });

  it.each([
    ["ftp://hulme.example/a.ics", /beginning with https/],
    ["file:///etc/passwd", /beginning with https/],
    ["javascript:alert(1)", /beginning with https/],
    ["hulme.example/a.ics", /beginning with https/],
    ["", /beginning with https/],
    ["https://", /beginning with https/],
    ["https://hul me.example/", /not an address/],
    ["https://me:secret@hulme.example/a.ics", /private address must not be published/],
    ["https://me@hulme.example/a.ics", /private address must not be published/],
    ["https://calendar.google.com/calendar/ical/a/private-0f/basic.ics", /secret address/],
    ["https://hulme.example:8443/a.ics", /port/],
    ["http://127.0.0.1/", /not its number/],
    ["http://2130706433/", /not its number/],
    ["http://0x7f.1/", /not its number/],
    ["http://169.254.169.254/latest", /not its number/],
    ["http://[::1]/", /not its number/],
    ["http://[::ffff:10.0.0.1]/", /not its number/],
    ["http://localhost/a.ics", /private network/],
    ["http://a.localhost./a.ics", /private network/],
    ["http://intranet/a.ics", /private network/],
    ["http://printer.local/a.ics", /private network/],
    [`https://hulme.example/${"a".repeat(SOURCE_LENGTH)}`, /at most/],
    [`https://hulme.example/${"ü".repeat(SOURCE_LENGTH / 2)}`, /at most/],
  ])("%s is refused in words", (typed, words) => {
    expect(normaliseSource(typed)).toMatch(words);
  });
});

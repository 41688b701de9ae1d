import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CalendarDay, Day } from "./instant";

test.each([
  [false, "3 Mar 2026"],
  [true, "3 March 2026"],
])("a day of the calendar has no hour, neither as its title nor for machines (long: %s)", (long, words) => {
  const shown = renderToStaticMarkup(createElement(CalendarDay, { day: "2026-03-03", long }));
  expect(shown).toMatch(new RegExp(`^<time dateTime="2026-03-03" class="[^"]*">${words}</time>$`));
});

test("the day of a moment keeps the moment as its title", () => {
  const shown = renderToStaticMarkup(createElement(Day, { at: new Date("2026-03-03T23:05:00Z") }));
  expect(shown).toContain('title="3 Mar 2026, 23:05 UTC"');
});

import { describe, expect, it, test } from "vitest";
import { readOpeningHours, writeOpeningHours } from "./schemas";

const monday = { day: 1, opens: "09:00", closes: "12:30" };

describe("opening hours as people type them", () => {
  it.each([
    ["Monday 09:00–12:30"],
    ["mon 9:00-12:30"],
    ["MONDAY: 9.00 to 12.30"],
    ["  Mon   09:00 - 12:30  "],
    ["\n\nMon 9:00–12:30\n"],
  ])("are understood: %j", (text) => {
    expect(readOpeningHours(text)).toEqual({ spells: [monday] });
  });

  it("may name several spells of one day, and a run of days", () => {
    expect(readOpeningHours("Sat to Sun 14:00-16:00, 10:00-12:00 and 18:00–24:00")).toEqual({
      spells: [6, 7].flatMap((day) => [
        { day, opens: "10:00", closes: "12:00" },
        { day, opens: "14:00", closes: "16:00" },
        { day, opens: "18:00", closes: "24:00" },
      ]),
    });
  });

  it("of one day may touch, in several lines and in any order", () => {
    expect(readOpeningHours("Tue 12:00-14:00\nMon 09:00-12:30\nTue 10:00-12:00")).toEqual({
      spells: [monday, { day: 2, opens: "10:00", closes: "12:00" }, { day: 2, opens: "12:00", closes: "14:00" }],
    });
  });

  it("may be none at all", () => {
    expect(readOpeningHours("")).toEqual({ spells: [] });
  });

  it.each([
    ["Mon", "is not understood"],
    ["Funday 09:00-12:00", "is not understood"],
    ["Mon 09:00", "is not understood"],
    ["Mon 25:00-26:00", "is not understood"],
    ["Mon 09:60-10:00", "is not understood"],
    ["Mon 24:00-24:00", "is not understood"],
    ["Sun to Mon 09:00-10:00", "is not understood"],
    ["Mon 09:00-12:00, noon", "is not understood"],
    ["Mon 12:00-12:00", "On Monday, the closing time comes after the opening."],
    ["Tue 12:00-09:00", "On Tuesday, the closing time comes after the opening."],
    ["Wed 09:00-12:00\nMon to Fri 11:59-13:00", "On Wednesday, two openings overlap."],
    ["Thu 09:00-12:00, 09:00-12:00", "On Thursday, two openings overlap."],
  ])("that make no sense are named: %j", (text, fault) => {
    expect(readOpeningHours(text)).toEqual({ fault: expect.stringContaining(fault) });
  });
});

test("hours that were written are read back as they were", () => {
  const spells = [monday, { day: 1, opens: "13:00", closes: "17:00" }, { day: 7, opens: "00:00", closes: "24:00" }];
  expect(writeOpeningHours(spells)).toBe("Monday 09:00–12:30, 13:00–17:00\nSunday 00:00–24:00");
  expect(readOpeningHours(writeOpeningHours(spells))).toEqual({ spells });
});

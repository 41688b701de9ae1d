import { DAY_NAMES } from "./constants";

/** One spell in which a partner is open. Days count from Monday (1) to Sunday (7), times are `HH:MM`, the latest `24:00`. */
export type OpeningSpell = Readonly<{ day: number; opens: string; closes: string }>;

/** What came of reading hours as people type them: the spells in order, or one sentence about the first line that is wrong. */
export type ReadHours = Readonly<{ spells: readonly OpeningSpell[] }> | Readonly<{ fault: string }>;

const DAY = "(mon|tue|wed|thu|fri|sat|sun)[a-z]*";
const LINE = new RegExp(`^${DAY}(?:\\s*(?:-|–|to)\\s*${DAY})?\\s*:?\\s+(\\S.*)$`, "i");
const SPELL = /^(\d{1,2})[:.](\d{2})\s*(?:-|–|to)\s*(\d{1,2})[:.](\d{2})$/i;

/**
 * Opening hours from one text, a line for each day or run of days: "Monday 09:00–12:30, 14:00–16:00", "Tue to Fri
 * 10.00 to 15.00". Spells of one day are put in order and may not overlap; each closes after it opens.
 * Source: domains/places.md section 7.
 */
export function readOpeningHours(text: string): ReadHours {
  const spells: OpeningSpell[] = [];
  for (const line of text.split("\n").map((one) => one.trim())) {
    const read = line === "" ? [] : readLine(line);
    if (read === null) {
      return { fault: `“${line}” is not understood. Write a day and its hours, such as Monday 09:00–17:00.` };
    }
    spells.push(...read);
  }
  const sorted = spells.toSorted((a, b) => a.day - b.day || (a.opens < b.opens ? -1 : 1));
  const backwards = sorted.find(({ opens, closes }) => opens >= closes);
  if (backwards !== undefined)
    return { fault: `On ${dayName(backwards.day)}, the closing time comes after the opening.` };
  const overlap = sorted.find((spell, index) => {
    const before = sorted[index - 1];
    return before !== undefined && before.day === spell.day && before.closes > spell.opens;
  });
  if (overlap !== undefined) return { fault: `On ${dayName(overlap.day)}, two openings overlap.` };
  return { spells: sorted };
}

/** The hours as the text that `readOpeningHours` reads: a line for each day that has any. */
export function writeOpeningHours(spells: readonly OpeningSpell[]): string {
  const lines = DAY_NAMES.flatMap((name, index) => {
    const times = spells.filter(({ day }) => day === index + 1).map(({ opens, closes }) => `${opens}–${closes}`);
    return times.length === 0 ? [] : [`${name} ${times.join(", ")}`];
  });
  return lines.join("\n");
}

function readLine(line: string): OpeningSpell[] | null {
  const [, from = "", to = from, times = ""] = LINE.exec(line) ?? [];
  const [first, last] = [dayNumber(from), dayNumber(to)];
  if (first === 0 || last < first) return null;
  const spells = times.split(/\s*(?:,|;|&|\band\b)\s*/).map((spell) => readSpell(spell.trim()));
  if (!spells.every((spell) => spell !== null)) return null;
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return days.flatMap((day) => spells.map((spell) => ({ day, ...spell })));
}

function readSpell(text: string): Omit<OpeningSpell, "day"> | null {
  const [, fromHour, fromMinute, toHour, toMinute] = SPELL.exec(text) ?? [];
  const opens = timeOf(fromHour, fromMinute);
  const closes = timeOf(toHour, toMinute);
  return opens === null || closes === null || opens === "24:00" ? null : { opens, closes };
}

function timeOf(hour: string | undefined, minute: string | undefined): string | null {
  if (hour === undefined || minute === undefined) return null;
  const time = `${hour.padStart(2, "0")}:${minute}`;
  return /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time) ? time : null;
}

function dayNumber(text: string): number {
  return DAY_NAMES.findIndex((name) => name.slice(0, 3).toLowerCase() === text.slice(0, 3).toLowerCase()) + 1;
}

function dayName(day: number): string {
  return DAY_NAMES[day - 1] ?? "";
}

import { expect, test } from "vitest";
import { countInWords } from "./count-in-words";

const partners = { one: "partner", many: "partners" };

test.each([
  [{ total: 1, inRemit: 1 }, false, "1 partner in your remit"],
  [{ total: 1234, inRemit: 1234 }, false, "1,234 partners in your remit"],
  [{ total: 34, inRemit: 129 }, true, "34 of 129 partners match"],
  [{ total: 1, inRemit: 129 }, true, "1 of 129 partners matches"],
  [{ total: 0, inRemit: 1 }, true, "0 of 1 partner match"],
])("%j, filtered: %j, reads: %s", (page, filtered, words) => {
  expect(countInWords(page, partners, filtered)).toBe(words);
});

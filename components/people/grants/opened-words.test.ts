import { expect, test } from "vitest";
import { lostInWords, openedInWords } from "./opened-words";

test.each([
  [
    { partners: 34, people: 5, beyond: { partners: 12, people: 0 } },
    "Amina Noor would see 34 partners, 12 of them new, and 5 other people, none of them new.",
  ],
  [
    { partners: 1234, people: 2, beyond: { partners: 1234, people: 2 } },
    "Amina Noor would see 1,234 partners, all of them new, and 2 other people, all of them new.",
  ],
  [
    { partners: 1, people: 0, beyond: { partners: 1, people: 0 } },
    "Amina Noor would see 1 partner, new, and nobody else.",
  ],
  [
    { partners: 1, people: 1, beyond: { partners: 0, people: 0 } },
    "Amina Noor would see 1 partner, not new, and 1 other person, not new.",
  ],
  [{ partners: 1, people: 3, beyond: null }, "Amina Noor would see 1 partner and 3 other people."],
  [
    { partners: 0, people: 0, beyond: { partners: 0, people: 0 } },
    "It would open nothing yet: there is no partner in reach of it.",
  ],
])("what would be opened, %j, reads: %s", (opens, words) => {
  expect(openedInWords("Amina Noor", opens)).toBe(words);
});

test.each([
  [{ partners: 12, people: 1 }, "You would no longer see 12 partners and 1 other person."],
  [{ partners: 0, people: 2 }, "You would no longer see 2 other people."],
  [{ partners: 1, people: 0 }, "You would no longer see 1 partner."],
  [{ partners: 0, people: 0 }, "You would go on seeing everything, through other roles."],
])("what would be lost, %j, reads: %s", (lost, words) => {
  expect(lostInWords(null, lost)).toBe(words);
});

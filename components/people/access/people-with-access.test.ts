import { expect, test } from "vitest";
import { othersInWords } from "./people-with-access";

test.each([
  [[], null],
  [[{ role: "root", count: 1 }], "1 more person outside your remit: 1 root."],
  [
    [
      { role: "neighbourhood_admin", count: 2 },
      { role: "root", count: 1 },
    ],
    "3 more people outside your remit: 2 neighbourhood admins and 1 root.",
  ],
] as const)("people outside the remit are counted by role: %j", (others, words) => {
  expect(othersInWords([...others])).toBe(words);
});

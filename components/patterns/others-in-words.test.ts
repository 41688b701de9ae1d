import { expect, test } from "vitest";
import { othersInWords } from "./others-in-words";

const root = { one: "root", many: "roots" };
const areaAdmin = { one: "neighbourhood admin", many: "neighbourhood admins" };

test.each([
  [[], true, null],
  [[{ count: 1, ...root }], true, "1 more person outside your remit: 1 root."],
  [[{ count: 1, ...areaAdmin }], false, "1 person outside your remit: 1 neighbourhood admin."],
  [
    [
      { count: 2, ...areaAdmin },
      { count: 1, ...root },
    ],
    true,
    "3 more people outside your remit: 2 neighbourhood admins and 1 root.",
  ],
])("people outside the remit are counted by kind: %j, somebody beside them: %s", (others, more, words) => {
  expect(othersInWords(others, more)).toBe(words);
});

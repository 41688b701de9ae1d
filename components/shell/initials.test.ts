import { expect, test } from "vitest";
import { initialsOf } from "./initials";

test.each([
  ["Ruth Adeyemi", "RA"],
  ["  Mary Jane  van der Berg ", "MB"],
  ["Cher", "C"],
  ["ólafur ýmir", "ÓÝ"],
  ["𝒜nna Lee", "𝒜L"],
  ["", ""],
])("the initials of %j are %j", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

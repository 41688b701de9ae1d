import { expect, test } from "vitest";
import { failureAdvice } from "./failure-advice";

test("a failure that may pass asks for patience, any other for something to do", () => {
  expect(failureAdvice("timeout")).toBe("It is tried again every hour. If this lasts, check the source.");
  expect(failureAdvice("refused")).toContain("make it public");
  for (const code of ["html", "toString", "", "of another version"]) {
    expect(failureAdvice(code)).toBe("Check the source, and change it where it is wrong.");
  }
});

import { expect, test } from "vitest";
import { openedHref } from "./schemas";

test("the address of an open place closes it, any other is opened beside those that are", () => {
  expect(openedHref("/dashboard", [], "E1")).toBe("/dashboard?open=E1");
  expect(openedHref("/dashboard", ["E1"], "E2 & 3")).toBe("/dashboard?open=E1&open=E2+%26+3");
  expect(openedHref("/dashboard", ["E1", "E2"], "E1")).toBe("/dashboard?open=E2");
  expect(openedHref("/dashboard", ["E1"], "E1")).toBe("/dashboard");
});

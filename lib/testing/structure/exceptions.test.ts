import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseExceptions, withoutExceptions } from "./exceptions";

/** May be lowered, never raised: an exception is mended, not added. */
const MOST_EXCEPTIONS = 0;

const violation = { rule: "docstring", path: "lib/platform/ids.ts", line: 3, message: "says nothing; say something" };
const exception = {
  rule: "docstring",
  path: "lib/platform/ids.ts",
  reason: "The file goes next month.",
  until: "2027-01-31",
};

describe("the list of structure exceptions", () => {
  it("holds no more entries than were once accepted", () => {
    const listed = readFileSync(new URL("structure-exceptions.json", import.meta.url), "utf8");
    expect(parseExceptions(listed).length).toBeLessThanOrEqual(MOST_EXCEPTIONS);
  });

  it("covers the rule and the file that an entry names, and nothing else", () => {
    const others = [
      { ...violation, rule: "todo" },
      { ...violation, path: "lib/platform/clock.ts" },
    ];
    expect(withoutExceptions([violation, ...others], [exception])).toEqual(others);
  });

  it("reports an entry that covers nothing, so that the list shrinks", () => {
    expect(withoutExceptions([], [exception])).toMatchObject([{ rule: "exception", path: exception.path }]);
  });

  it.each([
    ["a reason", { ...exception, reason: "" }],
    ["a day to go by", { ...exception, until: "soon" }],
    ["known fields only", { ...exception, line: 3 }],
  ])("refuses an entry without %s", (_lack, entry) => {
    expect(() => parseExceptions(JSON.stringify([entry]))).toThrow();
  });
});

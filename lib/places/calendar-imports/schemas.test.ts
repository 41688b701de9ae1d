import { expect, it } from "vitest";
import { FEED_NOTICES } from "@/lib/platform/icalendar/constants";
import { failureInWords, stateOfFailure } from "./constants";
import { noticeInWords } from "./schemas";

it.each(FEED_NOTICES)("the notice %s is told in a sentence, once and often", (code) => {
  for (const count of [1, 1_200]) {
    expect(noticeInWords({ code, count, example: "" })).toMatch(/^[A-Z0-9][^_]+\.$/);
    expect(noticeInWords({ code, count, example: "Tea" })).toMatch(/\. For example: Tea$/);
  }
});

it("counts are written as people write them", () => {
  expect(noticeInWords({ code: "missing_uid", count: 1_200, example: "" })).toMatch(/^1,200 events/);
});

it("codes of other versions are told in general words, also those that every object knows", () => {
  for (const code of ["of_tomorrow", "constructor", "__proto__"]) {
    expect(noticeInWords({ code, count: 1, example: "" })).toBe("Something about the calendar was unusual.");
    expect(failureInWords(code)).toBe("The calendar could not be imported.");
  }
});

it("what may pass by itself is unreachable, what somebody must mend is an error", () => {
  expect([stateOfFailure("timeout"), stateOfFailure("server_fault")]).toEqual(["unreachable", "unreachable"]);
  expect([stateOfFailure("not_found"), stateOfFailure("html")]).toEqual(["error", "error"]);
  expect(failureInWords("html")).toMatch(/web page/);
});

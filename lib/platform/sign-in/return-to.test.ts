import { describe, expect, it } from "vitest";
import { HOME, safeReturnTo } from "./return-to";

describe("safeReturnTo", () => {
  it.each([
    ["/places/partners", "/places/partners"],
    ["/places/partners?page=2&tag=age", "/places/partners?page=2&tag=age"],
    ["/places/partners#people", "/places/partners#people"],
    ["/places/../account/sessions", "/account/sessions"],
    ["/search?next=https://evil.example", "/search?next=https://evil.example"],
  ])("returns to our own page %s", (wanted, expected) => {
    expect(safeReturnTo(wanted)).toBe(expected);
  });

  it.each([
    ["another site", "https://evil.example/"],
    ["another site without a scheme", "//evil.example"],
    ["a third slash", "///evil.example"],
    ["a backslash that browsers read as a slash", "/\\evil.example"],
    ["a backslash further on", "/places\\..\\..\\evil"],
    ["a tab that browsers drop", "/\t/evil.example"],
    ["a line break that browsers drop", "/\n/evil.example"],
    ["a header in a line of its own", "/a\r\nSet-Cookie: a=b"],
    ["a null", "/a\u0000"],
    ["dots that bring a second slash to the front", "/..//evil.example"],
    ["a hidden dot segment before a second slash", "/.//evil.example"],
    ["a script", "javascript:alert(1)"],
    ["a relative path", "places"],
    ["a user name trick", "@evil.example"],
    ["nothing", ""],
    ["no text", undefined],
    ["several values", ["/a", "/b"]],
    ["the sign-in page itself", "/sign-in?returnTo=/sign-in"],
    ["a page below sign-in", "/sign-in/check"],
    ["an address for programs", "/api/auth/signout"],
    ["more than two thousand characters", `/${"a".repeat(2_000)}`],
  ])("does not return to %s", (_what, wanted) => {
    expect(safeReturnTo(wanted)).toBe(HOME);
  });
});

import { expect, test } from "vitest";
import { LONGEST_PARTNER_NAME } from "./constants";
import { readPartnerCursor, writePartnerCursor } from "./schemas";

const id = "019a0000-0000-7000-8000-000000000000";

test.each([
  "Hulme Garden Centre",
  "Caffi Tŷ Gwyn",
  "日本",
  "quote\"'\\",
  "a".repeat(LONGEST_PARTNER_NAME),
  "日".repeat(LONGEST_PARTNER_NAME),
  "😀".repeat(LONGEST_PARTNER_NAME / 2),
  "\u0001".repeat(LONGEST_PARTNER_NAME),
])("a cursor survives an address with any name that can be stored: %s", (name) => {
  for (const direction of ["before", "after"] as const) {
    const text = writePartnerCursor({ direction, name, id });
    expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(readPartnerCursor(text)).toEqual({ direction, name, id });
  }
});

test.each([
  undefined,
  null,
  "",
  "%",
  "not a cursor",
  "bnVsbA",
  btoa('["sideways","a","019a0000-0000-7000-8000-000000000000"]'),
  btoa('["after","a","no-uuid"]'),
  btoa('["after",1,"019a0000-0000-7000-8000-000000000000"]'),
  btoa('["after","a\\u0000","019a0000-0000-7000-8000-000000000000"]'),
  btoa("\xff\xfe"),
  ["a", "b"],
  "A".repeat(5000),
])("a malformed cursor (%j) means the first page", (text) => {
  expect(readPartnerCursor(text)).toBeNull();
});

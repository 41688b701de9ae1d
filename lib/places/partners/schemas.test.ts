import { expect, test } from "vitest";
import { readPartnerCursor, writePartnerCursor } from "./schemas";

const id = "019a0000-0000-7000-8000-000000000000";

test.each(["Hulme Garden Centre", "Caffi Tŷ Gwyn", "日本", "a".repeat(900), "quote\"'\\"])(
  "a cursor survives an address with the name %s",
  (name) => {
    const text = writePartnerCursor({ direction: "after", name, id });
    expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(readPartnerCursor(text)).toEqual({ direction: "after", name, id });
  },
);

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

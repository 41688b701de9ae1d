import { expect, it, test } from "vitest";
import { EVERY_TAG, readTagListQuery, tagListHref } from "./schemas";

it("an address without parameters asks for every tag by name, and so does one that is malformed", () => {
  expect(readTagListQuery({})).toEqual(EVERY_TAG);
  expect(readTagListQuery({ kind: "colour", sort: "size", page: "x" })).toEqual(EVERY_TAG);
});

test.each([
  { ...EVERY_TAG, text: "food and", kind: "category" as const },
  { ...EVERY_TAG, sort: "-partners" as const },
  { ...EVERY_TAG, cursor: { direction: "after" as const, key: "food", id: "018f0000-0000-7000-8000-000000000000" } },
])("what the list is asked for survives its address", (query) => {
  const address = new URL(tagListHref("/places/tags", query), "http://portal.example");
  expect(readTagListQuery(Object.fromEntries(address.searchParams))).toEqual(query);
});

it("a change of anything but the page leads to the first page", () => {
  const cursor = { direction: "after" as const, key: "food", id: "018f0000-0000-7000-8000-000000000000" };
  expect(tagListHref("/places/tags", { ...EVERY_TAG, cursor }, { kind: "facility" })).toBe(
    "/places/tags?kind=facility",
  );
});

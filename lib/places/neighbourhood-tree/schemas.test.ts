import { expect, test } from "vitest";
import { MOST_OPENED } from "./constants";
import { readOpened, readParent, treeHref } from "./schemas";

test.each([
  [undefined, null],
  ["", []],
  ["E1", ["E1"]],
  [
    ["E1", "", "W1", "E1"],
    ["E1", "W1"],
  ],
  [["a\u0000b", "x".repeat(129)], []],
])("an address with open=%j opens %j", (open, opened) => {
  expect(readOpened({ open })).toEqual(opened);
});

test("an address opens no more places than anybody opens one by one", () => {
  const many = Array.from({ length: MOST_OPENED + 5 }, (_, index) => `P${index}`);
  expect(readOpened({ open: many })).toEqual(many.slice(0, MOST_OPENED));
});

test.each([[[]], [["E1"]], [["E 1", "W&1"]]])(
  "the address of a tree with %j open is read as the same again",
  (opened) => {
    const address = new URL(treeHref(opened), "http://portal.example");
    expect(readOpened({ open: address.searchParams.getAll("open") })).toEqual(opened);
  },
);

test.each([
  [undefined, null],
  ["", null],
  ["E1", "E1"],
  [["E1", "W1"], "W1"],
  [["E1", ""], "E1"],
  ["a\u0000", null],
])("an address with parent=%j names %j, the last one found", (parent, key) => {
  expect(readParent({ parent })).toBe(key);
});

import { describe, expect, it } from "vitest";
import { type ListCursor, readCursor, searchText, writeCursor } from "./schemas";

const id = "01975000-0000-7000-8000-000000000000";

describe("a place in a list", () => {
  it.each<ListCursor>([
    { direction: "after", key: "", id },
    { direction: "before", key: 'Ağaç & Söhne "☕" \\ 🌳', id },
  ])("comes back as it was: %j", (cursor) => {
    const written = writeCursor(cursor, ["a", { b: 1 }]);
    expect(written).toMatch(/^[\w-]+$/);
    expect(readCursor(written, ["a", { b: 1 }], 100)).toEqual(cursor);
  });

  it.each([
    ["another list", () => writeCursor({ direction: "after", key: "a", id }, ["b"])],
    ["a longer key than there is", () => writeCursor({ direction: "after", key: "a".repeat(101), id }, ["a"])],
    ["a key with a null character", () => writeCursor({ direction: "after", key: "a\u0000", id }, ["a"])],
    ["an id that is none", () => writeCursor({ direction: "after", key: "a", id: "1 or true" }, ["a"])],
    ["another shape", () => btoa(JSON.stringify({ direction: "after" }))],
    ["no JSON", () => btoa("nonsense")],
    ["no base64", () => "%%%"],
    ["no UTF-8", () => btoa("\u00ff\u00fe")],
    ["nothing", () => ""],
    ["too much", () => "a".repeat(2_000)],
  ])("of %s is the first page", (_about, made) => {
    expect(readCursor(made(), ["a"], 100)).toBeNull();
  });

  it("fits in the longest address that is read, whatever the letters of the key", () => {
    for (const letter of ["a", '"', "\u0001", "☕"]) {
      const cursor = { direction: "before", key: letter.repeat(100), id } as const;
      expect(readCursor(writeCursor(cursor, ["a"]), ["a"], 100)).toEqual(cursor);
    }
  });
});

it("a search is one line of single spaces that a database can hold, as long as it may be", () => {
  expect(searchText("  hulme \t\n garden\u0000centre ", 100)).toBe("hulme garden centre");
  expect(searchText("abc def", 4)).toBe("abc");
});

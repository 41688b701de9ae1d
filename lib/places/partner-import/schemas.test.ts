import { describe, expect, it, test } from "vitest";
import { MOST_IMPORT_ROWS } from "./constants";
import { linesByField, partsOf } from "./schemas";

const one = [{ line: 2, cells: ["Hulme Café"] }];

describe("the heading of a file of partners", () => {
  it("may name columns in any order, whatever their capitals, spaces and hyphens", () => {
    const records = [{ line: 2, cells: ["Hulme", "Hulme Café", "", "hello@hulme.example"] }];
    expect(linesByField(["service-areas", " NAME", "Summary", "Public contact e-mail"], records)).toEqual({
      lines: [
        {
          line: 2,
          cells: { addNeighbourhoods: "Hulme", name: "Hulme Café", publicContactEmail: "hello@hulme.example" },
        },
      ],
    });
  });

  it.each([
    [["Title"], "one of them must be “Name”"],
    [["Name", "Colour", "Slug"], "no column called “Colour”, “Slug”"],
    [["Name", "name"], "“Name” is there twice"],
  ])("that cannot be used is refused with what is wrong: %j", (heading, fault) => {
    expect(linesByField(heading, one)).toEqual({ fault: expect.stringContaining(fault) });
  });

  it("without any partner below it, or with too many, is refused", () => {
    expect(linesByField(["Name"], [])).toEqual({ fault: expect.stringContaining("no partner") });
    const many = Array.from({ length: MOST_IMPORT_ROWS + 1 }, (_, index) => ({
      line: index + 2,
      cells: ["Hulme Café"],
    }));
    expect(linesByField(["Name"], many)).toEqual({ fault: expect.stringContaining(`at most ${MOST_IMPORT_ROWS}`) });
    expect(linesByField(["Name"], many.slice(1))).toMatchObject({ lines: { length: MOST_IMPORT_ROWS } });
  });
});

test("a cell of several parts loses blanks", () => {
  expect(partsOf(" Hulme ;; Moss Side; ")).toEqual(["Hulme", "Moss Side"]);
  expect(partsOf(undefined)).toEqual([]);
});

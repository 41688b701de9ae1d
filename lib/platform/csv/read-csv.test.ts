import { describe, expect, it } from "vitest";
import { readCsv } from "./read-csv";

describe("a CSV file", () => {
  it.each([
    ["commas", "Name,Town\nHulme Café,Manchester\n"],
    ["semicolons", "Name;Town\nHulme Café;Manchester\n"],
    ["a byte-order mark and the line ends of Windows", "\uFEFFName,Town\r\nHulme Café,Manchester\r\n"],
    ["quoted and padded cells", '"Name" , Town\n"Hulme Café", Manchester \n'],
    ["blank lines and rows of nothing", "Name,Town\n\nHulme Café,Manchester\n,\n\n"],
  ])("with %s is read", (_, text) => {
    const reading = readCsv(text);
    expect(reading).toMatchObject({ heading: ["Name", "Town"], records: [{ cells: ["Hulme Café", "Manchester"] }] });
  });

  it("keeps commas, quotation marks and line breaks inside a quoted cell, and knows on which line each record begins", () => {
    const text = 'Name,Summary\n"One, two","Says ""hello"".\nTwice."\n\nThree,\n';
    expect(readCsv(text)).toEqual({
      heading: ["Name", "Summary"],
      records: [
        { line: 2, cells: ["One, two", 'Says "hello".\nTwice.'] },
        { line: 5, cells: ["Three", ""] },
      ],
    });
  });

  it("may have rows that are shorter or longer than the heading", () => {
    expect(readCsv("A,B\n1\n1,2,3\n")).toMatchObject({ records: [{ cells: ["1"] }, { cells: ["1", "2", "3"] }] });
  });

  it.each([
    ["", "empty"],
    ["\n\n", "empty"],
    ['Name\n"Never closed\n', "cannot be read"],
    ['Name\nIn the "middle\n', "cannot be read"],
  ])("that cannot be read says why: %j", (text, fault) => {
    expect(readCsv(text)).toEqual({ fault: expect.stringContaining(fault) });
  });
});

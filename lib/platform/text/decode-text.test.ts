import { expect, it } from "vitest";
import { decodeText } from "./decode-text";

const word = "BEGIN Café";

function utf16(text: string, big: boolean, mark: boolean): Uint8Array {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, "utf16le");
  return big ? bytes.swap16() : bytes;
}

it.each([
  ["UTF-8", Buffer.from(word), null],
  ["UTF-8 with a mark", Buffer.from(`\uFEFF${word}`), null],
  ["a mark that its content type denies", Buffer.from(`\uFEFF${word}`), "text/calendar; charset=iso-8859-1"],
  ["the encoding that its content type names", Buffer.from(word, "latin1"), 'text/calendar; charset="ISO-8859-1"'],
  ["UTF-16 with a mark", utf16(word, false, true), null],
  ["UTF-16 the other way round", utf16(word, true, true), "text/calendar; charset=utf-8"],
  ["UTF-16 without a mark", utf16(word, false, false), null],
  ["UTF-16 the other way round without a mark", utf16(word, true, false), null],
])("text in %s is read", (_what, bytes, contentType) => {
  expect(decodeText(bytes, contentType)).toEqual({ text: word, doubtful: false });
});

it.each([
  ["claims to be UTF-8 and is not", Buffer.from(word, "latin1"), "text/calendar; charset=utf-8", word],
  ["names an encoding that there is not", Buffer.from("BEGIN"), "text/calendar; charset=klingon", "BEGIN"],
  ["is cut in the middle of UTF-16", utf16(word, false, true).slice(0, -1), null, "BEGIN Caf�"],
])("text that %s is read as best we can, and said to be doubtful", (_what, bytes, contentType, text) => {
  expect(decodeText(bytes, contentType)).toEqual({ text, doubtful: true });
});

it("nothing is nothing", () => {
  expect(decodeText(new Uint8Array(), null)).toEqual({ text: "", doubtful: false });
});

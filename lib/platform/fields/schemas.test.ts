import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { keptOr, keyList, line, noOthers, optionalDay, recordKey, unlessBlank, version } from "./schemas";

function faultOf(schema: z.ZodMiniType<unknown>, value: unknown): string | null {
  const parsed = schema.safeParse(value);
  return parsed.success ? null : (parsed.error.issues[0]?.message ?? "");
}

describe("a text of one line", () => {
  const name = line("the name", 10);

  it("is tidied: no spaces around it, one between words", () => {
    expect(name.parse("  a \u00a0 b ")).toBe("a b");
  });

  it.each([
    ["x".repeat(11), "Keep the name to 10 characters."],
    ["a\nb", "Write this on one line, without tabs."],
    ["a\u0000", "This holds a character that cannot be kept. Type it anew."],
    ["a\ud800", "This holds a character that cannot be kept. Type it anew."],
    [["a", "b"], "This is no text."],
  ])("%j is refused with a sentence", (value, sentence) => {
    expect(faultOf(name, value)).toBe(sentence);
  });

  it("that is blank passes a check of what is not", () => {
    const digits = name.check(unlessBlank((value) => /^\d+$/.test(value), "Digits."));
    expect([faultOf(digits, ""), faultOf(digits, "12"), faultOf(digits, "ab")]).toEqual([null, null, "Digits."]);
  });

  it("that was there before may stay, although it would not be taken anew", () => {
    const kept = keptOr(name, "longer than ten ");
    expect(kept.parse(" longer than ten")).toBe("longer than ten ");
    expect(faultOf(kept, "longer than eleven")).toBe("Keep the name to 10 characters.");
    expect(kept.parse(" short ")).toBe("short");
  });
});

describe("keys of records", () => {
  it("of one record must be there and be storable", () => {
    const schema = recordKey("Missing.", "Unknown.");
    expect(schema.parse(" a@b.example ")).toBe("a@b.example");
    expect([" ", undefined, "x".repeat(501), "a\u0000"].map((value) => faultOf(schema, value))).toEqual([
      "Missing.",
      "Missing.",
      "Unknown.",
      "Unknown.",
    ]);
  });

  it("of several come once or repeated, without blank rows and repeats, and not without end", () => {
    const schema = keyList(2, "Too many.");
    expect(schema.parse("a")).toEqual(["a"]);
    expect(schema.parse(["a", " ", " a ", "b"])).toEqual(["a", "b"]);
    expect(["a b c".split(" "), "a\u0000", 3].map((value) => faultOf(schema, value))).toEqual([
      "Too many.",
      "Too many.",
      "Too many.",
    ]);
  });
});

it("a version is a whole number from one on, as forms send it", () => {
  expect(version.parse("7")).toBe(7);
  for (const value of ["0", "1.5", "x", ""]) expect(faultOf(version, value)).toMatch(/^Load the page again/);
});

it("a day is real, or blank for none", () => {
  expect(optionalDay.parse("2028-02-29")).toBe("2028-02-29");
  expect(optionalDay.parse(" ")).toBeNull();
  for (const value of ["2027-02-29", "29/02/2028", "0000-01-01"])
    expect(faultOf(optionalDay, value)).toBe("Give a real day.");
});

it("a field that the form does not have is refused with a sentence", () => {
  const schema = z.strictObject({ name: z.string() }, noOthers);
  expect(faultOf(schema, { name: "a", role: "root" })).toBe("The form was sent with a field that it does not have.");
});

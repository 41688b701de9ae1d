import { describe, expect, it } from "vitest";
import { z } from "zod/mini";
import { toInput } from "@/lib/platform/action/form";
import { differingNames, formValues, nameInWords, schemaErrors, valueList, valueText } from "./form-values";

function form(...entries: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

describe("a form's data as an object", () => {
  it("has one text a name, and a list where a name is repeated, without the framework's own fields", () => {
    expect(
      formValues(form(["name", "a"], ["tag", "x"], ["tag", "y"], ["$ACTION_ID_1", ""], ["$LOADED", "{}"])),
    ).toEqual({
      name: "a",
      tag: ["x", "y"],
    });
  });

  it("is what the server makes of the same data, so that one schema judges both", () => {
    const data = form(
      ["name", " a "],
      ["empty", ""],
      ["tag", "x"],
      ["tag", ""],
      ["$ACTION_KEY", "k"],
      ["$LOADED", "{}"],
    );
    expect(formValues(data)).toEqual(toInput(data));
  });
});

describe("what a schema finds wrong", () => {
  const schema = z
    .object({
      name: z.string().check(z.minLength(5, "Give at least 5 characters."), z.regex(/^\S/, "Begin with a letter.")),
      tags: z.array(z.string().check(z.minLength(2, "A tag is too short."))),
    })
    .check(z.refine(({ name, tags }) => name !== tags[0], "The name is no tag."));

  it("is the first sentence of each field, also where the fault lies inside a list", () => {
    expect(schemaErrors(schema, { name: " ab", tags: ["xy", "z"] })).toEqual({
      name: "Give at least 5 characters.",
      tags: "A tag is too short.",
    });
  });

  it("is kept under the whole form's name where it belongs to no field", () => {
    expect(schemaErrors(schema, { name: "youth", tags: ["youth"] })).toEqual({ root: "The name is no tag." });
  });

  it("is nothing where all is well", () => {
    expect(schemaErrors(schema, { name: "Hulme", tags: [] })).toEqual({});
  });
});

describe("names whose values differ", () => {
  it("are those with another text, another list, or a value on one side only", () => {
    const mine = { same: "a", text: "mine", list: ["a", "b"], added: "new" };
    const theirs = { same: "a", text: "theirs", list: ["a"], gone: ["x"] };
    expect(differingNames(mine, theirs)).toEqual(["text", "list", "added", "gone"]);
  });

  it("leave out what only looks different: ends of lines, blanks at the ends, order, one or a list of one, nothing", () => {
    const mine = { lines: "a\r\nb ", list: ["b", "a"], one: "x", blank: "", none: [] };
    expect(differingNames(mine, { lines: "a\nb", list: ["a", "b"], one: ["x"], blank: [], missing: "" })).toEqual([]);
  });
});

it("a value reads as one text or as a list, whichever it is", () => {
  expect([valueText("a"), valueText(["", "a", "b"]), valueText(undefined)]).toEqual(["a", "a, b", ""]);
  expect([valueList("a"), valueList(["a", "b"]), valueList(undefined)]).toEqual([["a"], ["a", "b"], []]);
});

it("a name without a label is told in words", () => {
  expect(["publicContactName", "line1", "name"].map(nameInWords)).toEqual(["Public contact name", "Line1", "Name"]);
});

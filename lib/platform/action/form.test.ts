import { describe, expect, it } from "vitest";
import { LOADED_FIELD } from "./constants";
import { loadedText, toInput, typedValues } from "./form";

describe("a form as an object", () => {
  it("has one text a name, and a list where a name is repeated, without the framework's own fields", () => {
    const form = new FormData();
    form.append("name", "Hulme Garden Centre");
    form.append("tag", "a");
    form.append("tag", "b");
    form.append("$ACTION_ID_123", "");
    form.append("$ACTION_REF_1", "");
    expect(toInput(form)).toEqual({ name: "Hulme Garden Centre", tag: ["a", "b"] });
  });

  it("leaves out what the form says of the record as it was opened, which only comes back with a refusal", () => {
    const form = new FormData();
    form.append("name", "Hulme");
    form.append(LOADED_FIELD, "{}");
    expect(toInput(form)).toEqual({ name: "Hulme" });
    expect(loadedText(form)).toBe("{}");
    for (const sent of [new FormData(), { [LOADED_FIELD]: "{}" }, null]) expect(loadedText(sent)).toBeUndefined();
  });

  it("cannot reach the prototype of anything", () => {
    const form = new FormData();
    form.append("__proto__", "x");
    form.append("constructor", "y");
    const input = toInput(form);
    expect(Object.getPrototypeOf(input)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it("of something that is neither form nor object is empty, so that the schema refuses it", () => {
    for (const sent of [null, undefined, "text", 3, ["a"]]) expect(toInput(sent)).toEqual({});
  });
});

it("what was typed comes back as texts, without files", () => {
  const file = new File(["x"], "x.txt");
  expect(typedValues({ name: "a", tags: ["a", "b"], file, nested: { a: 1 } })).toEqual({ name: "a", tags: ["a", "b"] });
});

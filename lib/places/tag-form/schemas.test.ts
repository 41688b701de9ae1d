import { describe, expect, it, test } from "vitest";
import { LONGEST } from "./constants";
import { tagEditSchema, tagFormSchema, tagUpdateSchema } from "./schemas";

const food = { kind: "category", name: "Food" };

describe("a new tag", () => {
  it("is tidied, and needs no description", () => {
    const sent = { ...food, name: "  Food   and cooking ", description: "\r\nCafés.\r\nPantries.\n" };
    expect(tagFormSchema.parse(sent)).toEqual({
      kind: "category",
      name: "Food and cooking",
      description: "Cafés.\nPantries.",
    });
    expect(tagFormSchema.safeParse(food).success).toBe(true);
  });

  test.each<[string, object]>([
    ["no kind", { name: "Food" }],
    ["a kind that there is not", { ...food, kind: "colour" }],
    ["no name", { kind: "category" }],
    ["a blank name", { ...food, name: " \t" }],
    ["a name of two lines", { ...food, name: "Food\nDrink" }],
    ["a name longer than a badge holds", { ...food, name: "x".repeat(LONGEST.name + 1) }],
    ["a description longer than anybody reads", { ...food, description: "x".repeat(LONGEST.description + 1) }],
    ["a name that no database holds", { ...food, name: "Fo\u0000od" }],
    ["a field that the form does not have", { ...food, number: 7 }],
  ])("with %s is refused", (_, sent) => {
    expect(tagFormSchema.safeParse(sent).success).toBe(false);
  });
});

describe("an edit of a tag", () => {
  const loaded = { name: "x".repeat(LONGEST.name + 10), description: "" };
  const record = { tagId: "food", version: 3 };

  it("keeps a name that was loaded longer than today's bound, and refuses another such one", () => {
    expect(tagEditSchema(loaded).parse({ ...record, ...loaded })).toMatchObject(loaded);
    expect(tagEditSchema(loaded).safeParse({ ...record, name: `y${loaded.name}` }).success).toBe(false);
  });

  it("cannot change the kind", () => {
    expect(tagUpdateSchema.safeParse({ ...record, kind: "facility" }).success).toBe(false);
  });

  it("says which version it was made on", () => {
    expect(tagUpdateSchema.safeParse({ tagId: "food", name: "Food" }).success).toBe(false);
  });
});

import { describe, expect, test } from "vitest";
import {
  NEIGHBOURHOOD_UNITS,
  neighbourhoodPath,
  newNeighbourhoodPath,
} from "@/lib/places/neighbourhood-tree/constants";
import { neighbourhoodEditSchema, neighbourhoodFormSchema, unitsInside } from "./schemas";

const ward = { name: "Hulme", code: "E05011368", unit: "ward" };

describe("a new neighbourhood", () => {
  test("is taken with its least, and tidied", () => {
    const sent = { ...ward, name: " Hulme   Central ", welshName: "  ", parent: " E08000003 " };
    expect(neighbourhoodFormSchema.parse(sent)).toEqual({
      name: "Hulme Central",
      welshName: "",
      code: "E05011368",
      unit: "ward",
      parent: "E08000003",
    });
    expect(neighbourhoodFormSchema.safeParse(ward).success).toBe(true);
  });

  test.each([
    ["", ""],
    [["", " "], ""],
    [["", "A"], "A"],
    [["B", ""], "B"],
  ])("with the parent %j lies in %j", (parent, expected) => {
    expect(neighbourhoodFormSchema.parse({ ...ward, parent }).parent).toBe(expected);
  });

  test.each([
    [{ code: "" }, "code"],
    [{ code: "E05 1" }, "code"],
    [{ code: "-E05" }, "code"],
    [{ code: "new" }, "code"],
    [{ code: "x".repeat(33) }, "code"],
    [{ name: "" }, "name"],
    [{ name: "a\u0000b" }, "name"],
    [{ unit: "parish" }, "unit"],
    [{ parent: "x".repeat(501) }, "parent"],
  ])("with %j is refused on the field, in a whole sentence", (changes, field) => {
    const { error } = neighbourhoodFormSchema.safeParse({ ...ward, ...changes });
    expect(error?.issues.map(({ path }) => path[0])).toContain(field);
    for (const { message } of error?.issues ?? []) expect(message).toMatch(/^[A-Z].*\.$/);
  });
});

test.each(["", "  "])("a code of %j is missing, which one short sentence says", (code) => {
  const whole = neighbourhoodFormSchema.safeParse({ ...ward, code });
  const edit = neighbourhoodEditSchema({ code: "E05" }).safeParse({ neighbourhoodId: "E05", version: "1", code });
  for (const { error } of [whole, edit]) {
    expect(error?.issues.map(({ message }) => message)).toEqual(["Give the code of this place."]);
  }
});

test("an edit keeps a value that was loaded outside today's bounds, and no other one like it", () => {
  const before = { name: "", code: "odd code", unit: "ward" };
  const schema = neighbourhoodEditSchema(before);
  const record = { neighbourhoodId: "odd code", version: "3" };
  expect(schema.parse({ ...record, name: "", code: "odd code" })).toEqual({
    neighbourhoodId: "odd code",
    version: 3,
    name: "",
    code: "odd code",
  });
  expect(schema.safeParse({ ...record, code: "other code" }).success).toBe(false);
});

test("the levels inside a place are exactly those after its own", () => {
  expect(NEIGHBOURHOOD_UNITS.map((unit) => unitsInside(unit).length)).toEqual([4, 3, 2, 1, 0]);
  expect(unitsInside("county")).toEqual(["district", "ward"]);
});

test("a place's address holds its code, or its UUID where an address cannot hold the code", () => {
  const id = "019a0000-0000-7000-8000-000000000000";
  expect(neighbourhoodPath({ id, code: "a/b c" })).toBe("/places/neighbourhoods/a%2Fb%20c");
  for (const code of [".", "..", "new"]) expect(neighbourhoodPath({ id, code })).toBe(`/places/neighbourhoods/${id}`);
  expect(newNeighbourhoodPath("a&b")).toBe("/places/neighbourhoods/new?parent=a%26b");
  expect(newNeighbourhoodPath(null)).toBe("/places/neighbourhoods/new");
});

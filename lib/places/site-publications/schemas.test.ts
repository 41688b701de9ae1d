import { expect, it } from "vitest";
import { checklistOf, emptinessOf } from "./schemas";

const nothing = { name: "A", placeName: "", heroText: "", tagline: "", description: "" };
const full = { ...nothing, placeName: "B", heroText: "C", tagline: "D" };

function missing(values: typeof nothing, neighbourhoods: number, partners: number): string[] {
  return checklistOf({ values, neighbourhoods, partners }).flatMap(({ key, done }) => (done ? [] : [key]));
}

it("names every gap, and takes a tagline or a description for one", () => {
  expect(missing(nothing, 0, 0)).toEqual(["placeName", "heroText", "about", "neighbourhoods", "partner"]);
  expect(missing(full, 1, 1)).toEqual([]);
  expect(missing({ ...full, tagline: "", description: "E" }, 1, 1)).toEqual([]);
});

it("keeps a site from being published only by what would leave its page empty", () => {
  const reason = (values: typeof nothing, neighbourhoods: number, partners: number) =>
    emptinessOf(checklistOf({ values, neighbourhoods, partners }));
  expect(reason(nothing, 1, 1)).toBeNull();
  expect(reason(full, 0, 0)).toMatch(/neighbourhood/);
  expect(reason(full, 1, 0)).toMatch(/partner/i);
});

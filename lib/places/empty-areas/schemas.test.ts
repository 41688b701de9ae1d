import { expect, test } from "vitest";
import { emptyAreasHref, OWN_EMPTY_AREAS, readEmptyAreasQuery } from "./schemas";

const partnership = "00000000-0000-7000-8000-000000000000.4";

test("an address asks for the areas without a partner only where it says so", () => {
  for (const partners of [undefined, "", "some", ["some", "none"]]) {
    expect(readEmptyAreasQuery({ partners, q: "st" })).toBeNull();
  }
  expect(readEmptyAreasQuery({ partners: "none" })).toEqual(OWN_EMPTY_AREAS);
});

test("whatever is asked is read from its own address again, and what goes without saying is left out of it", () => {
  const cursor = { direction: "after", key: "hulme", id: "00000000-0000-7000-8000-000000000000" } as const;
  for (const query of [
    OWN_EMPTY_AREAS,
    { text: "moss side", through: partnership, cursor: null },
    { text: "st", through: "neighbourhood_admin", cursor },
  ]) {
    const { searchParams } = new URL(emptyAreasHref(query, { cursor: query.cursor }), "http://portal.example");
    expect(readEmptyAreasQuery(Object.fromEntries(searchParams))).toEqual(query);
  }
  expect(emptyAreasHref(OWN_EMPTY_AREAS)).toBe("/places/neighbourhoods?partners=none");
});

test("a change leads to the first page, and a page of another search counts as none", () => {
  const cursor = { direction: "after", key: "hulme", id: "00000000-0000-7000-8000-000000000000" } as const;
  const later = emptyAreasHref(OWN_EMPTY_AREAS, { cursor });
  expect(emptyAreasHref({ ...OWN_EMPTY_AREAS, cursor }, { text: "st" })).not.toContain("page=");
  const { searchParams } = new URL(later, "http://portal.example");
  expect(readEmptyAreasQuery({ ...Object.fromEntries(searchParams), q: "st" })?.cursor).toBeNull();
});

test("what names no role that has such a list counts as absent", () => {
  for (const through of ["partner_admin", "root", "' or true", partnership.slice(0, -2)]) {
    expect(readEmptyAreasQuery({ partners: "none", through })?.through).toBe("neighbourhood_admin");
  }
});

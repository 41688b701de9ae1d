import { describe, expect, test } from "vitest";
import { LONGEST_PLACE_SEARCH } from "./constants";
import {
  chosenPlaceHref,
  type PlaceUse,
  placeFindHref,
  placeSearchHref,
  readPlaceFind,
  readPlaceUse,
  writePlaceUse,
} from "./schemas";

const uses: readonly PlaceUse[] = [
  { kind: "filter" },
  { kind: "new partner" },
  { kind: "any" },
  { kind: "partner", partnerId: "hulme café & partner:x" },
  { kind: "partner", partnerId: "x".repeat(128) },
];

describe("a use", () => {
  test.each(uses)("survives an address: %j", (use) => {
    expect(readPlaceUse(writePlaceUse(use))).toEqual(use);
    const { searchParams } = new URL(placeSearchHref(use, "moss & side"), "http://own.invalid");
    expect([readPlaceUse(searchParams.get("use")), searchParams.get("q")]).toEqual([use, "moss & side"]);
  });

  test.each([
    null,
    undefined,
    "",
    "partner",
    "partner:",
    "Filter",
    "new partner",
    "partner:a\u0000",
    `partner:${"x".repeat(129)}`,
    ["filter"],
  ])("is nothing else: %j", (text) => {
    expect(readPlaceUse(text)).toBeNull();
  });
});

describe("the page that finds a place", () => {
  test.each(uses)("gets from its address what was asked: %j", (use) => {
    const to = "/places/partners?q=a&columns=tags#list";
    const { searchParams } = new URL(placeFindHref({ use, to, as: "addNeighbourhoods" }), "http://own.invalid");
    expect(readPlaceFind({ ...Object.fromEntries(searchParams), q: " moss  side" })).toEqual({
      text: "moss side",
      use,
      to,
      as: "addNeighbourhoods",
    });
  });

  test("filters the list of partners where its address says nothing, or nothing that makes sense", () => {
    const usual = { text: "", use: { kind: "filter" }, to: "/places/partners", as: "place" };
    expect(readPlaceFind({})).toEqual(usual);
    expect(readPlaceFind({ use: "all", as: "a=b&c" })).toEqual(usual);
    expect(readPlaceFind({ q: ["x".repeat(500), "y"] }).text).toHaveLength(LONGEST_PLACE_SEARCH);
  });

  test("leads back with the place as one more value, all else as it was", () => {
    expect(chosenPlaceHref("/places/partners?q=a+b", "place", "E1&2")).toBe("/places/partners?q=a+b&place=E1%262");
    expect(chosenPlaceHref("/places/partners/new?x=1&x=2#places", "x", "3")).toBe(
      "/places/partners/new?x=1&x=2&x=3#places",
    );
  });
});

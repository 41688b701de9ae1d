import { describe, expect, it } from "vitest";
import { MOST_PALETTE_ENTRIES } from "./constants";
import { joinPalette, type PaletteSource } from "./sources";

function way(label: string, words = "") {
  return { href: `/${label}`, label, detail: "", words };
}

function source(parts: Partial<PaletteSource>): PaletteSource {
  return { actions: [], pages: [], account: [], records: [], ...parts };
}

const ways = source({
  actions: [way("New partner", "create add")],
  pages: [way("Sessions", "audit devices"), way("Audit"), way("Partners")],
});

function namesOf(text: string, ...sources: readonly PaletteSource[]) {
  return joinPalette(text, sources).map(({ label, entries }) => [label, entries.map((entry) => entry.label)]);
}

describe("the palette's groups", () => {
  it("are all actions and pages for a blank text", () => {
    expect(namesOf("", ways)).toEqual([
      ["Actions", ["New partner"]],
      ["Pages", ["Sessions", "Audit", "Partners"]],
    ]);
  });

  it.each([
    [
      "part",
      [
        ["Actions", ["New partner"]],
        ["Pages", ["Partners"]],
      ],
    ],
    ["ADD partn", [["Actions", ["New partner"]]]],
    ["audit", [["Pages", ["Audit", "Sessions"]]]],
    ["artner", []],
  ])("for %j hold what its words begin, by its own name first: %j", (text, expected) => {
    expect(namesOf(text, ways)).toEqual(expected);
  });

  it("name things by nothing but their names for a single letter, and one's own pages last", () => {
    const own = source({ account: [way("Access")] });
    expect(namesOf("a", own, ways)).toEqual([["Pages", ["Audit", "Access"]]]);
  });

  it("hold no word that is only for searching", () => {
    expect(joinPalette("audit", [ways])[0]?.entries[0]).toEqual({ href: "/Audit", label: "Audit", detail: "" });
  });

  it("put the kind first that holds exactly what was typed", () => {
    const people = { label: "People", found: [way("Hulme Ward")], list: null };
    const places = { label: "Places", found: [way("Old Hulme"), way("Hulme")], list: null };
    expect(namesOf("hulme", source({ records: [people] }), source({ records: [places] }))).toEqual([
      ["Places", ["Old Hulme", "Hulme"]],
      ["People", ["Hulme Ward"]],
    ]);
  });

  it("are cut at a glance's worth, and only then lead to the list of all", () => {
    const list = { href: "/all", label: "All" };
    const found = Array.from({ length: MOST_PALETTE_ENTRIES + 1 }, (_, index) => way(`Person ${index}`));
    const [cut, whole] = joinPalette("person", [
      source({
        records: [
          { label: "Many", found, list },
          { label: "Few", found: found.slice(1), list },
        ],
      }),
    ]);
    expect([cut?.entries.length, cut?.more]).toEqual([MOST_PALETTE_ENTRIES, list]);
    expect([whole?.entries.length, whole?.more]).toEqual([MOST_PALETTE_ENTRIES, null]);
  });
});

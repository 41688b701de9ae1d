import { expect, test } from "vitest";
import type { TreePlace } from "@/lib/places/neighbourhood-tree/schemas";
import { innermost, partnersInWords, placesInWords, withBranch, withoutBranch } from "./branches";

function place(code: string): TreePlace {
  return { id: code, code, name: code, unit: "district", childCount: 1, partnerCount: 0 };
}

const below = new Map([
  ["land", [place("north"), place("south")]],
  ["north", [place("town")]],
  ["town", [place("ward")]],
]);

test("the innermost open places stand for every open one above them", () => {
  expect(innermost(below, new Set(["land", "north", "town"]))).toEqual(["town"]);
  expect(innermost(below, new Set(["land", "north", "south"]))).toEqual(["north", "south"]);
  expect(innermost(below, new Set())).toEqual([]);
});

test("closing a place closes what is open in it, and nothing beside it", () => {
  const opened = new Set(["land", "north", "town", "south"]);
  expect([...withoutBranch(below, opened, "north")]).toEqual(["land", "south"]);
  expect([...withoutBranch(below, opened, "land")]).toEqual([]);
  expect([...withBranch(new Set(["land"]), "north")]).toEqual(["land", "north"]);
});

test.each([
  [0, "no places", "no partners"],
  [1, "1 place", "1 partner"],
  [1204, "1,204 places", "1,204 partners"],
])("%d reads %j and %j", (count, places, partners) => {
  expect([placesInWords(count), partnersInWords(count)]).toEqual([places, partners]);
});

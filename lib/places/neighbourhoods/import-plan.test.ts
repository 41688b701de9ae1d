import { expect, test } from "vitest";
import {
  findCycles,
  parentsAfter,
  planNeighbourhoods,
  type StoredNeighbourhood,
  type WantedNeighbourhood,
} from "./import-plan";

function wanted(code: string, parentCode: string | null, name = code): WantedNeighbourhood {
  return { code, name, unit: "ward", parentCode };
}

function stored(code: string, parentCode: string | null): StoredNeighbourhood {
  return { id: `id-${code}`, code, name: code, welshName: "Cymraeg", unit: "ward", parentCode };
}

test("parents are planned before children, whatever the order of the file", () => {
  const plan = planNeighbourhoods(
    [],
    [wanted("ward", "district"), wanted("district", "country"), wanted("country", null)],
  );
  expect(plan.waves.map(({ created }) => created.map(({ code }) => code))).toEqual([
    ["country"],
    ["district"],
    ["ward"],
  ]);
});

test("a place that is as stored is not written, and a Welsh name that the file does not speak of stays", () => {
  const plan = planNeighbourhoods([stored("A", null)], [wanted("A", null)]);
  expect(plan).toMatchObject({ waves: [], created: 0, changed: 0, unchanged: 1 });
  const renamed = planNeighbourhoods([stored("A", null)], [wanted("A", null, "Other")]);
  expect(renamed.waves[0]?.changed[0]).toMatchObject({ name: "Other", welshName: "Cymraeg" });
});

test("two places may change places: the one that comes to lie above is written first", () => {
  const plan = planNeighbourhoods([stored("A", null), stored("B", "A")], [wanted("A", "B"), wanted("B", null)]);
  expect(plan.waves.map(({ changed }) => changed.map(({ code }) => code))).toEqual([["B"], ["A"]]);
  expect(plan.moved).toEqual([
    { code: "A", name: "A", from: null, to: "B" },
    { code: "B", name: "B", from: "A", to: null },
  ]);
});

test("a stored place that the file does not name is reported and not planned", () => {
  const plan = planNeighbourhoods([stored("A", null), stored("B", "A")], [wanted("A", null)]);
  expect(plan.absent).toEqual([{ code: "B", name: "B" }]);
  expect(plan.waves).toEqual([]);
});

test("a ring is found through stored places too, once", () => {
  const parents = parentsAfter(
    [stored("A", null), stored("B", "A")],
    [wanted("A", "C"), wanted("C", "B"), wanted("D", "A")],
  );
  expect(findCycles(parents)).toEqual([["A", "C", "B"]]);
  expect(() => planNeighbourhoods([], [wanted("A", "B"), wanted("B", "A")])).toThrow("inside itself");
});

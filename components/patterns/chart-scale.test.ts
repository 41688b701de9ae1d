import { expect, it } from "vitest";
import { figure, roundCeiling, shareOf } from "./chart-scale";

it.each([
  [0, 2],
  [-3, 2],
  [Number.NaN, 2],
  [1, 2],
  [3, 4],
  [7, 8],
  [10, 10],
  [11, 16],
  [29, 30],
  [129, 150],
  [402, 500],
  [1000, 1000],
])("a scale for counts up to %d ends at %d", (maximum, ceiling) => {
  expect(roundCeiling(maximum)).toBe(ceiling);
});

it("a share never leaves the chart", () => {
  expect([shareOf(5, 20), shareOf(30, 20), shareOf(-1, 20), shareOf(3, 0)]).toEqual([25, 100, 0, 0]);
});

it("figures are grouped as people write them", () => {
  expect(figure(12_345)).toBe("12,345");
});

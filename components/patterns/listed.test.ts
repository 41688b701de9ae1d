import { expect, test } from "vitest";
import { listed } from "./listed";

test("names are listed as people do, and those that are not named are counted at the end", () => {
  expect(listed(["Hulme"])).toBe("Hulme");
  expect(listed(["Ardwick", "Hulme", "Moss Side"])).toBe("Ardwick, Hulme and Moss Side");
  expect(listed(["Ardwick", "Hulme"], 1200)).toBe("Ardwick, Hulme and 1,200 more");
});

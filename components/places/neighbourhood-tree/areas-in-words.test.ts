import { expect, test } from "vitest";
import { areasInWords } from "./areas-in-words";

const own = { through: "neighbourhood_admin", text: "" };
const partnership = { through: "00000000-0000-7000-8000-000000000000.4", text: "" };

test("areas without a partner are said with their number, what they lie in, and what they were searched for", () => {
  expect(areasInWords(3, "Hulme and Moss Side", own)).toBe("3 areas without a partner in Hulme and Moss Side");
  expect(areasInWords(1_204, "England", own)).toBe("1,204 areas without a partner in England");
  expect(areasInWords(1, "Age Friendly in Manchester", partnership)).toBe(
    "1 area without a partner of Age Friendly in Manchester",
  );
  expect(areasInWords(0, "Hulme", { ...own, text: "st" })).toBe("No area without a partner in Hulme matches “st”");
  expect(areasInWords(2, "Hulme", { ...own, text: "st" })).toBe("2 areas without a partner in Hulme match “st”");
  expect(areasInWords(0, null, own)).toBe("No area without a partner");
});

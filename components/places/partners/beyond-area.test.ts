import { expect, test } from "vitest";
import { beyondArea } from "./beyond-area";

test.each([
  [["Hulme"], "Hulme lies beyond your area: you could not put it back."],
  [["Hulme", "Ordsall"], "Hulme and Ordsall lie beyond your area: you could not put them back."],
])("what lies beyond the area is said of %j in one sentence", (places, sentence) => {
  expect(beyondArea(places, (them) => `could not put ${them} back`)).toBe(sentence);
});

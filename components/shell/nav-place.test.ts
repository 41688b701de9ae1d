import { expect, test } from "vitest";
import { placeOfPage } from "./nav-place";

test.each([
  ["/places/partners", "page"],
  ["/places/partners/hulme-garden", "true"],
  ["/places/partners/hulme-garden/history", "true"],
  ["/places/partnerships", undefined],
  ["/places", undefined],
  ["/", undefined],
])("at %s the link to the partners says %s", (pathname, current) => {
  expect(placeOfPage(pathname, "/places/partners")).toBe(current);
});

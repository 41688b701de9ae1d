import { expect, test } from "vitest";
import { partnerPath } from "./constants";

const id = "019a0000-0000-7000-8000-000000000000";

test.each([
  ["garden", "garden"],
  ["a/b ?c#d", "a%2Fb%20%3Fc%23d"],
  ["%2e", "%252e"],
  ["...", "..."],
  [".", id],
  ["..", id],
  [null, id],
])("a partner with the external id %j has an address that a browser keeps as it is", (externalId, segment) => {
  const path = partnerPath({ id, externalId });
  expect(path).toBe(`/places/partners/${segment}`);
  expect(new URL(path, "http://localhost").pathname).toBe(path);
});

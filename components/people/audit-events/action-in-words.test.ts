import { expect, it } from "vitest";
import { actionInWords } from "./action-in-words";

it.each([
  ["partner.update", "Edited the partner"],
  ["partner.unhide", "Showed the partner again"],
  ["role.end", "Ended a role"],
  ["site.publish", "site publish"],
  ["api-key.create", "api key create"],
])("the trail says %s as %j", (action, words) => {
  expect(actionInWords(action)).toBe(words);
});

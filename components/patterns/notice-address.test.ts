import { expect, test } from "vitest";
import { withoutNotice } from "./notice-address";

test.each([
  ["/places/partners", "notice=partner-deleted", "/places/partners"],
  ["/places/partners", "q=garden&notice=partner-deleted&sort=-name", "/places/partners?q=garden&sort=-name"],
  ["/places/partners", "notice=one&notice=two", "/places/partners"],
  ["/places/partners", "?why=1", "/places/partners?why=1"],
  ["/places/partners", "", "/places/partners"],
])("%s with %j is %s without its notice", (pathname, search, address) => {
  expect(withoutNotice(pathname, search)).toBe(address);
});

import type { Locator, Page } from "@playwright/test";

/** The navigation at the side, which is a drawer in a narrow window. */
export function navigation(page: Page): Locator {
  return page.getByRole("navigation", { name: "Main" });
}

/** What opens the account menu in the bar. */
export function accountMenu(page: Page): Locator {
  return page.locator("summary", { hasText: "your account" });
}

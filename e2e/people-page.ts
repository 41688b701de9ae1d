import { expect, type Page } from "@playwright/test";

/** The card of a role on a person's page, by the sentence that tells it. */
export function roleCard(page: Page, sentence: string) {
  return page.getByRole("main").getByRole("region").filter({ hasText: sentence });
}

/** The names in the list of people, each a link to their record. */
export function people(page: Page) {
  return page.getByRole("table").getByRole("rowheader").getByRole("link");
}

/** Asks what a role would open, and waits for the page that says it or what is missing. */
export async function preview(page: Page): Promise<void> {
  await page.getByRole("button", { name: "See what it would open" }).click();
  await expect(page.getByRole("region", { name: "What this would do" })).toBeVisible();
}

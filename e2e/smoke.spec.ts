import { expect, test } from "@playwright/test";

test("somebody who is not signed in meets the sign-in page", async ({ page }) => {
  const response = await page.goto("/sign-in");
  expect(response?.status()).toBe(200);
  await expect(page).toHaveTitle(/Sign in/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

import { expect, test } from "@playwright/test";

test("somebody who is not signed in meets the sign-in page", async ({ page }) => {
  const response = await page.goto("/sign-in");
  expect(response?.status()).toBe(200);
  await expect(page).toHaveTitle(/Sign in/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("the icon is there also by the name that browsers ask for by themselves", async ({ page }) => {
  const icon = await page.request.get("/favicon.ico");
  expect(icon.status()).toBe(200);
  expect(icon.headers()["content-type"]).toContain("image/svg+xml");
});

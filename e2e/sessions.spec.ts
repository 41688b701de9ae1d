import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { demoWorld } from "@/lib/testing/world";
import { portalAddress, signInAs } from "./fixtures";

/** People of the demo world whose sessions no other test ends. */
const [first = "", second = "", third = "", victim = ""] = (demoWorld().users ?? [])
  .filter(({ deactivated }) => deactivated !== true)
  .map(({ email }) => email)
  .slice(-12, -8);

test("my sessions marks this browser and ends another at its very next request", async ({ page, browser }) => {
  const other = await (await browser.newContext({ baseURL: portalAddress() })).newPage();
  const device = `A telephone ${randomUUID()}`;
  await signInAs(other, first, device);
  await signInAs(page, first);
  await page.goto("/account/sessions");
  await expect(page.getByRole("row").filter({ hasText: "This one" })).toHaveCount(1);
  const row = page.getByRole("row").filter({ hasText: device });
  await expect(row).not.toContainText("This one");
  await row.getByRole("button").click();
  await expect(row).toHaveCount(0);
  await other.goto("/dashboard");
  await expect(other).toHaveURL(/\/sign-in$/);
  await other.context().close();
});

test("ending all other sessions keeps this one", async ({ page, browser }) => {
  const others = await Promise.all(
    [1, 2].map(async () => (await browser.newContext({ baseURL: portalAddress() })).newPage()),
  );
  for (const other of others) await signInAs(other, second);
  await signInAs(page, second);
  await page.goto("/account/sessions");
  await page.getByRole("button", { name: "End all other sessions" }).click();
  await expect(page.getByRole("row").filter({ has: page.getByRole("button") })).toHaveCount(1);
  for (const other of others) {
    await other.goto("/dashboard");
    await expect(other).toHaveURL(/\/sign-in/);
    await other.context().close();
  }
  await page.goto("/dashboard");
  await expect(page).toHaveURL(/\/dashboard$/);
});

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("another person's session cannot be ended by sending its id", async ({ page, browser }) => {
    const theirs = await (await browser.newContext({ baseURL: portalAddress(), javaScriptEnabled: true })).newPage();
    await signInAs(theirs, victim);
    await theirs.goto("/account/sessions");
    const sessionId = await theirs.locator('input[name="sessionId"]').first().inputValue();
    await signInAs(page, third);
    await page.goto("/account/sessions");
    await page
      .locator('input[name="sessionId"]')
      .first()
      .evaluate((input, id) => input.setAttribute("value", id), sessionId);
    await page.getByRole("main").getByRole("button").first().click();
    await expect(page.getByRole("alert").filter({ hasText: "nothing here that you can see" })).toBeVisible();
    await theirs.goto("/account/sessions");
    await expect(theirs).toHaveURL(/\/account\/sessions$/);
    await theirs.context().close();
  });
});

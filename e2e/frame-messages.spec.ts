import { expect, test } from "@playwright/test";
import { portalAddress, signInAs } from "./fixtures";
import { accountMenu, navigation } from "./frame-page";

const areaAdmin = "nasreen.malik@remit.example";

test("a part that fails leaves the frame standing, with another try and the way home", async ({ page }) => {
  await signInAs(page, areaAdmin);
  await page.goto("/design/frame?state=part");
  await expect(page.getByRole("heading", { level: 1, name: "Something went wrong" })).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText("on purpose");
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  await expect(accountMenu(page)).toBeVisible();
  await page.getByRole("link", { name: "Go to your dashboard" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Dashboard" })).toBeVisible();
});

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  for (const [path, status, title] of [
    ["/no-such-page", 404, "Page not found"],
    ["/places/no-such-noun/at/all", 404, "Page not found"],
    ["/places/partners/no-such-partner", 404, "Page not found"],
    ["/audit", 403, "No access"],
    ["/design/frame?state=fault", 500, "Something went wrong"],
  ] as const) {
    test(`${path} answers ${status} inside the frame, in words`, async ({ page }) => {
      await signInAs(page, areaAdmin);
      expect((await page.goto(path))?.status()).toBe(status);
      await expect(page.getByRole("main").getByRole("heading", { level: 1, name: title })).toBeVisible();
      await expect(accountMenu(page)).toBeVisible();
      await navigation(page).getByRole("link", { name: "Partners" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Partners" })).toBeVisible();
    });
  }

  test("a page that fails says nothing of the fault but its reference, and tries again", async ({ page }) => {
    await signInAs(page, areaAdmin);
    const response = await page.goto("/design/frame?state=fault");
    await expect(page.getByRole("main")).toContainText(response?.headers()["x-request-id"] ?? "no reference");
    expect(await response?.text()).not.toContain("on purpose");
    const again = page.getByRole("link", { name: "Try again" });
    await expect(again).toHaveAttribute("href", "/design/frame?state=fault");
  });

  test("a stranger meets no frame at an unknown address, only the way in", async ({ page }) => {
    expect((await page.goto("/no-such-page"))?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1, name: "Page not found" })).toBeVisible();
    await expect(page.getByRole("navigation")).toHaveCount(0);
    await expect(page.getByRole("link")).toHaveText(["Sign in"]);
  });

  test("a toast is there, and closing it leads to the same page without it", async ({ page }) => {
    await signInAs(page, areaAdmin);
    await page.goto("/design/frame?notice=done&state=done");
    const toast = page.getByRole("region", { name: "Notice" });
    await expect(toast).toContainText("Something was done.");
    await toast.getByRole("link", { name: "Close" }).click();
    await expect(page).toHaveURL(/\/design\/frame\?state=done$/);
    await expect(toast).toHaveCount(0);
  });
});

test.describe("a toast", () => {
  test.beforeEach(async ({ page }) => {
    await page.clock.install();
    await signInAs(page, areaAdmin);
  });

  test("is read out once, leaves the address alone, and neither a reload nor the way back says it again", async ({
    page,
  }) => {
    await page.goto("/design/frame?notice=done&state=done");
    const toast = page.getByRole("region", { name: "Notice" });
    await expect(page.getByRole("status").filter({ hasText: "Something was done." })).toHaveCount(1);
    await expect(page).toHaveURL(/\/design\/frame\?state=done$/);
    await expect(toast).toBeVisible();
    await navigation(page).getByRole("link", { name: "Partners" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Partners" })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1, name: "States of the frame" })).toBeVisible();
    await expect(toast).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole("heading", { level: 1, name: "States of the frame" })).toBeVisible();
    await expect(toast).toHaveCount(0);
  });

  test("goes by itself, but not while it is pointed at or holds the focus", async ({ page }) => {
    await page.goto("/design/frame?notice=done");
    const toast = page.getByRole("region", { name: "Notice" });
    await expect(page).toHaveURL(/\/design\/frame$/);
    await toast.hover();
    await page.clock.runFor(60_000);
    await expect(toast).toBeVisible();
    await toast.getByRole("link", { name: "Close" }).focus();
    await page.mouse.move(0, 0);
    await page.clock.runFor(60_000);
    await expect(toast).toBeVisible();
    await page.getByRole("main").focus();
    await page.clock.runFor(9_000);
    await expect(toast).toHaveCount(0);
    await expect(page.getByRole("status").filter({ hasText: "Something was done." })).toHaveCount(0);
  });

  test("that can be undone stays longer, and closes on Escape onto the page", async ({ page }) => {
    await page.goto("/design/frame?notice=undo");
    const toast = page.getByRole("region", { name: "Notice" });
    await expect(page).toHaveURL(/\/design\/frame$/);
    await page.clock.runFor(15_000);
    const undo = toast.getByRole("button", { name: "Undo" });
    await expect(undo).toBeVisible();
    await undo.press("Escape");
    await expect(toast).toHaveCount(0);
    await expect(page.getByRole("main")).toBeFocused();
  });
});

test("an unknown endpoint for other systems is not answered by a page of the portal", async () => {
  const answer = await fetch(new URL("/access/v1/anything", portalAddress()), { method: "POST", body: "{}" });
  expect(answer.status).toBe(404);
});

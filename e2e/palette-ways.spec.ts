import { expect, test } from "@playwright/test";
import { expectNoOverflow, faults, useTheme } from "./faults";
import { signInAs } from "./fixtures";
import { box, openAsAreaAdmin, opener, palette } from "./palette-page";

test("every page and action that it offers opens, and it changes the theme", async ({ page }) => {
  test.setTimeout(120_000);
  for (const person of ["ruth.adeyemi", "patience.okoro", "yusuf.karim"]) {
    await signInAs(page, `${person}@remit.example`);
    const { groups } = await (await page.request.get("/api/palette?q=")).json();
    for (const { href } of groups.flatMap(({ entries }: { entries: { href: string }[] }) => entries)) {
      expect((await page.request.get(href)).status(), `${person} ${href}`).toBe(200);
    }
  }
  await openAsAreaAdmin(page);
  await page.keyboard.press("Control+K");
  await box(page).fill("dark");
  await palette(page).getByRole("option", { name: "Use the dark theme" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(palette(page)).toBeHidden();
});

test("open in a narrow window it has no fault in either theme, and a press beside it closes it", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openAsAreaAdmin(page);
  for (const colorScheme of ["light", "dark"] as const) {
    await useTheme(page, colorScheme);
    await opener(page).click();
    await box(page).fill("a");
    await expect(palette(page).getByRole("option", { name: "All partners with “a”" })).toBeAttached();
    expect(await faults(page, { within: "#palette" })).toEqual([]);
    await expectNoOverflow(page);
    await page.mouse.click(160, 636);
    await expect(palette(page)).toBeHidden();
  }
});

test.describe("on a Mac", () => {
  test.use({ userAgent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)" });

  test("⌘K opens it and Ctrl K stays the text box's own", async ({ page }) => {
    await openAsAreaAdmin(page);
    await expect(page.getByRole("banner").getByText("⌘K")).toBeVisible();
    await page.keyboard.press("Control+K");
    await expect(palette(page)).toBeHidden();
    await page.keyboard.press("Meta+K");
    await expect(box(page)).toBeFocused();
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the button leads to a page that finds the same and leads on", async ({ page }) => {
    await signInAs(page, "nasreen.malik@remit.example");
    await page.goto("/account/sessions");
    await opener(page).click();
    await expect(page.getByRole("heading", { level: 2, name: "Actions" })).toBeVisible();
    await page.getByRole("searchbox").fill("a");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("link", { name: "All partners with “a”" })).toBeVisible();
    await page.getByRole("searchbox").fill("ruth adeyemi");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByText("Nothing matches “ruth adeyemi”")).toBeVisible();
    await page.getByRole("searchbox").fill("kwame");
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("link", { name: "Kwame Mensah" }).click();
    await expect(page).toHaveURL(/\/people\/kwame\.mensah(?:@|%40)remit\.example$/);
  });
});

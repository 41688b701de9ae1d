import { expect, type Page, test } from "@playwright/test";
import { signInAs, untilScriptsRun } from "./fixtures";
import { accountMenu } from "./frame-page";

const areaAdmin = "nasreen.malik@remit.example";
const partnerAdmin = "joyce.appiah@remit.example";

test("the theme changes at once and everywhere, is kept, and can be left to the system again", async ({ page }) => {
  await signInAs(page, areaAdmin);
  await page.goto("/dashboard");
  await untilScriptsRun(page);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await look(page);
  await page.emulateMedia({ colorScheme: "light" });
  const light = await look(page);
  expect([dark.bars, light.bars]).toEqual([dark.canvas, light.canvas]);
  expect(dark.canvas).not.toBe(light.canvas);
  await choose(page, "Dark");
  await expect.poll(() => look(page)).toEqual(dark);
  await page.reload();
  expect(await look(page)).toEqual(dark);
  await page.context().clearCookies({ name: /session-token/ });
  await page.goto("/sign-in");
  expect(await look(page)).toEqual(dark);
  await signInAs(page, areaAdmin);
  await page.goto("/dashboard");
  await untilScriptsRun(page);
  await choose(page, "System");
  await expect.poll(() => look(page)).toEqual(light);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await look(page)).toEqual(dark);
  await choose(page, "Light");
  await expect.poll(() => look(page)).toEqual(light);
});

/** Chooses a theme and waits until it is kept. */
async function choose(page: Page, name: string): Promise<void> {
  await accountMenu(page).click();
  const button = page.getByRole("button", { name, exact: true });
  const kept = page.waitForResponse((response) => response.request().method() === "POST");
  await button.click();
  await kept;
  await expect(button).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("group", { name: "Theme" }).locator("[aria-pressed=true]")).toHaveCount(1);
  await page.keyboard.press("Escape");
}

/** The page's colours, and the one that it gives to the browser's own bars. */
async function look(page: Page): Promise<{ canvas: string; ink: string; bars: string }> {
  return page.evaluate(() => {
    const { backgroundColor: canvas, color: ink } = getComputedStyle(document.body);
    const meant = [...document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")].find(
      ({ media }) => media === "" || window.matchMedia(media).matches,
    );
    const probe = document.createElement("i");
    probe.style.color = meant?.content ?? "";
    document.body.append(probe);
    const bars = getComputedStyle(probe).color;
    probe.remove();
    return { canvas, ink, bars };
  });
}

test("without a connection a theme that cannot be kept is not pretended, and a notice says so until it is back", async ({
  page,
  context,
}) => {
  await signInAs(page, areaAdmin);
  await page.goto("/dashboard");
  await untilScriptsRun(page);
  const before = await look(page);
  const notice = page.getByRole("status").filter({ hasText: "You are offline" });
  await expect(notice).toHaveCount(0);
  await context.setOffline(true);
  await expect(notice).toBeInViewport();
  await accountMenu(page).click();
  await page.getByRole("button", { name: "Dark", exact: true }).click();
  await expect(page.getByRole("button", { name: "System", exact: true })).toHaveAttribute("aria-pressed", "true");
  expect(await look(page)).toEqual(before);
  await expect(page.getByRole("heading", { level: 1, name: "Dashboard" })).toBeVisible();
  await context.setOffline(false);
  await expect(notice).toHaveCount(0);
});

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the theme is kept and leads back to the very page, which can be loaded again", async ({ page }) => {
    await signInAs(page, partnerAdmin);
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto("/places/partners?q=garden");
    await accountMenu(page).click();
    await page.getByRole("button", { name: "Dark", exact: true }).click();
    await expect(page).toHaveURL(/\/places\/partners\?q=garden$/);
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    const again = await page.reload();
    expect(again?.request().method()).toBe("GET");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await accountMenu(page).click();
    await page.getByRole("button", { name: "System", exact: true }).click();
    await expect(page.locator("html")).not.toHaveAttribute("data-theme");
  });
});

import { expect, type Page, test } from "@playwright/test";
import { expectNoOverflow, faults, useTheme } from "./faults";
import { signInAs, untilScriptsRun } from "./fixtures";
import { accountMenu, navigation } from "./frame-page";

const root = "ruth.adeyemi@remit.example";
const areaAdmin = "nasreen.malik@remit.example";
const partnerAdmin = "joyce.appiah@remit.example";
const noRole = "yusuf.karim@remit.example";

/** Some narrow window, as of a telephone. */
const narrow = { width: 390, height: 800 };

for (const [person, ways] of [
  [root, ["Dashboard", "Partners", "Neighbourhoods", "People", "Mail", "Audit"]],
  [areaAdmin, ["Dashboard", "Partners", "Neighbourhoods", "People"]],
  [partnerAdmin, ["Dashboard", "Partners"]],
  [noRole, ["Dashboard"]],
] as const) {
  test(`the navigation of ${person} holds exactly what lies within their remit`, async ({ page }) => {
    await signInAs(page, person);
    await page.goto("/dashboard");
    const links = navigation(page).getByRole("listitem").getByRole("link");
    await expect(links).toHaveText(ways);
    for (const href of await links.evaluateAll(hrefsOf)) {
      expect((await page.request.get(href)).status(), href).toBe(200);
    }
  });
}

function hrefsOf(links: Element[]): string[] {
  return links.map((link) => link.getAttribute("href") ?? "");
}

test("the navigation marks the page one is at, and follows to the next without loading it anew", async ({ page }) => {
  await signInAs(page, root);
  await page.goto("/dashboard");
  await untilScriptsRun(page);
  const loads: string[] = [];
  page.on("load", () => loads.push(page.url()));
  await expect(current(page)).toHaveText("Dashboard");
  await navigation(page).getByRole("link", { name: "Partners" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Partners" })).toBeVisible();
  await expect(current(page)).toHaveText("Partners");
  await expect(page.getByRole("main")).toBeFocused();
  expect(loads).toEqual([]);
});

function current(page: Page, means = "page") {
  return navigation(page).locator(`[aria-current=${means}]`);
}

test("the first stop of the keyboard leads past the frame", async ({ page }) => {
  await signInAs(page, root);
  await page.goto("/audit");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("with the keyboard alone the account menu opens, is walked through, closes on Escape and leads on", async ({
  page,
}) => {
  await signInAs(page, partnerAdmin);
  await page.goto("/dashboard");
  await untilScriptsRun(page);
  await accountMenu(page).focus();
  await page.keyboard.press("Enter");
  const stops = ["System", "Light", "Dark", "My access", "My sessions", "Sign out"];
  for (const name of stops) {
    await page.keyboard.press("Tab");
    await expect(page.locator(":focus")).toHaveText(name);
  }
  await page.keyboard.press("Escape");
  await expect(accountMenu(page)).toBeFocused();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeHidden();
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "My sessions" }).press("Enter");
  await expect(page).toHaveURL(/\/account\/sessions$/);
});

test.describe("in a narrow window", () => {
  test.use({ viewport: narrow, hasTouch: true });

  test("with the keyboard alone the drawer opens, keeps the focus, and gives it back on Escape", async ({ page }) => {
    await signInAs(page, root);
    await page.goto("/audit");
    await untilScriptsRun(page);
    await expect(navigation(page)).toBeHidden();
    const opener = page.getByRole("button", { name: "Open the navigation" });
    await opener.press("Enter");
    await expect(page.getByRole("button", { name: "Close the navigation" })).toBeFocused();
    await expect(current(page)).toHaveText("Audit");
    // More stops than the drawer has; what lies under it is none of them.
    for (let stop = 0; stop < 12; stop++) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(focusIsUnderneath)).toBe(false);
    }
    await page.getByRole("button", { name: "Close the navigation" }).press("Escape");
    await expect(navigation(page)).toBeHidden();
    await expect(opener).toBeFocused();
    await opener.press("Enter");
    await navigation(page).getByRole("link", { name: "Partners" }).press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Partners" })).toBeVisible();
    await expect(navigation(page)).toBeHidden();
    await expect(page.getByRole("main")).toBeFocused();
  });

  test("by touch the drawer that there is under 768 px opens, closes on a tap beside it and on its cross, and closes with the way it leads", async ({
    page,
  }) => {
    await signInAs(page, root);
    await page.goto("/dashboard");
    await untilScriptsRun(page);
    const opener = page.getByRole("button", { name: "Open the navigation" });
    // From 768 px on it stands at the side; one pixel less, and it is a drawer.
    await page.setViewportSize({ ...narrow, width: 768 });
    await expect(navigation(page)).toBeInViewport();
    await expect(opener).toBeHidden();
    await page.setViewportSize({ ...narrow, width: 767 });
    await expect(navigation(page)).toBeHidden();
    await page.setViewportSize(narrow);
    for (const close of [
      () => page.touchscreen.tap(narrow.width - 20, narrow.height / 2),
      () => page.getByRole("button", { name: "Close the navigation" }).tap(),
    ]) {
      await opener.tap();
      await expect(navigation(page)).toBeInViewport();
      await close();
      await expect(navigation(page)).toBeHidden();
    }
    await opener.tap();
    await navigation(page).getByRole("link", { name: "Audit" }).tap();
    await expect(page).toHaveURL(/\/audit$/);
    await expect(navigation(page)).toBeHidden();
    // And nothing under it stays out of reach.
    await page.getByRole("main").getByRole("link").first().focus();
    await expect(page.getByRole("main").getByRole("link").first()).toBeFocused();
  });

  test("the open drawer and the open account menu have no fault in either theme", async ({ page }) => {
    await signInAs(page, root);
    await page.goto("/account/sessions");
    await untilScriptsRun(page);
    for (const colorScheme of ["light", "dark"] as const) {
      await useTheme(page, colorScheme);
      await page.getByRole("button", { name: "Open the navigation" }).press("Enter");
      await expect(navigation(page)).toBeInViewport();
      expect(await faults(page, { within: "nav[popover]" })).toEqual([]);
      await page.getByRole("button", { name: "Close the navigation" }).press("Escape");
      await accountMenu(page).press("Enter");
      await expect(page.getByRole("button", { name: "Sign out", exact: true })).toBeVisible();
      expect(await faults(page, { within: "header" })).toEqual([]);
      await accountMenu(page).press("Escape");
    }
  });

  test("the bar shows the nearest step back alone, cut where it is too long", async ({ page }) => {
    await signInAs(page, root);
    await page.goto("/design/frame");
    const steps = page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link");
    await expect(steps).toHaveText(/^A step whose name/);
    await expectNoOverflow(page);
  });
});

/** In what lies under the drawer, rather than in it or in the browser's own bars. */
function focusIsUnderneath(): boolean {
  return document.activeElement?.closest("main, header, a[href='#main']") instanceof Element;
}

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page one is at is marked in what the server sends, and what lies above a record too", async ({ page }) => {
    await signInAs(page, partnerAdmin);
    await page.goto("/places/partners");
    await expect(current(page)).toHaveText("Partners");
    await page.goto("/places/partners/birley-fields-garden");
    await expect(current(page)).toHaveCount(0);
    await expect(current(page, "true")).toHaveText("Partners");
    await page.goto("/account/sessions");
    await expect(navigation(page).locator("[aria-current]")).toHaveCount(0);
  });

  test("the drawer opens, closes on Escape, and leads on", async ({ page }) => {
    await page.setViewportSize(narrow);
    await signInAs(page, root);
    await page.goto("/dashboard");
    await expect(navigation(page)).toBeHidden();
    await page.getByRole("button", { name: "Open the navigation" }).click();
    await expect(navigation(page)).toBeInViewport();
    await page.keyboard.press("Escape");
    await expect(navigation(page)).toBeHidden();
    await page.getByRole("button", { name: "Open the navigation" }).click();
    await navigation(page).getByRole("link", { name: "Audit" }).click();
    await expect(page).toHaveURL(/\/audit$/);
    await expect(navigation(page)).toBeHidden();
  });
});

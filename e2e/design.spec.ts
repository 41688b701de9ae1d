import { expect, type Page, test } from "@playwright/test";
import { complaintsOf, expectNoFault, expectNoOverflow, faults, useTheme } from "./faults";
import { untilScriptsRun } from "./fixtures";

test.describe("the design page", () => {
  // Axe is slow on a busy machine; the time says nothing about the page.
  test.describe.configure({ timeout: 180_000 });

  test("every part in every state is without fault in both themes, wide and at 320 px, where nothing overflows", async ({
    page,
  }) => {
    const complaints = complaintsOf(page, ["error", "warning"]);
    await useTheme(page, "light");
    await open(page);
    // Only colours differ from one theme to the other; every other rule is asked once for each width.
    expect(await faults(page)).toEqual([]);
    await useTheme(page, "dark");
    expect(await faults(page, { rules: ["color-contrast"] })).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await faults(page)).toEqual([]);
    await expectNoOverflow(page);
    await useTheme(page, "light");
    expect(await faults(page, { rules: ["color-contrast"] })).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("a toast is shown where it is asked for, and is without fault in both themes", async ({ page }) => {
    await open(page);
    await page.getByRole("link", { name: "Say that something was done" }).click();
    await expect(page.getByRole("region", { name: "Notice" })).toContainText("Something was done.");
    await page.getByRole("region", { name: "Notice" }).hover();
    for (const scheme of ["light", "dark"] as const) {
      await useTheme(page, scheme);
      expect(await faults(page, { within: "[aria-label=Notice]" })).toEqual([]);
    }
  });

  test("what is opened over the page is without fault too", async ({ page }) => {
    await open(page);
    await page.getByRole("link", { name: "Hide from the public" }).click();
    await expect(page.getByRole("dialog", { name: "Hide Birley Fields Garden?" })).toBeVisible();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("link", { name: "Hide from the public" })).toBeFocused();
    await page.getByRole("link", { name: "All facts" }).click();
    await expect(page.getByRole("dialog", { name: "Birley Fields Garden" })).toBeVisible();
    await expectNoFault(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.keyboard.press("Escape");
    await page.getByRole("combobox", { name: "Place", exact: true }).click();
    await page.keyboard.type("man");
    await expect(page.getByRole("option", { name: "Manchester" }).first()).toBeVisible();
    // While its list is open, react-aria hides the rest of the page from screen readers; axe looks at what is left.
    expect(await faults(page, { within: "[role=combobox][aria-expanded=true], [role=listbox]" })).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByText("Ruth Adeyemi").click();
    await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
    expect(await faults(page)).toEqual([]);
  });

  test("with reduced motion nothing moves for longer than a blink", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page);
    await page.getByRole("link", { name: "All facts" }).click();
    const seconds = await page.evaluate(() =>
      [...document.querySelectorAll("*")].map((element) => {
        const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
        const durations = [...(animationName === "none" ? [] : [animationDuration]), transitionDuration];
        return Math.max(...durations.flatMap((text) => text.split(",").map((one) => Number.parseFloat(one))));
      }),
    );
    expect(Math.max(...seconds)).toBeLessThan(0.01);
  });
});

test("a combobox is worked by keyboard: type, move, choose, and begin again", async ({ page }) => {
  await open(page);
  const box = page.getByRole("combobox", { name: "Place", exact: true });
  await box.focus();
  await page.keyboard.type("hul");
  await expect(page.getByRole("listbox").getByRole("option")).toHaveText(["Hulmein Manchester"]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Chosen: Hulme")).toBeVisible();
  await expect(box).toHaveValue("");
  await expect(box).toBeFocused();
  await page.keyboard.type("nowhere");
  await expect(page.getByText("No place of this name.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toHaveCount(0);
});

test("a tree is worked by keyboard: open, go in, jump by a letter, follow", async ({ page }) => {
  await open(page);
  const tree = page.getByRole("tree", { name: "Neighbourhoods" });
  await expect(tree.getByRole("treeitem", { name: "Trafford" })).toBeVisible();
  await page.getByRole("combobox", { name: "Address place" }).focus();
  await page.keyboard.press("Tab");
  await expect(tree.getByRole("treeitem", { name: "Greater Manchester" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(tree.getByRole("treeitem", { name: "Hulme" })).toHaveCount(0);
  await page.keyboard.press("ArrowRight");
  await expect(tree.getByRole("treeitem", { name: "Hulme" })).toBeVisible();
  await page.keyboard.press("a");
  await expect(tree.getByRole("treeitem", { name: "Ardwick" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/place=Ardwick$/);
});

test("a menu opens and moves by arrow keys, and closes on Escape, outside and on a choice", async ({ page }) => {
  await open(page);
  const button = page.locator("summary", { hasText: "Ruth Adeyemi" });
  const choice = page.getByRole("button", { name: "Sign out" });
  await button.focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("link", { name: "My sessions" })).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(choice).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(choice).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(choice).toBeVisible();
  await page.getByRole("heading", { level: 1 }).click();
  await expect(choice).toBeHidden();
  await button.click();
  await choice.click();
  await expect(choice).toBeHidden();
});

for (const { link, title, first } of [
  { link: "Hide from the public", title: "Hide Birley Fields Garden?", first: "Reason" },
  { link: "All facts", title: "Birley Fields Garden", first: "A button inside" },
]) {
  test(`"${link}" keeps the focus inside, closes on Escape and beside it, and gives the focus back`, async ({
    page,
  }) => {
    await open(page);
    const opener = page.getByRole("link", { name: link });
    const modal = page.getByRole("dialog", { name: title });
    await opener.focus();
    await page.keyboard.press("Enter");
    await expect(modal.getByRole(first === "Reason" ? "textbox" : "button", { name: first })).toBeFocused();
    await page.keyboard.press("Shift+Tab");
    expect(await modal.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await page.keyboard.press("Escape");
    await expect(modal).toHaveCount(0);
    await expect(opener).toBeFocused();
    await opener.click();
    await expect(modal).toBeVisible();
    await page.mouse.click(4, 4);
    await expect(modal).toHaveCount(0);
    await expect(opener).toBeFocused();
    await expect(page).toHaveURL(/\/design$/);
  });
}

test("tabs are links, and the open one says so", async ({ page }) => {
  await open(page);
  const tabs = page.getByRole("navigation", { name: "Birley Fields Garden" });
  await expect(tabs.getByRole("link", { name: "Details" })).toHaveAttribute("aria-current", "page");
  await expect(tabs.getByRole("link", { name: /People with access/ })).not.toHaveAttribute("aria-current");
});

test("a heading that sorts is a link, and says how it is sorted", async ({ page }) => {
  await open(page);
  await expect(page.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "ascending");
  await expect(page.getByRole("columnheader", { name: "Events" })).not.toHaveAttribute("aria-sort");
  await expect(page.getByRole("columnheader", { name: "Events" }).getByRole("link")).toBeVisible();
});

test("chips and charts work without scripts", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("/design");
  const chip = page.getByRole("checkbox", { name: "Wheelchair access" });
  await page.getByText("Wheelchair access").click();
  await expect(chip).toBeChecked();
  await page.getByText("Figures of Partners by area").click();
  await expect(page.getByRole("row", { name: "Moss Side 21" })).toBeVisible();
  await page.getByRole("link", { name: "Hide from the public" }).click();
  await expect(page).toHaveURL(/\/design\/empty$/);
  await context.close();
});

async function open(page: Page): Promise<void> {
  await page.goto("/design");
  await untilScriptsRun(page);
  // The heavy part is taken over after the rest of the page.
  await page.waitForFunction(() =>
    ["[role=combobox]", "[role=tree]"].every((part) =>
      Object.keys(document.querySelector(part) ?? {}).some((key) => key.startsWith("__react")),
    ),
  );
}

import { expect, type Page, test } from "@playwright/test";
import { demoCode } from "@/lib/testing/demo/places";
import { addPlaceForTest } from "@/lib/testing/places";
import { signInAs } from "./fixtures";
import { editors, openAs } from "./partner-form-page";

const address = "/places/neighbourhoods";

function item(page: Page, name: string | RegExp) {
  return page.getByRole("treeitem", { name });
}

/** The arrow of a branch, which is a link in an item of the tree, or alone without scripts. */
function arrow(page: Page, words: string) {
  return page.locator("[data-tree-toggle]", { hasText: words });
}

test("root opens the tree in place, and a reload, a link and the way back show it as it was left", async ({ page }) => {
  await openAs(page, editors.root, `${address}?open=`);
  await expect(item(page, /^England, country, \d+ partners$/)).toHaveAttribute("aria-expanded", "false");
  await arrow(page, "Open Scotland").click();
  await expect(item(page, /^Glasgow City/)).toBeVisible();
  await expect(item(page, /^Govan/)).toHaveCount(0);
  await arrow(page, "Open Glasgow City").click();
  await expect(item(page, /^Govan, ward/)).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "Glasgow City holds" })).toHaveCount(1);
  await expect(page).toHaveURL(`${address}?open=${demoCode("glasgow-city")}`);
  await page.reload();
  await item(page, /^Govan/)
    .getByRole("link", { name: "Govan" })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Govan" })).toBeVisible();
  await page.goBack();
  await expect(item(page, /^Govan/)).toBeVisible();
  await arrow(page, "Close Scotland").click();
  await expect(item(page, /^Glasgow City/)).toHaveCount(0);
  await expect(page).toHaveURL(`${address}?open=`);
});

test("with the keyboard alone one opens, moves, jumps by letters, closes and follows", async ({ page }) => {
  await openAs(page, editors.root, `${address}?open=`);
  await page.getByRole("search").getByRole("button", { name: "Search" }).focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("treeitem").first()).toBeFocused();
  await page.keyboard.press("s");
  await expect(item(page, /^Scotland/)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(item(page, /^Glasgow City/)).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(item(page, /^Glasgow City/)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Glasgow City" })).toBeVisible();
  await page.goBack();
  await item(page, /^Glasgow City/).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(item(page, /^Scotland/)).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(item(page, /^Glasgow City/)).toHaveCount(0);
  await page.keyboard.press("Home");
  await expect(page.getByRole("treeitem").first()).toBeFocused();
});

test("a branch that cannot be brought says so, and is brought when asked for again", async ({ page }) => {
  await openAs(page, editors.root, `${address}?open=`);
  await page.route("**/api/neighbourhoods/children*", (route) => route.abort());
  await arrow(page, "Open Wales").click();
  await expect(item(page, /^Wales/)).toContainText("could not be loaded");
  await page.unroute("**/api/neighbourhoods/children*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(item(page, /^Cardiff/)).toBeVisible();
  await expect(page.getByText("could not be loaded")).toHaveCount(0);
});

test("an area admin finds their own area open, and its count leads to exactly those partners", async ({ page }) => {
  // In an area where no test makes partners.
  await openAs(page, "nasreen.malik@remit.example", address);
  await expect(item(page, /^Manchester, /)).toHaveAttribute("aria-expanded", "true");
  await expect(page.getByRole("link", { name: "New neighbourhood" })).toHaveCount(0);
  await item(page, /^Hulme, .*your area$/)
    .getByRole("link", { name: "Hulme" })
    .click();
  const partners = page.getByRole("region", { name: "Partners" });
  await expect(page.getByRole("link", { name: "Edit" })).toHaveCount(0);
  await page.getByText("Why can I see this?").click();
  await expect(page.locator("#why")).toContainText("area admins see every neighbourhood");
  const [count = ""] = /\d+/.exec((await partners.textContent()) ?? "") ?? [];
  await partners.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: "Partners" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("status").first()).toHaveText(new RegExp(`^${count} `));
});

test("who looks after a place is named as far as one may see them, and leads to their page", async ({ page }) => {
  await openAs(page, editors.root, `${address}/${demoCode("govan")}/admins`);
  const row = page.getByRole("row", { name: /Fiona/ });
  await expect(row).toContainText("Glasgow City");
  await expect(row.getByRole("link")).toHaveAttribute("href", /^\/people\//);
  await openAs(page, editors.partnershipAdmin, `${address}/${demoCode("govan")}/admins`);
  await expect(page.getByRole("row", { name: /Fiona/ })).toHaveCount(0);
  await expect(page.getByRole("main")).toContainText(/outside your remit: .*neighbourhood admin/);
});

test("whoever looks after partners alone meets no tree, and a place of it looks like none", async ({ page }) => {
  await openAs(page, "joyce.appiah@remit.example", "/places/partners");
  await expect(
    page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Neighbourhoods" }),
  ).toHaveCount(0);
  expect((await page.goto(address))?.status()).toBe(403);
  await expect(page.locator("[data-reason]")).toContainText("root");
  expect((await page.goto(`${address}/${demoCode("hulme")}`))?.status()).toBe(404);
  const seen = await page.getByRole("main").textContent();
  expect((await page.goto(`${address}/no-such-place`))?.status()).toBe(404);
  expect(await page.getByRole("main").textContent()).toBe(seen);
});

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("arrows are links that open and close, and a search leads to a place's page", async ({ page }) => {
    const land = await addPlaceForTest("Land", "country");
    const town = await addPlaceForTest("Town", "district", land);
    await signInAs(page, editors.root);
    await page.goto(`${address}?open=`);
    await arrow(page, `Open ${land.name}`).click();
    await expect(page.getByRole("link", { name: town.name, exact: true })).toBeVisible();
    await arrow(page, `Close ${land.name}`).click();
    await expect(page.getByRole("link", { name: town.name, exact: true })).toHaveCount(0);
    await page.getByRole("searchbox", { name: "Find a place" }).fill(town.code);
    await page.getByRole("search").getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("main").getByRole("heading", { level: 2 })).toHaveText(`1 place for “${town.code}”`);
    await page.getByRole("link", { name: town.name }).click();
    await expect(page.getByRole("heading", { level: 1, name: town.name })).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Breadcrumb" })).toContainText(land.name);
    await page.goto(`${address}?q=no+such+place+anywhere`);
    await expect(page.getByText("No place has this name or code.")).toBeVisible();
  });
});

import { expect, test } from "@playwright/test";
import { demoEmail } from "@/lib/testing/demo/people";
import { demoPartner, demoPartners, partnersOf, pathOf } from "./demo-partners";
import { signInAs, untilScriptsRun } from "./fixtures";
import { people } from "./partner-list-page";

const garden = demoPartner("birley-fields-garden");
const record = "/places/partners/birley-fields-garden";

test("a record shows what the partner is, its places as paths, its hours and whom to turn to", async ({ page }) => {
  await signInAs(page, people.partnerAdmin);
  await page.goto("/dashboard");
  await page.getByRole("main").getByRole("link", { name: garden.name }).click();
  await expect(page.getByRole("heading", { level: 1, name: garden.name })).toBeVisible();
  await expect(page).toHaveTitle(`${garden.name} · Remit`);
  await expect(page.getByText(garden.summary ?? "")).toBeVisible();
  expect(pathOf(garden.address?.neighbourhood)).toMatch(/^Hulme › Manchester › .*England$/);
  await expect(page.getByText(pathOf(garden.address?.neighbourhood))).toBeVisible();
  await expect(page.getByRole("row", { name: "Saturday 09:30–12:00, 13:00–16:00" })).toBeVisible();
  await expect(page.getByText("Danny Fogarty, Joyce Appiah")).toBeVisible();
  await expect(page.getByText(/^Last changed/)).toBeVisible();
  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "Partners" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Partners" })).toBeVisible();
});

test("names of partnerships are for those who may read them, the others are counted", async ({ page }) => {
  const tags = page.getByRole("definition").filter({ hasText: "Step-free access" });
  for (const [person, shown] of [
    [people.partnerAdmin, ["Age Friendly", "Green Neighbours"]],
    [people.partnershipAdmin, ["Age Friendly", "1 other partnership"]],
    [people.areaAdmin, ["2 other partnerships"]],
  ] as const) {
    await signInAs(page, person);
    await page.goto(record);
    for (const text of shown) await expect(tags).toContainText(text);
    if (person === people.areaAdmin) await expect(tags).not.toContainText("Age Friendly");
  }
});

test("one click says why one can see it and what one may do", async ({ page }) => {
  await signInAs(page, people.partnerAdmin);
  await page.goto(record);
  await page.getByText("Why can I see this?").click();
  const why = page.getByRole("group").filter({ hasText: "Why can I see this?" });
  await expect(why.getByText(`You administer ${garden.name}.`)).toBeVisible();
  await expect(why.getByRole("listitem").filter({ hasText: "Yes: Edit it" })).toBeVisible();
  const slug = why.getByRole("listitem").filter({ hasText: "No: Change its public address" });
  await expect(slug).toContainText("Who could: root");
});

test("the people behind a record are named as far as one may view them, and the rest is counted", async ({ page }) => {
  await signInAs(page, people.partnerAdmin);
  await page.goto(record);
  const tabs = page.getByRole("navigation", { name: `About ${garden.name}` });
  await tabs.getByRole("link", { name: "People with access" }).click();
  await expect(page).toHaveURL(`${record}/people`);
  await expect(tabs.getByRole("link", { name: "People with access" })).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("rowheader")).toHaveText([/^Danny Fogarty/, /^Joyce Appiah/]);
  await expect(page.getByText(/\d+ more people outside your remit: .*neighbourhood admins/)).toBeVisible();
  await signInAs(page, people.root);
  await page.reload();
  await expect(page.getByRole("rowheader").filter({ hasText: "Nasreen Malik" })).toBeVisible();
  await expect(page.getByText("outside your remit")).toHaveCount(0);
});

test("the history is a tab of the record, and an address of its own", async ({ page }) => {
  await signInAs(page, people.partnerAdmin);
  await page.goto(record);
  await page.getByRole("link", { name: "History" }).click();
  await expect(page).toHaveURL(`${record}/history`);
  await expect(page.getByRole("heading", { level: 1, name: garden.name })).toBeVisible();
  await expect(page.getByRole("link", { name: "History" })).toHaveAttribute("aria-current", "page");
});

test("the actions at the top are those that one may do, and deleting says why where one may not", async ({ page }) => {
  for (const [person, id, acts] of [
    [people.areaAdmin, "birley-fields-garden", ["Hide…", "Delete…"]],
    [people.partnershipAdmin, "birley-fields-garden", ["Hide…"]],
    [people.partnerAdmin, "birley-fields-garden", ["Delete…"]],
    [people.areaAdmin, "leaf-street-repair-cafe", ["Hide…"]],
    [people.areaAdmin, "alexandra-park-bowls", ["Show again", "Delete…"]],
    [demoEmail("amir.sadiq"), "alexandra-park-bowls", ["Delete…"]],
  ] as const) {
    await signInAs(page, person);
    await page.goto(`/places/partners/${id}`);
    await untilScriptsRun(page);
    await expect(page.getByRole("link", { name: "Edit", exact: true })).toBeVisible();
    await page.locator("summary", { hasText: "More" }).click();
    const menu = page.getByRole("group").filter({ hasText: "More" });
    await expect(menu.locator("a, button")).toHaveText([...acts]);
    const refused = acts.every((act) => act !== "Delete…");
    await expect(menu.getByText("Who could:")).toHaveCount(refused ? 1 : 0);
  }
});

test("a hidden partner says so, and why, to those who may edit it", async ({ page }) => {
  await signInAs(page, demoEmail("amir.sadiq"));
  await page.goto("/places/partners/alexandra-park-bowls");
  await expect(page.getByText("Hidden", { exact: true })).toBeVisible();
  await expect(page.getByText(/^Hidden from the public pages since/)).toBeVisible();
  await expect(page.getByText(demoPartner("alexandra-park-bowls").hidden?.reason ?? "")).toBeVisible();
});

test("with the keyboard alone one opens a record, its menu and its tabs, and reads why it is there", async ({
  page,
}) => {
  await signInAs(page, people.partnerAdmin);
  await page.goto(record);
  await untilScriptsRun(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Edit", exact: true })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("link", { name: "Delete…" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: `Delete ${garden.name}?` })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.locator("summary", { hasText: "More" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "People with access" })).toBeFocused();
  const why = page.locator("summary").filter({ hasText: "Why can I see this?" });
  await why.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(`You administer ${garden.name}.`)).toBeVisible();
});

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a partner out of reach and one that does not exist are the same 404, words and all", async ({ page }) => {
    await signInAs(page, people.partnerAdmin);
    const own = partnersOf(people.partnerAdmin).map(({ id }) => id);
    const outside = demoPartners.find(({ id }) => !own.includes(id))?.id ?? "";
    const pages: string[] = [];
    for (const id of [outside, "no-such-partner", "a%00b"]) {
      for (const end of ["", "/people", "/history", "/edit", "/hide", "/delete"]) {
        const path = `/places/partners/${id}${end}`;
        const response = await page.goto(path);
        expect(response?.status(), path).toBe(404);
        pages.push((await page.getByRole("main").textContent()) ?? "");
      }
    }
    expect(new Set(pages).size).toBe(1);
  });

  test("the menu opens, and its acts lead to pages of their own", async ({ page }) => {
    await signInAs(page, people.areaAdmin);
    await page.goto(record);
    await page.locator("summary", { hasText: "More" }).click();
    await page.getByRole("link", { name: "Hide…" }).click();
    await expect(page.getByRole("heading", { level: 1, name: `Hide ${garden.name}?` })).toBeVisible();
    await page.getByRole("link", { name: "Cancel" }).click();
    await page.locator("summary", { hasText: "More" }).click();
    await page.getByRole("link", { name: "Delete…" }).click();
    await expect(page.getByRole("heading", { level: 1, name: `Delete ${garden.name}?` })).toBeVisible();
    await expect(page.getByRole("button", { name: `Delete ${garden.name}` })).toBeVisible();
  });
});

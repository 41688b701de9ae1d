import { expect, type Page, test } from "@playwright/test";
import { demoEmail } from "@/lib/testing/demo/people";
import { addPersonForTest } from "@/lib/testing/people";
import { demoPartners, namesOf, partnersOf, withoutTests } from "./demo-partners";
import { count, display, openList, people, remit, rows } from "./partner-list-page";

async function allNames(page: Page): Promise<string[]> {
  const names = await rows(page).allInnerTexts();
  const next = page.getByRole("link", { name: "Next" });
  if ((await next.count()) === 0) return names;
  await next.click();
  await expect(rows(page).first()).not.toHaveText(names[0] ?? "");
  return [...names, ...(await allNames(page))];
}

test("root's list pages through every partner there is, each once, and back", async ({ page }) => {
  await openList(page, people.root);
  const names = await allNames(page);
  expect(new Set(names).size).toBe(names.length);
  expect(withoutTests(names).toSorted()).toEqual(namesOf(demoPartners).toSorted());
  await page.getByRole("link", { name: "Previous" }).click();
  // Other tests make partners meanwhile, so that only a full page with another behind it is certain.
  await expect(rows(page)).toHaveCount(50);
  await expect(page.getByRole("link", { name: "Next" })).toBeVisible();
});

for (const email of [people.areaAdmin, people.partnershipAdmin, people.partnerAdmin]) {
  test(`the list of ${email} holds exactly what the rules of the world file give, and its total says how many`, async ({
    page,
  }) => {
    const expected = namesOf(partnersOf(email));
    expect(expected.length).toBeGreaterThan(0);
    await openList(page, email);
    expect(await allNames(page)).toEqual(expected);
    await page.goto("/places/partners");
    const counted = expected.length === 1 ? "1 partner" : `${expected.length} partners`;
    await expect(count(page)).toHaveText(`${counted} in your remit`);
  });
}

test("headings sort, say how, and a change of order begins at the first page", async ({ page }) => {
  await openList(page, people.root);
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/page=/);
  const heading = page.getByRole("columnheader", { name: "Name" });
  await expect(heading).toHaveAttribute("aria-sort", "ascending");
  await heading.getByRole("link").click();
  await expect(page).toHaveURL("/places/partners?sort=-name");
  await expect(heading).toHaveAttribute("aria-sort", "descending");
  const names = withoutTests(await rows(page).allInnerTexts());
  const expected = namesOf(demoPartners).toReversed();
  expect(names).toEqual(expected.slice(0, names.length));
});

test("columns are chosen in a menu that stays open, and are part of the address", async ({ page }) => {
  await openList(page, people.areaAdmin);
  const headings = page.getByRole("columnheader");
  await expect(headings).toHaveText(["Name", "Places", "Tags", "State"]);
  await display(page).click();
  await page.getByRole("checkbox", { name: "Postcode" }).check();
  await expect(headings).toHaveText(["Name", "Places", "Postcode", "Tags", "State"]);
  await page.getByRole("checkbox", { name: "Tags" }).uncheck();
  await expect(headings).toHaveText(["Name", "Places", "Postcode", "State"]);
  await page.getByRole("combobox", { name: "Sort by" }).selectOption("Last changed first");
  await expect(page).toHaveURL(/sort=-changed&columns=places&columns=postcode&columns=state$/);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("checkbox", { name: "Postcode" })).toBeHidden();
  await page.reload();
  await expect(headings).toHaveText(["Name", "Places", "Postcode", "State"]);
});

test("whoever may make a partner somewhere is offered it, and nobody else", async ({ page }) => {
  for (const [person, offered] of [
    [people.root, 1],
    [people.areaAdmin, 1],
    [people.partnershipAdmin, 1],
    [people.partnerAdmin, 0],
    [people.noRole, 0],
    [demoEmail("marcus.bell"), 0],
  ] as const) {
    await openList(page, person);
    await expect(page.getByRole("heading", { level: 1, name: "Partners" })).toBeVisible();
    await expect(page.getByRole("link", { name: "New partner" })).toHaveCount(offered);
  }
});

test("an empty list says what would be here and offers the first step, and one without matches leads back to all", async ({
  page,
}) => {
  await openList(page, people.noRole);
  await expect(page.getByText("No partners within your remit")).toBeVisible();
  await expect(page.getByRole("searchbox")).toHaveCount(0);
  // A ward in which the world file has no partner, and no test makes one.
  const { email } = await addPersonForTest("Empty", { places: ["whitchurch-and-tongwynlais"] });
  await openList(page, email);
  await expect(page.getByText("No partners within your remit")).toBeVisible();
  // At the head of every list, and once more where this one would be.
  const first = page.getByRole("main").getByRole("link", { name: "New partner" });
  await expect(first).toHaveCount(2);
  await first.last().click();
  await expect(page.getByRole("heading", { level: 1, name: "New partner" })).toBeVisible();
  await openList(page, people.areaAdmin, "?q=zzzz");
  await expect(count(page)).toHaveText(`0 of ${remit.length} partners match`);
  await page.getByRole("link", { name: "Clear all filters" }).click();
  await expect(rows(page)).toHaveText(namesOf(remit));
});

test("a malformed address shows what it can", async ({ page }) => {
  await openList(page, people.areaAdmin);
  const first = await rows(page).allInnerTexts();
  await page.goto("/places/partners?page=%00nonsense&sort=upwards&state=maybe&columns=secret&place=%00");
  expect(await rows(page).allInnerTexts()).toEqual(first);
});

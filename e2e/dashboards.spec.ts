import { expect, type Page, test } from "@playwright/test";
import { demoEmail } from "@/lib/testing/demo/people";
import { demoCode } from "@/lib/testing/demo/places";
import { addAdminForTest, addPartnerForTest, readPartnerForTest } from "@/lib/testing/partners";
import { signInAs, untilScriptsRun } from "./fixtures";
import { chips, count, people, remit, select } from "./partner-list-page";

/** What waits, as links; each says its number first. */
function waiting(page: Page) {
  return page.getByRole("region", { name: "What needs you today" }).getByRole("link");
}

/** Every number of the page that leads to a list: of what waits, at a glance, and of the bars. */
async function numbersOf(page: Page): Promise<{ href: string; value: string }[]> {
  return page.getByRole("main").evaluate((main) =>
    [...main.querySelectorAll<HTMLAnchorElement>("a")]
      .filter((link) =>
        /^\/(?:(?:places\/partners|people)(?:$|\?)|(?:places\/neighbourhoods|mail)\?)/.test(
          link.getAttribute("href") ?? "",
        ),
      )
      .map((link) => {
        const own = /^[\d,]+/.exec(link.textContent ?? "")?.[0];
        const beside = /([\d,]+) partners?$/.exec(link.parentElement?.parentElement?.textContent ?? "")?.[1];
        return { href: link.getAttribute("href") ?? "", value: own ?? beside ?? "" };
      })
      .filter(({ value }) => value !== ""),
  );
}

/** Readings of one number before it counts as wrong. */
const MOST_READINGS = 8;

for (const [person, path, least] of [
  [people.root, "/dashboard/root", 6],
  [people.areaAdmin, "/dashboard/neighbourhood", 7],
  [people.partnershipAdmin, "/dashboard/partnership", 7],
  [demoEmail("rosa.delgado"), "/dashboard/partner", 3],
] as const) {
  test(`every number of ${path} is the total of the list that it leads to, for ${person}`, async ({ page }) => {
    await signInAs(page, person);
    await page.goto(path);
    const numbers = await numbersOf(page);
    expect(numbers.length).toBeGreaterThanOrEqual(least);
    for (const { href, value } of numbers) {
      if ((await totalOf(page, href)) !== value) await expectAgreement(page, path, href);
    }
  });
}

/** How many rows a list says that it has. */
async function totalOf(page: Page, href: string): Promise<string> {
  return /role="status"[^>]*>([\d,]+)/.exec(await (await page.request.get(href)).text())?.[1] ?? "no total";
}

/**
 * Reads one number and its list again, right after each other. Other tests make and hide partners and people meanwhile,
 * which root sees; none does so between two readings every time.
 */
async function expectAgreement(page: Page, path: string, href: string): Promise<void> {
  for (let left = MOST_READINGS; ; left--) {
    await page.goto(path);
    const number = (await numbersOf(page)).find((other) => other.href === href)?.value;
    const total = await totalOf(page, href);
    if (left > 1 && number !== total) continue;
    expect(number, href).toBe(total);
    return;
  }
}

/** Opens the list that a line leads to, and asks it one more thing; what the line asked stays until it is taken away. */
async function narrowDown(page: Page, ask: () => Promise<void>): Promise<void> {
  await signInAs(page, people.areaAdmin);
  await page.goto("/dashboard");
  const line = waiting(page).filter({ hasText: "without opening hours" });
  const number = /^\d+/.exec((await line.textContent()) ?? "")?.[0];
  await line.click();
  await expect(page).toHaveURL(/\/places\/partners\?hours=without&through=neighbourhood_admin$/);
  await expect(count(page)).toHaveText(`${number} of ${remit.length} partners match`);
  await expect(chips(page).filter({ hasText: "Opening hours not given" })).toBeVisible();
  await expect(chips(page).filter({ hasText: "Through Hulme and Moss Side" })).toBeVisible();
  await ask();
  await expect(page).toHaveURL(/admin=without/);
  await expect(page).toHaveURL(/hours=without/);
  await expect(page).toHaveURL(/through=neighbourhood_admin/);
  await chips(page).filter({ hasText: "Opening hours" }).click();
  await expect(page).not.toHaveURL(/hours=/);
  await expect(page).toHaveURL(/admin=without/);
  await expect(chips(page)).toContainText(["Admin none", "Through Hulme and Moss Side", "Clear all"]);
}

test("a line leads to a list that is filtered on, and each part of what it asks can be taken away", async ({
  page,
}) => {
  await narrowDown(page, async () => {
    await untilScriptsRun(page);
    await select(page, "Admins").selectOption("without");
  });
});

test("an area opens and closes with the keyboard alone, keeps the focus, and stands in the address", async ({
  page,
}) => {
  await signInAs(page, demoEmail("lakshmi.nair"));
  await page.goto("/dashboard");
  await untilScriptsRun(page);
  const open = page.getByRole("link", { name: "Areas in Lancashire", exact: true });
  await expect(open).toHaveAttribute("aria-expanded", "false");
  await open.focus();
  await page.keyboard.press("Enter");
  await expect(open).toHaveAttribute("aria-expanded", "true");
  await expect(open).toBeFocused();
  await expect(page.getByRole("list", { name: "Areas in Lancashire" })).toContainText("Burnley");
  await page.getByRole("link", { name: "Areas in Burnley", exact: true }).press("Enter");
  await expect(page.getByRole("list", { name: "Areas in Burnley" })).toContainText("Trinity");
  await page.reload();
  await expect(page.getByRole("list", { name: "Areas in Burnley" })).toContainText("Trinity");
  await page.getByRole("link", { name: "Areas in Burnley", exact: true }).press("Enter");
  await expect(page.getByRole("list", { name: "Areas in Burnley" })).toHaveCount(0);
  await page.getByRole("link", { name: "Burnley", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/places/partners\\?place=${demoCode("burnley")}$`));
});

test("where all is settled a dashboard says that nothing waits", async ({ page }) => {
  await signInAs(page, people.partnerAdmin);
  await page.goto("/dashboard");
  const card = page.getByRole("region", { name: "What needs you today" });
  await expect(card).toContainText("Nothing waits for you");
  await expect(card).toContainText("Every partner has opening hours and no partner is hidden.");
  await expect(waiting(page)).toHaveCount(0);
});

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a line's questions go along with whatever else its list is asked", async ({ page }) => {
    await narrowDown(page, async () => {
      await select(page, "Admins").selectOption("without");
      await page.getByRole("button", { name: "Apply" }).click();
    });
  });

  test("a partner's admin reads why it is hidden, mends what is missing, and finds it ticked", async ({ page }) => {
    const partner = await addPartnerForTest({ about: "Unfinished", serves: ["govan"], hidden: "The phone is dead" });
    const email = await addAdminForTest(partner.id, "Morag Unfinished");
    await addAdminForTest(partner.id, "Ewan Unfinished");
    await signInAs(page, email);
    await page.goto("/dashboard");
    const card = page.getByRole("region", { name: partner.name });
    await expect(waiting(page)).toHaveText([/^1 partner without opening hours/, /^1 partner hidden/]);
    await expect(card).toContainText("“The phone is dead”");
    await expect(card).toContainText("You look after it with Ewan Unfinished.");
    await expect(card.getByRole("progressbar", { name: "Complete" })).toHaveAttribute("value", "1");
    await card.getByRole("link", { name: "Add a summary" }).click();
    await expect(page).toHaveURL(/\/edit#field-summary$/);
    await page.getByLabel("Summary").fill("Tea and company.");
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page).toHaveURL(/notice=partner-saved/);
    expect((await readPartnerForTest(partner.id))?.summary).toBe("Tea and company.");
    await page.goto("/dashboard");
    await expect(card.getByRole("link", { name: "Add a summary" })).toHaveCount(0);
    await expect(card).toContainText("2 of 7");
  });
});

test("root reads who holds an incomplete role and what it lacks, how the machine fares, and what was done last", async ({
  page,
}) => {
  await signInAs(page, people.root);
  await page.goto("/dashboard");
  const incomplete = page.getByRole("region", { name: "Incomplete roles" });
  await expect(incomplete).toContainText("Marcus BellPartnership admin without a neighbourhood");
  await expect(page.getByRole("region", { name: "System" })).toContainText(/Database[\d.]+ MB/);
  await expect(page.getByRole("region", { name: "Latest changes" }).getByRole("row").nth(1)).toBeVisible();
  await page.getByText("Figures").click();
  await expect(page.getByRole("table", { name: "Created each week" }).getByRole("row")).toHaveCount(13);
  await incomplete.getByRole("link", { name: "Marcus Bell" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Marcus Bell" })).toBeVisible();
});

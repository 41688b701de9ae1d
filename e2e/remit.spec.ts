import { expect, type Locator, type Page, test } from "@playwright/test";
import { demoPartner } from "./demo-partners";
import { signInAs, untilScriptsRun } from "./fixtures";
import { accountMenu } from "./frame-page";
import { people } from "./partner-list-page";

const { root, areaAdmin, partnershipAdmin, partnerAdmin } = people;
const ownName = demoPartner("birley-fields-garden").name;

/** When the newest and the oldest event of a page of the trail happened: the words of two events may well be the same. */
async function spanOf(page: Page): Promise<{ newest: number; oldest: number }> {
  const times = page.getByRole("main").getByRole("row").locator("time");
  const at = async (time: Locator) => Date.parse((await time.getAttribute("datetime")) ?? "");
  return { newest: await at(times.first()), oldest: await at(times.last()) };
}

test.describe("the dashboard says in plain words", () => {
  const sentences = [
    [root, "You look after everything."],
    [areaAdmin, "You look after Hulme and Moss Side."],
    [partnershipAdmin, "You look after Hulme and Moss Side for Age Friendly."],
    [partnerAdmin, `You administer ${ownName}.`],
    ["celia.whitworth@remit.example", "You look after Rossendale, until 31 December 2099."],
    ["marcus.bell@remit.example", "no neighbourhood has been chosen for it. Ask root"],
    ["saoirse.quinn@remit.example", "Support has no part in places"],
    [
      "yusuf.karim@remit.example",
      "You hold no role yet, so there is nothing to see here. Ask whoever invited you, or root",
    ],
  ] as const;
  for (const [email, sentence] of sentences) {
    test(`to ${email}: ${sentence}`, async ({ page }) => {
      await signInAs(page, email);
      await page.goto("/");
      await expect(page).toHaveURL(/\/dashboard$/);
      await expect(page.getByRole("main")).toContainText(sentence);
    });
  }
});

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the audit trail answers everybody but root with a 403 and the reasons", async ({ page }) => {
    await signInAs(page, areaAdmin);
    const response = await page.goto("/audit");
    expect(response?.status()).toBe(403);
    await expect(page.getByRole("heading", { level: 1, name: "No access" })).toBeVisible();
    await expect(page.locator("[data-reason=no_grant]")).toContainText("root");
    await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Audit" })).toHaveCount(0);
  });

  test("root reads the audit trail, and a partner's admin the history of that partner", async ({ page }) => {
    await signInAs(page, root);
    expect((await page.goto("/audit"))?.status()).toBe(200);
    const first = await spanOf(page);
    await page.getByRole("link", { name: "Older" }).click();
    await expect(page).toHaveURL(/\/audit\?/);
    await page.waitForLoadState();
    const second = await spanOf(page);
    expect(second.newest).toBeLessThan(first.newest);
    expect(second.oldest).toBeLessThan(first.oldest);
    await signInAs(page, partnerAdmin);
    expect((await page.goto("/places/partners/birley-fields-garden/history"))?.status()).toBe(200);
    await expect(page.getByRole("heading", { level: 1, name: ownName })).toBeVisible();
    await expect(page.getByRole("link", { name: "History" })).toHaveAttribute("aria-current", "page");
  });
});

test("with client JavaScript the account menu signs out as well", async ({ page }) => {
  await signInAs(page, partnerAdmin);
  await page.goto("/dashboard");
  await untilScriptsRun(page);
  await accountMenu(page).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto("/dashboard");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("with client JavaScript a refusal keeps its status, its reasons and the way home", async ({ page }) => {
  await signInAs(page, areaAdmin);
  expect((await page.goto("/audit"))?.status()).toBe(403);
  await expect(page.locator("[data-reason=no_grant]")).toBeVisible();
  await page.getByRole("link", { name: "Go to your dashboard" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Dashboard" })).toBeVisible();
});

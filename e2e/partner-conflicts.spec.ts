import { type Browser, expect, type Page, test } from "@playwright/test";
import {
  addAdminForTest,
  addPartnerForTest,
  readPartnerForTest,
  type TestPartner,
  type TestPartnerPlan,
} from "@/lib/testing/partners";
import { signInAs, untilScriptsRun } from "./fixtures";
import { editors, openAs, toast } from "./partner-form-page";

const question = "Ailsa Test changed this while you were editing";

function summary(page: Page) {
  return page.getByRole("textbox", { name: "Summary" });
}

function save(page: Page) {
  return page.getByRole("button", { name: "Save changes" });
}

/** A partner whose own admin saves a summary, in a browser of her own, while somebody else has the form open. */
async function partnerWithAdmin(
  about: string,
  plan: Omit<TestPartnerPlan, "about"> = { serves: ["govan"] },
): Promise<{ partner: TestPartner; admin: string }> {
  const partner = await addPartnerForTest({ about, summary: "As it was.", ...plan });
  return { partner, admin: await addAdminForTest(partner.id, "Ailsa Test") };
}

async function saveElsewhere(browser: Browser, { partner, admin }: Awaited<ReturnType<typeof partnerWithAdmin>>) {
  const elsewhere = await browser.newPage();
  await openAs(elsewhere, admin, `${partner.path}/edit`);
  await summary(elsewhere).fill("Theirs.");
  await save(elsewhere).click();
  await expect(toast(elsewhere)).toContainText("Changes saved.");
  await elsewhere.close();
}

test("with the keyboard alone a save that meets another's shows both, overwrites nothing, and saves mine only when told to", async ({
  page,
  browser,
}) => {
  const made = await partnerWithAdmin("Stale mine");
  await openAs(page, editors.areaAdmin, `${made.partner.path}/edit`);
  await saveElsewhere(browser, made);
  await summary(page).press("ControlOrMeta+a");
  await page.keyboard.type("Mine.");
  await save(page).press("Enter");
  await expect(page.getByRole("main").getByRole("alert")).toContainText(question);
  await expect(page.getByRole("row", { name: /^Summary/ })).toContainText(/Theirs\..*Mine\./);
  expect(await readPartnerForTest(made.partner.id)).toMatchObject({ summary: "Theirs.", version: 2 });
  await expect(summary(page)).toHaveValue("Mine.");
  await page.getByRole("button", { name: "Save mine over theirs" }).first().press("Enter");
  await expect(toast(page)).toContainText("Changes saved.");
  expect(await readPartnerForTest(made.partner.id)).toMatchObject({ summary: "Mine.", version: 3 });
});

test("whoever takes theirs has their values in the form, and nothing left to save", async ({ page, browser }) => {
  const made = await partnerWithAdmin("Stale theirs");
  await openAs(page, editors.areaAdmin, `${made.partner.path}/edit`);
  await saveElsewhere(browser, made);
  await summary(page).fill("Mine.");
  await save(page).click();
  await page.getByRole("link", { name: "Take theirs and drop mine" }).click();
  await expect(summary(page)).toHaveValue("Theirs.");
  await page.getByRole("link", { name: "Cancel" }).click();
  await expect(page.getByRole("heading", { level: 1, name: made.partner.name, exact: true })).toBeVisible();
  expect(await readPartnerForTest(made.partner.id)).toMatchObject({ summary: "Theirs.", version: 2 });
});

test("deleting what was changed meanwhile is a conflict, and nothing is deleted", async ({ page, browser }) => {
  const made = await partnerWithAdmin("Stale delete");
  await openAs(page, editors.areaAdmin, made.partner.path);
  await saveElsewhere(browser, made);
  await page.locator("summary", { hasText: "More" }).click();
  await page.getByRole("link", { name: "Delete…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: `Delete ${made.partner.name}` }).click();
  await expect(dialog.getByRole("alert")).toContainText("Ailsa Test changed this partner in the meantime");
  expect(await readPartnerForTest(made.partner.id)).toMatchObject({ summary: "Theirs." });
  await dialog.getByRole("link", { name: "See it as it is now" }).click();
  await expect(page.getByText("Theirs.")).toBeVisible();
  await untilScriptsRun(page);
  await page.locator("summary", { hasText: "More" }).click();
  await page.getByRole("link", { name: "Delete…" }).click();
  await dialog.getByRole("button", { name: `Delete ${made.partner.name}` }).click();
  await expect(toast(page)).toContainText("deleted");
});

test("what only they changed is kept by a save of mine, and what my form does not hold is not told as a change", async ({
  page,
  browser,
}) => {
  const made = await partnerWithAdmin("Stale both", { address: "govan" });
  await openAs(page, editors.root, `${made.partner.path}/edit`);
  await page.getByRole("textbox", { name: "Public address" }).fill(`stale-${made.partner.id}`);
  await save(page).click();
  await expect(toast(page)).toContainText("Changes saved.");
  await openAs(page, editors.areaAdmin, `${made.partner.path}/edit`);
  await saveElsewhere(browser, made);
  await page.getByRole("textbox", { name: "Accessibility" }).fill("A ramp.");
  await save(page).click();
  const alert = page.getByRole("main").getByRole("alert");
  await expect(alert).toContainText(question);
  await expect(alert.getByRole("rowheader")).toHaveText(["Summary"]);
  await expect(summary(page)).toHaveValue("Theirs.");
  await page.getByRole("button", { name: "Save mine over theirs" }).first().click();
  await expect(toast(page)).toContainText("Changes saved.");
  await page.goto(made.partner.path);
  await expect(page.getByText("Theirs.")).toBeVisible();
  await expect(page.getByText("A ramp.")).toBeVisible();
});

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the same is shown, and mine is saved only by the button that says so", async ({ page, browser }) => {
    const made = await partnerWithAdmin("Stale plain");
    await signInAs(page, editors.areaAdmin);
    await page.goto(`${made.partner.path}/edit`);
    const scripted = await browser.newContext({ javaScriptEnabled: true });
    const elsewhere = await scripted.newPage();
    await openAs(elsewhere, made.admin, `${made.partner.path}/edit`);
    await summary(elsewhere).fill("Theirs.");
    await elsewhere.getByRole("textbox", { name: "Accessibility" }).fill("Step-free.");
    await save(elsewhere).click();
    await expect(toast(elsewhere)).toContainText("Changes saved.");
    await scripted.close();
    await summary(page).fill("Mine.");
    await save(page).click();
    const alert = page.getByRole("main").getByRole("alert");
    await expect(alert).toContainText(question);
    await expect(alert.getByRole("row", { name: /^Summary/ })).toContainText(/As it was\..*Theirs\..*Mine\./);
    // What only they changed stands in the form.
    await expect(alert.getByRole("rowheader")).toHaveText(["Summary", "Accessibility"]);
    await expect(page.getByRole("textbox", { name: "Accessibility" })).toHaveValue("Step-free.");
    expect(await readPartnerForTest(made.partner.id)).toMatchObject({ summary: "Theirs." });
    await expect(summary(page)).toHaveValue("Mine.");
    await page.getByRole("button", { name: "Save mine over theirs" }).first().click();
    await expect(toast(page)).toContainText("Changes saved.");
    expect(await readPartnerForTest(made.partner.id)).toMatchObject({ summary: "Mine." });
  });
});

import { expect, type Page, test } from "@playwright/test";
import { addCalendarForTest } from "@/lib/testing/calendars";
import { addAdminForTest, addPartnerForTest, readAdminsForTest, readPartnerForTest } from "@/lib/testing/partners";
import { actionOf, postAs, signInAs } from "./fixtures";
import { editors, openAs, toast } from "./partner-form-page";

const deleted = "/places/partners/deleted";

async function deleteAt(page: Page, path: string, name: string): Promise<void> {
  await page.goto(`${path}/delete`);
  await page.getByRole("button", { name: `Delete ${name}` }).click();
  await expect(toast(page)).toContainText("Root can bring it back within 30 days.");
}

test("an area admin deletes a partner, knows what goes with it, and root brings it back with admins and calendar", async ({
  page,
}) => {
  const partner = await addPartnerForTest({ about: "Restoring", serves: ["govan"], tags: ["food"] });
  const admin = await addAdminForTest(partner.id, "Morag Restored");
  const calendar = await addCalendarForTest({ partnerId: partner.id, about: "Restoring", url: null });
  const before = await readPartnerForTest(partner.id);
  await openAs(page, editors.areaAdmin, `${partner.path}/delete`);
  await expect(page.getByRole("main")).toContainText("its calendar with 0 events");
  await deleteAt(page, partner.path, partner.name);
  await expect(toast(page).getByRole("link", { name: "Deleted partners" })).toHaveCount(0);
  expect(await readPartnerForTest(partner.id)).toBeNull();

  await openAs(page, editors.root, "/places/partners");
  await page.getByRole("link", { name: "Deleted", exact: true }).click();
  const row = page.getByRole("row").filter({ hasText: partner.name });
  await expect(row).toContainText("its admin Morag Restored");
  await expect(row).toContainText(calendar.name);
  await row.getByRole("button", { name: `Bring back ${partner.name}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: partner.name })).toBeVisible();
  await expect(toast(page)).toContainText("Partner brought back.");
  expect(await readPartnerForTest(partner.id)).toEqual({ ...before, version: (before?.version ?? 0) + 1 });
  expect(await readAdminsForTest(partner.id)).toEqual([admin]);
  await page.goto(deleted);
  await expect(page.getByRole("main")).not.toContainText(partner.name);
});

test("root's notice after a deletion leads to the deleted partners; nobody else gets there, whatever they post", async ({
  page,
}) => {
  const partner = await addPartnerForTest({ about: "Root deletes", serves: ["govan"] });
  await openAs(page, editors.root, partner.path);
  await deleteAt(page, partner.path, partner.name);
  await toast(page).getByRole("link", { name: "Deleted partners" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Deleted partners" })).toBeVisible();
  const form = page.getByRole("row").filter({ hasText: partner.name }).locator("form");
  const deletionId = await form.locator("[name=deletionId]").inputValue();
  const restore = await actionOf(editors.root, deleted, "Bring back");
  for (const person of [editors.areaAdmin, editors.partnershipAdmin]) {
    expect(await postAs(person, restore, { deletionId })).toBe("not_found");
    await signInAs(page, person);
    expect((await page.goto(deleted))?.status()).toBe(403);
    await expect(page.locator("[data-reason]")).toContainText("root");
    await expect(page.getByText(partner.name)).toHaveCount(0);
  }
  expect(await readPartnerForTest(partner.id)).toBeNull();
});

test("a partner whose name is taken meanwhile is not brought back, and root reads why", async ({ page }) => {
  const partner = await addPartnerForTest({ about: "Name taken", serves: ["govan"] });
  await openAs(page, editors.root, partner.path);
  await deleteAt(page, partner.path, partner.name);
  const other = await addPartnerForTest({ about: "Taker", serves: ["govan"] });
  await page.goto(`${other.path}/edit`);
  await page.getByRole("textbox", { name: "Name" }).first().fill(partner.name.toUpperCase());
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(toast(page)).toContainText("Changes saved.");
  await page.goto(deleted);
  const row = page.getByRole("row").filter({ hasText: partner.name });
  await row.getByRole("button", { name: `Bring back ${partner.name}` }).click();
  await expect(row.getByRole("alert")).toContainText("Another partner has its name by now");
  expect(await readPartnerForTest(partner.id)).toBeNull();
});

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("bringing back is a button on a page", async ({ page }) => {
    const partner = await addPartnerForTest({ about: "Plain restoring", serves: ["govan"] });
    await signInAs(page, editors.root);
    await deleteAt(page, partner.path, partner.name);
    await page.goto(deleted);
    await page.getByRole("button", { name: `Bring back ${partner.name}` }).click();
    await expect(page.getByRole("heading", { level: 1, name: partner.name })).toBeVisible();
    expect(await readPartnerForTest(partner.id)).not.toBeNull();
  });
});

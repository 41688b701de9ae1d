import { expect, type Page, test } from "@playwright/test";
import { addAdminForTest, addPartnerForTest, readPartnerForTest } from "@/lib/testing/partners";
import { actionOf, postAs, signInAs } from "./fixtures";
import { editors, openAs, toast } from "./partner-form-page";

function more(page: Page) {
  return page.locator("summary", { hasText: "More" });
}

async function chooseAct(page: Page, act: string): Promise<void> {
  await more(page).click();
  await page.getByRole("group").filter({ hasText: "More" }).getByText(act).click();
}

test("an area admin hides a partner with a reason, and undoes it and that in turn", async ({ page }) => {
  const partner = await addPartnerForTest({ about: "Hiding", serves: ["govan"] });
  await openAs(page, editors.areaAdmin, partner.path);
  await chooseAct(page, "Hide…");
  const dialog = page.getByRole("dialog", { name: `Hide ${partner.name}?` });
  await dialog.getByRole("button", { name: "Hide partner" }).click();
  const reason = dialog.getByRole("textbox", { name: "Reason" });
  await expect(reason).toBeFocused();
  await expect(reason).toHaveAccessibleDescription(/Say why/);
  expect(await readPartnerForTest(partner.id)).toMatchObject({ hiddenFor: null });
  await reason.fill("Closed for repairs.");
  await dialog.getByRole("button", { name: "Hide partner" }).click();
  await expect(toast(page)).toContainText("Partner hidden from the public pages.");
  await expect(page.getByText("“Closed for repairs.”")).toBeVisible();
  expect(await readPartnerForTest(partner.id)).toMatchObject({ hiddenFor: "Closed for repairs." });
  await toast(page).getByRole("button", { name: "Undo: show the partner again" }).click();
  await expect(toast(page)).toContainText("Partner shown on the public pages again.");
  expect(await readPartnerForTest(partner.id)).toMatchObject({ hiddenFor: null });
  await toast(page).getByRole("button", { name: "Undo: hide the partner for the same reason" }).click();
  await expect(page.getByText("“Closed for repairs.”")).toBeVisible();
  expect(await readPartnerForTest(partner.id)).toMatchObject({ hiddenFor: "Closed for repairs." });
});

test("with the keyboard alone one hides a partner, and shows it again", async ({ page }) => {
  const partner = await addPartnerForTest({ about: "Hiding keys", serves: ["govan"] });
  await openAs(page, editors.areaAdmin, partner.path);
  await more(page).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Reason" })).toBeFocused();
  await page.keyboard.type("Moved away.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("“Moved away.”")).toBeVisible();
  expect(await readPartnerForTest(partner.id)).toMatchObject({ hiddenFor: "Moved away." });
  await more(page).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Show again" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(toast(page)).toContainText("shown on the public pages again");
  expect(await readPartnerForTest(partner.id)).toMatchObject({ hiddenFor: null });
});

test("a partner's own admin reads why it is hidden, and neither hides nor shows it, whatever is posted", async ({
  page,
}) => {
  const partner = await addPartnerForTest({ about: "Own hiding", serves: ["govan"], hidden: "A complaint." });
  const other = await addPartnerForTest({ about: "Own shown", serves: ["govan"] });
  const admin = await addAdminForTest(partner.id, "Iona Test");
  const co = await addAdminForTest(other.id, "Isla Test");
  await openAs(page, admin, partner.path);
  await expect(page.getByText("“A complaint.”")).toBeVisible();
  await more(page).click();
  await expect(page.getByText("Show again")).toHaveCount(0);
  expect((await page.goto(`${partner.path}/hide`))?.status()).toBe(403);
  await expect(page.locator("[data-reason]")).toContainText("Who could");
  const show = await actionOf(editors.root, partner.path, "Show again");
  expect(await postAs(admin, { ...show, page: partner.path }, { partnerId: partner.id })).toBe("forbidden");
  const hide = await actionOf(editors.root, `${other.path}/hide`, "Hide partner");
  expect(await postAs(co, hide, { partnerId: other.id, reason: "Because." })).toBe("forbidden");
  expect(await postAs(admin, hide, { partnerId: other.id, reason: "Because." })).toBe("not_found");
  expect(await readPartnerForTest(partner.id)).toMatchObject({ hiddenFor: "A complaint." });
  expect(await readPartnerForTest(other.id)).toMatchObject({ hiddenFor: null });
});

test("deleting, also with the keyboard alone, names what goes with the partner, and leads back to the list", async ({
  page,
}) => {
  const partner = await addPartnerForTest({ about: "Deleting", serves: ["govan"], tags: ["youth-voice"] });
  await addAdminForTest(partner.id, "Morag Test");
  await openAs(page, editors.areaAdmin, partner.path);
  await chooseAct(page, "Delete…");
  const dialog = page.getByRole("dialog", { name: `Delete ${partner.name}?` });
  await expect(dialog).toContainText("the role of Morag Test");
  await expect(dialog).toContainText("You will no longer see Morag Test");
  await page.keyboard.press("Escape");
  expect(await readPartnerForTest(partner.id)).not.toBeNull();
  await more(page).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Delete…" }).focus();
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: `Delete ${partner.name}` }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/places/partners");
  await expect(toast(page)).toContainText("Partner deleted.");
  expect(await readPartnerForTest(partner.id)).toBeNull();
  expect((await page.goto(partner.path))?.status()).toBe(404);
});

test("an area admin does not delete what also lies elsewhere, and is told why", async ({ page }) => {
  const partner = await addPartnerForTest({ about: "Kept", serves: ["govan", "splott"], tags: ["croeso-cynnes"] });
  const admin = await addAdminForTest(partner.id, "Una Test");
  await openAs(page, editors.areaAdmin, partner.path);
  await more(page).click();
  await expect(page.getByRole("link", { name: "Delete…" })).toHaveCount(0);
  const refusal = page.getByRole("paragraph").filter({ hasText: "Not everything about it lies inside" });
  await expect(refusal).toContainText("Who could: root");
  expect((await page.goto(`${partner.path}/delete`))?.status()).toBe(403);
  await expect(page.getByText(`You may not delete ${partner.name}.`)).toBeVisible();
  const remove = await actionOf(admin, `${partner.path}/delete`, "Delete");
  const input = { partnerId: partner.id, version: 1 };
  for (const person of [editors.areaAdmin, editors.partnershipAdmin]) {
    expect(await postAs(person, remove, input)).toBe("forbidden");
  }
  expect(await readPartnerForTest(partner.id)).not.toBeNull();
  await openAs(page, admin, `${partner.path}/delete`);
  await page.getByRole("button", { name: `Delete ${partner.name}` }).click();
  await expect(toast(page)).toContainText("Partner deleted.");
  expect(await readPartnerForTest(partner.id)).toBeNull();
});

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("hiding, showing again and deleting are pages and buttons", async ({ page }) => {
    const partner = await addPartnerForTest({ about: "Plain acts", serves: ["govan"] });
    await signInAs(page, editors.areaAdmin);
    await page.goto(partner.path);
    await chooseAct(page, "Hide…");
    await page.getByRole("button", { name: "Hide partner" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("Say why");
    await page.getByRole("textbox", { name: "Reason" }).fill("Plainly closed.");
    await page.getByRole("button", { name: "Hide partner" }).click();
    await expect(page.getByText("“Plainly closed.”")).toBeVisible();
    expect(await readPartnerForTest(partner.id)).toMatchObject({ hiddenFor: "Plainly closed." });
    await chooseAct(page, "Show again");
    await expect(toast(page)).toContainText("shown on the public pages again");
    expect(await readPartnerForTest(partner.id)).toMatchObject({ hiddenFor: null });
    await chooseAct(page, "Delete…");
    await page.getByRole("button", { name: `Delete ${partner.name}` }).click();
    await expect(toast(page)).toContainText("Partner deleted.");
    expect(await readPartnerForTest(partner.id)).toBeNull();
  });
});

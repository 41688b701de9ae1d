import { expect, test } from "@playwright/test";
import { addPartnerForTest, readPartnerForTest } from "@/lib/testing/partners";
import { signInAs } from "./fixtures";
import { chip, choosePlace, editors, openAs } from "./partner-form-page";

const newPartner = "/places/partners/new";

test("as soon as a name like another's is typed, that partner is pointed out, and the new one is made all the same", async ({
  page,
}) => {
  const there = await addPartnerForTest({ about: "Lighthouse Quilters", serves: ["govan"] });
  const name = `${there.name}s`;
  await openAs(page, editors.areaAdmin, newPartner);
  const field = page.getByRole("textbox", { name: "Name" }).first();
  await field.fill(name);
  await field.press("Tab");
  const hint = page.getByRole("main").getByRole("status").filter({ hasText: "Is it there already?" });
  await expect(hint.getByRole("link", { name: there.name })).toHaveAttribute("href", there.path);
  await choosePlace(page, "Service areas", "Govan");
  await page.getByRole("button", { name: "Create partner" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  expect(await readPartnerForTest(name)).not.toBeNull();
});

test("a partner outside the remit is never pointed out", async ({ page }) => {
  const outside = await addPartnerForTest({ about: "Harbour Bellringers", serves: ["canton"] });
  await openAs(page, editors.areaAdmin, newPartner);
  const field = page.getByRole("textbox", { name: "Name" }).first();
  await field.fill(`${outside.name}s`);
  const answered = page.waitForResponse(/\/api\/partners\/similar/);
  await field.press("Tab");
  expect(await (await answered).json()).toEqual({ partners: [] });
  await expect(page.getByText("Is it there already?")).toHaveCount(0);
});

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the form comes back once with the hint and all that was typed, and then the partner is made", async ({
    page,
  }) => {
    const there = await addPartnerForTest({ about: "Orchard Whittlers", serves: ["govan"] });
    const name = `${there.name}s`;
    await signInAs(page, editors.areaAdmin);
    await page.goto(newPartner);
    await page.getByRole("link", { name: "Find a place" }).last().click();
    await page.getByRole("searchbox").fill("Govan");
    await page.keyboard.press("Enter");
    await page
      .getByRole("main")
      .getByRole("link", { name: /^Govan/ })
      .first()
      .click();
    await expect(chip(page, /^Govan/)).toBeChecked();
    await page.getByRole("textbox", { name: "Name" }).first().fill(name);
    await page.getByRole("button", { name: "Create partner" }).click();
    await expect(page.getByRole("main").getByRole("link", { name: there.name })).toHaveAttribute("href", there.path);
    await expect(page.getByRole("textbox", { name: "Name" }).first()).toHaveValue(name);
    expect(await readPartnerForTest(name)).toBeNull();
    await page.getByRole("button", { name: "Create partner" }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    expect(await readPartnerForTest(name)).toMatchObject({ hiddenFor: null });
  });
});

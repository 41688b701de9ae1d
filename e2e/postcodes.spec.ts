import { expect, test } from "@playwright/test";
import { demoCode } from "@/lib/testing/demo/places";
import { addPartnerForTest, freshPartnerName, readPartnerForTest } from "@/lib/testing/partners";
import { addPostcodeForTest } from "@/lib/testing/postcodes";
import { signInAs } from "./fixtures";
import { editors, openAs, toast } from "./partner-form-page";

const codes = { govan: demoCode("govan"), maryhill: demoCode("maryhill") };

test("the neighbourhood of a new address is found from its postcode, and nothing typed is lost", async ({ page }) => {
  await addPostcodeForTest("G519ZA", codes.govan);
  const name = freshPartnerName("Govan Found");
  await openAs(page, editors.areaAdmin, "/places/partners/new");
  await page.getByRole("textbox", { name: "Name" }).first().fill(name);
  await page.getByRole("textbox", { name: "First line" }).fill("1 Govan Road");
  await page.getByRole("textbox", { name: "Postcode" }).fill("g51 9zz");
  const find = page.getByRole("button", { name: "Find the neighbourhood" });
  await find.click();
  await expect(page.getByText("This postcode is not known here. Choose the neighbourhood by hand.")).toBeVisible();
  await page.getByRole("textbox", { name: "Postcode" }).fill("g51 9za");
  await find.click();
  await expect(page.getByRole("button", { name: "Remove Govan" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "First line" })).toHaveValue("1 Govan Road");
  await page.getByRole("button", { name: "Create partner" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  expect(await readPartnerForTest(name)).toMatchObject({ addressPlace: codes.govan });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("an address whose place is ticked off is put where its postcode lies, and an unknown one asks for a place", async ({
    page,
  }) => {
    await addPostcodeForTest("G209ZB", codes.maryhill);
    const partner = await addPartnerForTest({ about: "Plain postcode", address: "govan" });
    await signInAs(page, editors.areaAdmin);
    await page.goto(`${partner.path}/edit`);
    await expect(page.getByRole("button", { name: "Find the neighbourhood" })).toBeHidden();
    await page.getByRole("checkbox", { name: /^Govan/ }).uncheck();
    await page.getByRole("textbox", { name: "Postcode" }).fill("G20 9ZZ");
    await page.getByRole("button", { name: "Save changes" }).click();
    const problems = page.getByRole("main").getByRole("alert").getByRole("link");
    await expect(problems).toHaveText([/This postcode is not known here/]);
    expect(await readPartnerForTest(partner.id)).toMatchObject({ addressPlace: codes.govan });
    await page.getByRole("textbox", { name: "Postcode" }).fill("G20 9ZB");
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(toast(page)).toContainText("Changes saved.");
    expect(await readPartnerForTest(partner.id)).toMatchObject({ addressPlace: codes.maryhill });
  });
});

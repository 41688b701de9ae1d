import { expect, test } from "@playwright/test";
import { demoCode } from "@/lib/testing/demo/places";
import { addAdminForTest, addPartnerForTest, readPartnerForTest } from "@/lib/testing/partners";
import { signInAs } from "./fixtures";
import { chip, choosePlace, editors, openAs, press, toast } from "./partner-form-page";

const codes = { govan: demoCode("govan"), calton: demoCode("calton") };

test("a partner's own admin changes what it says of itself, and reads that it is saved", async ({ page }) => {
  const partner = await addPartnerForTest({ about: "Changing", address: "govan", summary: "As it was." });
  const admin = await addAdminForTest(partner.id, "Ailsa Test");
  await openAs(page, admin, partner.path);
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Edit ${partner.name}` })).toBeVisible();
  await page.getByRole("textbox", { name: "Summary" }).fill("As it is now.");
  await page.getByRole("textbox", { name: "Opening hours" }).fill("Mon to Wed 10:00-12:00");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(toast(page)).toContainText("Changes saved.");
  await expect(page).toHaveURL(partner.path);
  await expect(page.getByText("As it is now.")).toBeVisible();
  await expect(page.getByRole("row", { name: "Wednesday 10:00–12:00" })).toBeVisible();
  expect(await readPartnerForTest(partner.id)).toMatchObject({ summary: "As it is now.", addressPlace: codes.govan });
  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Ailsa Test" })).toContainText(/summary/);
});

test("places and tags come and go one by one, and what was not touched stays", async ({ page }) => {
  const partner = await addPartnerForTest({
    about: "Moving",
    serves: ["govan", "maryhill"],
    tags: ["food", "step-free", "youth-voice"],
  });
  await openAs(page, editors.areaAdmin, `${partner.path}/edit`);
  await expect(page.getByText("1 partnership that you do not see: it stays.")).toBeVisible();
  await press(page, "Remove Maryhill");
  await choosePlace(page, "Add service areas", "Calton");
  await press(page, "Remove Food and cooking");
  await press(page, "Hearing loop");
  await expect(page.getByRole("status").filter({ hasText: "This save takes away" })).toContainText(
    /Maryhill.*Food and cooking/s,
  );
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(toast(page)).toContainText("Changes saved.");
  expect(await readPartnerForTest(partner.id)).toMatchObject({
    areas: [codes.govan, codes.calton],
    tags: ["hearing-loop", "step-free", "youth-voice"],
  });
});

test("the address moves to another ward, and is taken away where a service area stays", async ({ page }) => {
  const partner = await addPartnerForTest({ about: "Address", address: "govan", serves: ["calton"] });
  await openAs(page, editors.areaAdmin, `${partner.path}/edit`);
  await page.getByRole("button", { name: "Remove Govan" }).click();
  await choosePlace(page, "Neighbourhood", "Hillhead");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("definition").filter({ hasText: "Hillhead › Glasgow City" })).toBeVisible();
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await page.getByRole("checkbox", { name: "Take the address away" }).check();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page).toHaveURL(partner.path);
  expect(await readPartnerForTest(partner.id)).toMatchObject({ addressPlace: null, areas: [codes.calton] });
});

test("taking the address's neighbourhood away asks for another, and with every line blank takes the address away", async ({
  page,
}) => {
  const partner = await addPartnerForTest({ about: "Blank", address: "govan", serves: ["calton"] });
  await openAs(page, editors.areaAdmin, `${partner.path}/edit`);
  await page.getByRole("button", { name: "Remove Govan" }).click();
  await page.getByRole("button", { name: "Save changes" }).click();
  const box = page.getByRole("combobox", { name: "Neighbourhood" });
  await expect(box).toBeFocused();
  await expect(box).toHaveAccessibleDescription(/Choose the neighbourhood that the address lies in/);
  for (const line of ["First line", "Postcode"]) await page.getByRole("textbox", { name: line }).fill("");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(toast(page)).toContainText("Changes saved.");
  expect(await readPartnerForTest(partner.id)).toMatchObject({ addressPlace: null, areas: [codes.calton] });
});

test("what is wrong with a line of opening hours is said beside it, and nothing is saved", async ({ page }) => {
  const partner = await addPartnerForTest({ about: "Hours", serves: ["govan"] });
  await openAs(page, editors.areaAdmin, `${partner.path}/edit`);
  const hours = page.getByRole("textbox", { name: "Opening hours" });
  await hours.fill("Monday 9 to 5");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(hours).toBeFocused();
  await expect(hours).toHaveAccessibleDescription(/“Monday 9 to 5” is not understood/);
  expect(await readPartnerForTest(partner.id)).toMatchObject({ version: 1 });
});

test("with the keyboard alone one edits, takes a tag away and saves", async ({ page }) => {
  const partner = await addPartnerForTest({ about: "Keys", serves: ["govan"], tags: ["food"] });
  await openAs(page, editors.areaAdmin, `${partner.path}/edit`);
  await page.getByRole("link", { name: "Skip to content" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("textbox", { name: "Name" }).first()).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.type("Typed.");
  for (let stops = 0; stops < 40 && !(await chip(page, "Remove Food and cooking").evaluate(isFocused)); stops++) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Space");
  await expect(chip(page, "Remove Food and cooking")).toBeChecked();
  for (let stops = 0; stops < 40; stops++) {
    if (await page.getByRole("button", { name: "Save changes" }).evaluate(isFocused)) break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await expect(toast(page)).toContainText("Changes saved.");
  expect(await readPartnerForTest(partner.id)).toMatchObject({ summary: "Typed.", tags: [] });
});

function isFocused(element: Element): boolean {
  return element === document.activeElement;
}

test("changes that are not saved are asked about before they are left", async ({ page }) => {
  const partner = await addPartnerForTest({ about: "Leaving", serves: ["govan"] });
  await openAs(page, editors.areaAdmin, `${partner.path}/edit`);
  const summary = page.getByRole("textbox", { name: "Summary" });
  await summary.fill("Half a thought");
  await page.getByRole("link", { name: "Cancel" }).click();
  const question = page.getByRole("dialog", { name: "Leave without saving?" });
  await question.getByRole("button", { name: "Stay on this page" }).click();
  await expect(summary).toHaveValue("Half a thought");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Partners" }).click();
  await question.getByRole("button", { name: "Leave without saving" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Partners" })).toBeVisible();
  expect(await readPartnerForTest(partner.id)).toMatchObject({ summary: null, version: 1 });
  await page.goto(`${partner.path}/edit`);
  await page.getByRole("link", { name: "Cancel" }).click();
  await expect(page.getByRole("heading", { level: 1, name: partner.name, exact: true })).toBeVisible();
});

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the form saves, and a refusal keeps what was typed", async ({ page }) => {
    const partner = await addPartnerForTest({ about: "Plain edit", serves: ["govan", "calton"], tags: ["food"] });
    await signInAs(page, editors.areaAdmin);
    await page.goto(`${partner.path}/edit`);
    await page.getByRole("textbox", { name: "Description" }).fill("Typed without a summary.");
    await press(page, "Remove Calton");
    await press(page, "Remove Food and cooking");
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByRole("main").getByRole("alert").getByRole("link")).toHaveText([/^Write a summary as well/]);
    await expect(page.getByRole("textbox", { name: "Description" })).toHaveValue("Typed without a summary.");
    await expect(chip(page, "Remove Calton")).toBeChecked();
    await page.getByRole("textbox", { name: "Summary" }).fill("Now with one.");
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(toast(page)).toContainText("Changes saved.");
    expect(await readPartnerForTest(partner.id)).toMatchObject({
      summary: "Now with one.",
      areas: [codes.govan],
      tags: [],
    });
  });

  test("the address goes with its place unticked and its lines blank, and one is warned before looking for another", async ({
    page,
  }) => {
    const partner = await addPartnerForTest({ about: "Plain blank", address: "govan", serves: ["calton"] });
    await signInAs(page, editors.areaAdmin);
    await page.goto(`${partner.path}/edit`);
    const finding = page.getByRole("link", { name: "Find a place" });
    await expect(finding).toHaveCount(2);
    for (const link of await finding.all()) {
      await expect(link).toHaveAccessibleDescription(/only places come back with you/);
    }
    await page.getByRole("textbox", { name: "Summary" }).fill("With its place ticked.");
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(toast(page)).toContainText("Changes saved.");
    expect(await readPartnerForTest(partner.id)).toMatchObject({ version: 2, addressPlace: codes.govan });
    await page.goto(`${partner.path}/edit`);
    await page.getByRole("checkbox", { name: /^Govan/ }).uncheck();
    await page.getByRole("button", { name: "Save changes" }).click();
    const problems = page.getByRole("main").getByRole("alert").getByRole("link");
    await expect(problems).toHaveText([/^Choose the neighbourhood/]);
    for (const line of ["First line", "Postcode"]) await page.getByRole("textbox", { name: line }).fill("");
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(toast(page)).toContainText("Changes saved.");
    expect(await readPartnerForTest(partner.id)).toMatchObject({ addressPlace: null, areas: [codes.calton] });
  });
});

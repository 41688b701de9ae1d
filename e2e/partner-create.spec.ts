import { expect, test } from "@playwright/test";
import { demoCode } from "@/lib/testing/demo/places";
import { addAdminForTest, addPartnerForTest, freshPartnerName, readPartnerForTest } from "@/lib/testing/partners";
import { actionOf, postAs, signInAs } from "./fixtures";
import { chip, choosePlace, editors, openAs, press, toast, warmWelcome } from "./partner-form-page";

const newPartner = "/places/partners/new";
const codes = {
  govan: demoCode("govan"),
  calton: demoCode("calton"),
  canton: demoCode("canton"),
  splott: demoCode("splott"),
};

test("an area admin makes a partner inside the area, and lands on its record", async ({ page }) => {
  const name = freshPartnerName("Govan Choir");
  await openAs(page, editors.areaAdmin, "/places/partners");
  await page.getByRole("link", { name: "New partner" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "New partner" })).toBeVisible();
  await page.getByRole("textbox", { name: "Name" }).first().fill(name);
  await page.getByRole("textbox", { name: "First line" }).fill("1 Govan Road");
  await page.getByRole("textbox", { name: "Postcode" }).fill("g51 1aa");
  await choosePlace(page, "Neighbourhood", "Govan");
  await choosePlace(page, "Service areas", "Calton");
  await press(page, "Arts, music and crafts");
  await expect(page.getByRole("heading", { name: "Partnerships" })).toHaveCount(0);
  await page.getByRole("button", { name: "Create partner" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(toast(page)).toContainText("Partner created.");
  await expect(page).toHaveURL(/\/places\/partners\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("definition").filter({ hasText: "Govan › Glasgow City" })).toBeVisible();
  expect(await readPartnerForTest(name)).toMatchObject({
    addressPlace: codes.govan,
    areas: [codes.calton],
    tags: ["arts"],
    hiddenFor: null,
  });
});

test("a partnership admin needs one of their partnerships, is told so on the field, and loses nothing", async ({
  page,
}) => {
  const name = freshPartnerName("Canton Kitchen");
  await openAs(page, editors.partnershipAdmin, newPartner);
  await page.getByRole("textbox", { name: "Name" }).first().fill(name);
  await choosePlace(page, "Service areas", "Canton");
  await page.getByRole("button", { name: "Create partner" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  expect(await readPartnerForTest(name)).toBeNull();
  await expect(page.getByRole("textbox", { name: "Name" }).first()).toHaveValue(name);
  await expect(page.getByRole("button", { name: "Remove Canton" })).toBeVisible();
  await press(page, warmWelcome);
  await page.getByRole("button", { name: "Create partner" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  expect(await readPartnerForTest(name)).toMatchObject({ areas: [codes.canton], tags: ["croeso-cynnes"] });
});

test("with the keyboard alone root makes a partner, and sets its public address as well", async ({ page }) => {
  const name = freshPartnerName("Splott Club");
  const slug = name.toLowerCase().replaceAll(" ", "-");
  await openAs(page, editors.root, newPartner);
  await page.getByRole("textbox", { name: "Name" }).first().focus();
  await page.keyboard.type(name);
  await choosePlace(page, "Service areas", "Splott");
  await page.getByRole("textbox", { name: "Public address" }).focus();
  await page.keyboard.type(slug);
  await page.getByRole("button", { name: "Create partner" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  expect(await readPartnerForTest(name)).toMatchObject({ slug, areas: [codes.splott] });
});

test("what is missing is said at the top and beside its field, where the focus goes", async ({ page }) => {
  await openAs(page, editors.areaAdmin, newPartner);
  await page.getByRole("textbox", { name: "Description" }).fill("Only this.");
  await page.getByRole("button", { name: "Create partner" }).click();
  const summary = page.getByRole("main").getByRole("alert");
  await expect(summary.getByRole("link")).toHaveText([
    /^Give a name of at least 5 characters/,
    /^Write a summary as well/,
    /^Give an address or choose a service area/,
  ]);
  const name = page.getByRole("textbox", { name: "Name" }).first();
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription(/Give a name of at least 5 characters/);
  await summary.getByRole("link", { name: /^Write a summary/ }).click();
  await expect(page.getByRole("textbox", { name: "Summary" })).toBeFocused();
});

test("a name that is taken is refused on its field", async ({ page }) => {
  const taken = await addPartnerForTest({ about: "Taken", serves: ["govan"] });
  await openAs(page, editors.areaAdmin, newPartner);
  const name = page.getByRole("textbox", { name: "Name" }).first();
  await name.fill(taken.name.toUpperCase());
  await choosePlace(page, "Service areas", "Govan");
  await page.getByRole("button", { name: "Create partner" }).click();
  await expect(name).toHaveAccessibleDescription(/of this name already/);
  expect(await readPartnerForTest(taken.name.toUpperCase())).toBeNull();
});

test("nobody makes a partner beyond their area or their partnerships, also past the form", async ({ page }) => {
  const own = await addPartnerForTest({ about: "Own", serves: ["govan"] });
  const partnerAdmin = await addAdminForTest(own.id, "Test Admin");
  const create = await actionOf(editors.root, newPartner, "Create partner");
  await signInAs(page, partnerAdmin);
  expect((await page.goto(newPartner))?.status()).toBe(403);
  await expect(page.getByRole("heading", { level: 1, name: "No access" })).toBeVisible();
  await expect(page.locator("[data-reason]")).toContainText("Who could");
  for (const [person, place, tag] of [
    [partnerAdmin, codes.govan, null],
    [editors.areaAdmin, codes.canton, null],
    [editors.areaAdmin, codes.govan, "croeso-cynnes"],
    [editors.partnershipAdmin, codes.govan, "croeso-cynnes"],
    [editors.partnershipAdmin, codes.canton, "age-friendly"],
  ] as const) {
    const name = freshPartnerName("Forbidden");
    const input = { name, addNeighbourhoods: place, ...(tag === null ? {} : { addTags: tag }) };
    expect(await postAs(person, create, input), `${person} ${place} ${tag}`).toBe("forbidden");
    expect(await readPartnerForTest(name)).toBeNull();
  }
});

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("places are found on a page of their own, a refusal loses nothing, and the partner is made", async ({
    page,
  }) => {
    const name = freshPartnerName("Plain");
    await signInAs(page, editors.areaAdmin);
    await page.goto(newPartner);
    for (const [box, place] of [
      ["First line", "Govan"],
      ["Service areas", "Calton"],
    ] as const) {
      const links = page.getByRole("link", { name: "Find a place" });
      await (box === "First line" ? links.first() : links.last()).click();
      await page.getByRole("searchbox").fill(place);
      await page.keyboard.press("Enter");
      await page
        .getByRole("main")
        .getByRole("link", { name: new RegExp(`^${place}`) })
        .first()
        .click();
      await expect(page.getByRole("heading", { level: 1, name: "New partner" })).toBeVisible();
    }
    await expect(chip(page, /^Govan/)).toBeChecked();
    await expect(chip(page, /^Calton/)).toBeChecked();
    await page.getByRole("textbox", { name: "First line" }).fill("1 Govan Road");
    await page.getByRole("textbox", { name: "Name" }).first().fill(name);
    await page.getByRole("button", { name: "Create partner" }).click();
    await expect(page.getByRole("main").getByRole("alert").getByRole("link")).toHaveText([/^Give the postcode/]);
    await expect(page.getByRole("textbox", { name: "Name" }).first()).toHaveValue(name);
    await expect(chip(page, /^Calton/)).toBeChecked();
    await page.getByRole("textbox", { name: "Postcode" }).fill("G51 1AA");
    await page.getByRole("button", { name: "Create partner" }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    expect(await readPartnerForTest(name)).toMatchObject({ addressPlace: codes.govan, areas: [codes.calton] });
  });
});

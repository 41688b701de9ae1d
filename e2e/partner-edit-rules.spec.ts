import { expect, test } from "@playwright/test";
import { demoCode } from "@/lib/testing/demo/places";
import { addAdminForTest, addPartnerForTest, readPartnerForTest } from "@/lib/testing/partners";
import { actionOf, postAs, signInAs } from "./fixtures";
import { chip, editors, openAs, press, toast, warmWelcome } from "./partner-form-page";

const codes = {
  govan: demoCode("govan"),
  canton: demoCode("canton"),
  splott: demoCode("splott"),
  hulme: demoCode("hulme"),
};

/** Posts an edit past every form, and expects a refusal that leaves the partner as it was. */
async function refuseDirectly(person: string, partner: { id: string; path: string }, part: object): Promise<void> {
  const before = await readPartnerForTest(partner.id);
  const save = await actionOf(editors.root, `${partner.path}/edit`, "Save changes");
  expect(await postAs(person, save, { partnerId: partner.id, version: before?.version, ...part })).toBe("forbidden");
  expect(await readPartnerForTest(partner.id)).toEqual(before);
}

test("a place beyond the area is shown to an area admin with the reason, and cannot be taken away or added", async ({
  page,
}) => {
  const partner = await addPartnerForTest({ about: "Both sides", address: "canton", serves: ["govan", "splott"] });
  await openAs(page, editors.areaAdmin, `${partner.path}/edit`);
  await expect(chip(page, "Remove Govan")).toBeVisible();
  await expect(chip(page, "Remove Splott")).toHaveCount(0);
  await expect(page.getByText("Splott › Cardiff")).toBeVisible();
  await expect(page.getByText("Canton › Cardiff")).toBeVisible();
  await expect(page.getByText(/lies outside what you look after/).first()).toBeVisible();
  await page.getByRole("textbox", { name: "Add service areas" }).focus();
  await page.keyboard.type("hulme");
  await expect(page.getByText("No place that you may choose has this name.")).toBeVisible();
  await refuseDirectly(editors.areaAdmin, partner, { removeNeighbourhoods: codes.splott });
  await refuseDirectly(editors.areaAdmin, partner, { addNeighbourhoods: codes.hulme });
  await refuseDirectly(editors.areaAdmin, partner, { addressPlace: codes.govan });
});

test("one forbidden part refuses the whole save", async () => {
  const partner = await addPartnerForTest({ about: "Whole", serves: ["govan"], tags: ["food"] });
  const part = { summary: "Allowed.", removeTags: "food", addTags: "croeso-cynnes" };
  await refuseDirectly(editors.areaAdmin, partner, part);
});

test("a partnership admin may take a place beyond the area away, is told before, and told again after", async ({
  page,
}) => {
  const partner = await addPartnerForTest({
    about: "Beyond",
    address: "canton",
    serves: ["govan"],
    tags: ["croeso-cynnes"],
  });
  await openAs(page, editors.partnershipAdmin, `${partner.path}/edit`);
  await expect(page.getByText(/Govan lies beyond your area/)).toBeVisible();
  await press(page, "Remove Govan");
  const summary = page.getByRole("status").filter({ hasText: "This save takes away" });
  await expect(summary).toContainText(/Govan: it lies beyond your area, so you could not put it back yourself/);
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(toast(page)).toContainText("Govan lies beyond your area");
  expect(await readPartnerForTest(partner.id)).toMatchObject({ areas: [], addressPlace: codes.canton });
  await refuseDirectly(editors.partnershipAdmin, partner, { addNeighbourhoods: codes.govan });
});

test("a partner admin takes partnerships off and never puts one on", async ({ page }) => {
  const partner = await addPartnerForTest({ about: "Tags", serves: ["govan"], tags: ["youth-voice", "age-friendly"] });
  const admin = await addAdminForTest(partner.id, "Bryony Test");
  await openAs(page, admin, `${partner.path}/edit`);
  await expect(chip(page, "Remove Youth Voice")).toBeVisible();
  await expect(chip(page, "Green Neighbours")).toHaveCount(0);
  await press(page, "Remove Youth Voice");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(toast(page)).toContainText("Changes saved.");
  expect(await readPartnerForTest(partner.id)).toMatchObject({ tags: ["age-friendly"] });
  await refuseDirectly(admin, partner, { addTags: "youth-voice" });
});

test("the public address is root's to change, and shown with the reason to others", async ({ page }) => {
  const partner = await addPartnerForTest({ about: "Slug", serves: ["govan"] });
  await openAs(page, editors.areaAdmin, `${partner.path}/edit`);
  await expect(page.getByRole("heading", { name: "Public address" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Public address" })).toHaveCount(0);
  await expect(page.getByText(/This is not yours to change\. Who could: root/)).toBeVisible();
  await refuseDirectly(editors.areaAdmin, partner, { slug: "mine-now" });
  await openAs(page, editors.root, `${partner.path}/edit`);
  await page.getByRole("textbox", { name: "Public address" }).fill(`slug-${partner.id.slice(-8)}`);
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(toast(page)).toContainText("Changes saved.");
  expect(await readPartnerForTest(partner.id)).toMatchObject({ slug: `slug-${partner.id.slice(-8)}` });
});

test("a partner out of sight cannot be edited, whatever is posted", async () => {
  const partner = await addPartnerForTest({ about: "Unseen", serves: ["canton"], tags: ["croeso-cynnes"] });
  const before = await readPartnerForTest(partner.id);
  const save = await actionOf(editors.root, `${partner.path}/edit`, "Save changes");
  const input = { partnerId: partner.id, version: 1, summary: "Changed from outside." };
  expect(await postAs(editors.areaAdmin, save, input)).toBe("not_found");
  expect(await readPartnerForTest(partner.id)).toEqual(before);
});

test("with the keyboard alone a partnership admin who takes off the last of their partnerships is asked first, by name", async ({
  page,
}) => {
  const partner = await addPartnerForTest({ about: "Last tag", serves: ["canton"], tags: ["croeso-cynnes"] });
  const before = await readPartnerForTest(partner.id);
  await openAs(page, editors.partnershipAdmin, `${partner.path}/edit`);
  await press(page, `Remove ${warmWelcome}`);
  await page.getByRole("button", { name: "Save changes" }).press("Enter");
  const question = page.getByRole("main").getByRole("alert");
  // Once, and nothing beside it: what is named is what one is asked about.
  await expect(question.getByText("You will no longer see")).toHaveCount(1);
  await expect(question).not.toContainText("You look after");
  await expect(question.getByRole("listitem")).toHaveText([partner.name]);
  expect(await readPartnerForTest(partner.id)).toEqual(before);
  await page.getByRole("link", { name: "Go back to the form" }).press("Enter");
  await expect(chip(page, `Remove ${warmWelcome}`)).toBeChecked();
  expect(await readPartnerForTest(partner.id)).toEqual(before);
  await page.getByRole("button", { name: "Save changes" }).press("Enter");
  await page.getByRole("button", { name: "Save anyway" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Partners" })).toBeVisible();
  await expect(toast(page)).toContainText("no longer within your remit");
  expect(await readPartnerForTest(partner.id)).toMatchObject({ tags: [] });
  expect((await page.goto(partner.path))?.status()).toBe(404);
});

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an area admin who takes away the last place inside the area is asked first, by name", async ({ page }) => {
    const partner = await addPartnerForTest({ about: "Last place", address: "canton", serves: ["govan"] });
    const before = await readPartnerForTest(partner.id);
    await signInAs(page, editors.areaAdmin);
    await page.goto(`${partner.path}/edit`);
    await press(page, "Remove Govan");
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("You will no longer see");
    await expect(page.getByRole("main").getByRole("alert")).toContainText(partner.name);
    expect(await readPartnerForTest(partner.id)).toEqual(before);
    await page.getByRole("button", { name: "Save anyway" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Partners" })).toBeVisible();
    expect(await readPartnerForTest(partner.id)).toMatchObject({ areas: [], addressPlace: codes.canton });
  });
});

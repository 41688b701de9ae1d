import { expect, test } from "@playwright/test";
import { addPartnerForTest } from "@/lib/testing/partners";
import { complaintsOf, expectNoFault, expectNoFaultWithin } from "./faults";
import { actionOf, postAs } from "./fixtures";
import { editors, openAs, press, warmWelcome } from "./partner-form-page";
import { display, openList, people } from "./partner-list-page";

// Axe is slow on a busy machine; the time says nothing about the page. The frame's drawer and menu are opened in
// frame.spec.ts, every part by itself in design.spec.ts.
test.describe.configure({ timeout: 120_000 });

test("a form that failed has no fault in either theme, wide or at 320 px", async ({ page }) => {
  const complaints = complaintsOf(page);
  await openAs(page, editors.root, "/places/partners/new");
  await page.getByRole("button", { name: "Create partner" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await expectNoFault(page);
  expect(complaints).toEqual([]);
});

test("a form that asks for a confirmation has no fault in either theme, wide or at 320 px", async ({ page }) => {
  const complaints = complaintsOf(page);
  const partner = await addPartnerForTest({ about: "Asked", serves: ["canton"], tags: ["croeso-cynnes"] });
  await openAs(page, editors.partnershipAdmin, `${partner.path}/edit`);
  await press(page, `Remove ${warmWelcome}`);
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("You will no longer see");
  await expectNoFault(page);
  expect(complaints).toEqual([]);
});

test("a form that met another's change has no fault in either theme, wide or at 320 px", async ({ page }) => {
  const complaints = complaintsOf(page);
  const partner = await addPartnerForTest({ about: "Met", serves: ["govan"], summary: "As it was." });
  const form = `${partner.path}/edit`;
  await openAs(page, editors.areaAdmin, form);
  const save = await actionOf(editors.root, form, "Save changes");
  await postAs(editors.root, save, { partnerId: partner.id, version: 1, summary: "Theirs." });
  await page.getByRole("textbox", { name: "Summary" }).fill("Mine.");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("while you were editing");
  await expectNoFault(page);
  expect(complaints).toEqual([]);
});

test("a record with its menu and its dialog open has no fault in either theme, wide or at 320 px", async ({ page }) => {
  const complaints = complaintsOf(page);
  const partner = await addPartnerForTest({ about: "Opened", serves: ["govan"] });
  await openAs(page, editors.areaAdmin, partner.path);
  const more = page.locator("summary", { hasText: "More" });
  await more.click();
  await expect(page.getByRole("link", { name: "Delete…" })).toBeVisible();
  await expectNoFault(page);
  await page.getByRole("link", { name: "Delete…" }).click();
  await expect(page.getByRole("dialog", { name: `Delete ${partner.name}?` })).toBeVisible();
  await expectNoFault(page);
  expect(complaints).toEqual([]);
});

test("a list with its menu and the suggestions of a place open has no fault in either theme", async ({ page }) => {
  const complaints = complaintsOf(page);
  await openList(page, people.areaAdmin);
  await display(page).click();
  await expect(page.getByRole("checkbox", { name: "Postcode" })).toBeVisible();
  await expectNoFault(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.keyboard.press("Escape");
  await page.getByRole("textbox", { name: "Place" }).focus();
  await page.keyboard.type("hulm");
  await expect(page.getByRole("option", { name: /^Hulme/ })).toBeVisible();
  // While its list is open, react-aria hides the rest of the page from screen readers; axe looks at what is left.
  await expectNoFaultWithin(page, "[role=combobox][aria-expanded=true], [role=listbox]");
  expect(complaints).toEqual([]);
});

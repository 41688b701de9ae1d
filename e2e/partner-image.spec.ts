import { expect, type Page, test } from "@playwright/test";
import { addAdminForTest, addPartnerForTest, type TestPartner } from "@/lib/testing/partners";
import { actionOf, postAs, send, signInAs } from "./fixtures";
import { editors, openAs, toast } from "./partner-form-page";

/** A picture of one point, as PNG. */
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const file = { name: "garden.png", mimeType: "image/png", buffer: png };
const drawing = {
  name: "garden.png",
  mimeType: "image/png",
  buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
};

function words(page: Page) {
  return page.getByRole("textbox", { name: "What it shows" });
}

async function giveImage(page: Page, partner: TestPartner, alt: string): Promise<string> {
  await page.goto(`${partner.path}/image`);
  await page.getByLabel(/picture/i).setInputFiles(file);
  await words(page).fill(alt);
  await page.getByRole("button", { name: "Save picture" }).click();
  await expect(page.getByRole("img", { name: alt })).toBeVisible();
  return (await page.getByRole("img", { name: alt }).getAttribute("src")) ?? "";
}

test("a partner's admin gives it a picture, reads it on the record and in the form, and takes it away", async ({
  page,
}) => {
  const partner = await addPartnerForTest({ about: "Picture", serves: ["govan"] });
  const admin = await addAdminForTest(partner.id, "Iona Picture");
  await openAs(page, admin, partner.path);
  await page.getByRole("link", { name: "Add a picture" }).click();
  await giveImage(page, partner, "A red door in a brick wall");
  await expect(toast(page)).toContainText("Changes saved.");
  await expect(page.getByRole("link", { name: "Add a picture" })).toHaveCount(0);
  await page.goto(`${partner.path}/edit`);
  await expect(page.getByRole("img", { name: "A red door in a brick wall" })).toBeVisible();
  await page.getByRole("link", { name: "Change the picture" }).click();
  await page.getByRole("button", { name: "Take it away" }).click();
  await expect(toast(page)).toContainText("Changes saved.");
  await expect(page.getByRole("img", { name: "A red door in a brick wall" })).toHaveCount(0);
});

test("what is no picture is refused in words, whatever it calls itself, and what was typed stays", async ({ page }) => {
  const partner = await addPartnerForTest({ about: "No picture", serves: ["govan"] });
  await openAs(page, editors.areaAdmin, `${partner.path}/image`);
  const chosen = page.getByLabel("Picture", { exact: true });
  await chosen.setInputFiles(drawing);
  await words(page).fill("A drawing");
  await page.getByRole("button", { name: "Save picture" }).click();
  await expect(chosen).toHaveAccessibleDescription(/Choose a picture: JPEG, PNG/);
  await expect(words(page)).toHaveValue("A drawing");
  await chosen.setInputFiles({ name: "large.png", mimeType: "image/png", buffer: Buffer.alloc(8 * 1024 * 1024 + 1) });
  await expect(chosen).toHaveAccessibleDescription(/at most 8 MB/);
});

test("a hidden partner's picture is there for those who see the partner alone, and nobody else changes any", async ({
  page,
}) => {
  const partner = await addPartnerForTest({ about: "Hidden picture", serves: ["govan"], hidden: "A complaint." });
  await openAs(page, editors.areaAdmin, partner.path);
  const src = await giveImage(page, partner, "A closed door");
  const seen = await page.request.get(src);
  expect([seen.status(), seen.headers()["content-type"]]).toEqual([200, "image/webp"]);
  expect(seen.headers()["x-content-type-options"]).toBe("nosniff");
  expect(seen.headers()["cache-control"]).toBe("private, max-age=3600");
  expect((await send("GET", src, {})).status).toBe(404);
  const save = await actionOf(editors.root, `${partner.path}/image`, "Save picture");
  const remove = await actionOf(editors.root, `${partner.path}/image`, "Take it away");
  const input = { partnerId: partner.id, version: 1_000 };
  expect(await postAs(editors.partnershipAdmin, save, { ...input, alt: "Mine" })).toBe("not_found");
  expect(await postAs(editors.partnershipAdmin, remove, input)).toBe("not_found");
  await signInAs(page, editors.partnershipAdmin);
  expect((await page.goto(`${partner.path}/image`))?.status()).toBe(404);
  expect((await page.request.get(src)).status()).toBe(404);
  await signInAs(page, editors.areaAdmin);
  await page.goto(partner.path);
  await expect(page.getByRole("img", { name: "A closed door" })).toBeVisible();
});

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a picture is given by a plain form, and a refusal keeps its words", async ({ page }) => {
    const partner = await addPartnerForTest({ about: "Plain picture", serves: ["govan"] });
    await signInAs(page, editors.areaAdmin);
    await page.goto(`${partner.path}/image`);
    await page.getByLabel("Picture", { exact: true }).setInputFiles(drawing);
    await words(page).fill("A plain door");
    await page.getByRole("button", { name: "Save picture" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("Choose a picture");
    await expect(words(page)).toHaveValue("A plain door");
    await page.getByLabel("Picture", { exact: true }).setInputFiles(file);
    await page.getByRole("button", { name: "Save picture" }).click();
    await expect(page.getByRole("img", { name: "A plain door" })).toBeVisible();
  });
});

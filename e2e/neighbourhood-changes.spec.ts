import { expect, type Page, test } from "@playwright/test";
import { addPlaceForTest, freshPlaceCode, placeNow } from "@/lib/testing/places";
import { actionOf, postAs, signInAs } from "./fixtures";
import { choosePlace, editors, openAs, toast } from "./partner-form-page";

const address = "/places/neighbourhoods";

function box(page: Page, name: string) {
  return page.getByRole("textbox", { name: new RegExp(`^${name}`) });
}

async function more(page: Page, act: string): Promise<void> {
  await page.locator("summary", { hasText: "More" }).click();
  await page.getByRole("link", { name: act }).click();
}

test("root adds a place in another, edits and moves it, reads its history, and deletes it", async ({ page }) => {
  const land = await addPlaceForTest("Land", "country");
  const county = await addPlaceForTest("County", "county", land);
  const code = freshPlaceCode();
  await openAs(page, editors.root, land.path);
  await more(page, "New neighbourhood in it");
  await box(page, "Name").fill("Test New Town");
  await box(page, "Code").fill(code);
  await page.getByRole("combobox", { name: "Level" }).selectOption("district");
  await page.getByRole("button", { name: "Create neighbourhood" }).click();
  await expect(toast(page)).toContainText("Neighbourhood created.");
  await expect(page).toHaveURL(`${address}/${code}`);
  expect(await placeNow(code)).toMatchObject({ name: "Test New Town", unit: "district", path: [code, land.code] });
  await page.getByRole("link", { name: "Edit" }).click();
  await box(page, "Welsh name").fill("Tref Newydd");
  await page.getByRole("button", { name: `Remove ${land.name}` }).click();
  await choosePlace(page, "Lies in", county.name);
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(toast(page)).toContainText("Changes saved.");
  await expect(page.getByRole("navigation", { name: "Breadcrumb" })).toContainText(county.name);
  expect(await placeNow(code)).toMatchObject({ welshName: "Tref Newydd", path: [code, county.code, land.code] });
  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByRole("row", { name: /Edited the neighbourhood/ })).toContainText("parent, welsh name");
  await expect(page.getByRole("row", { name: /Created the neighbourhood/ })).toBeVisible();
  await more(page, "Delete…");
  await page.getByRole("dialog").getByRole("button", { name: "Delete Test New Town" }).click();
  await expect(toast(page)).toContainText("Neighbourhood deleted.");
  expect(await placeNow(code)).toBeNull();
  expect((await page.goto(`${address}/${code}`))?.status()).toBe(404);
});

test("with the keyboard alone root adds a place, led to each answer that is wrong, edits it and deletes it", async ({
  page,
}) => {
  const land = await addPlaceForTest("Land", "country");
  const taken = await addPlaceForTest("Taken", "district", land);
  const code = freshPlaceCode();
  await openAs(page, editors.root, `${address}/new?parent=${taken.code}`);
  // In a district there can only be wards.
  await expect(page.getByRole("combobox", { name: "Level" })).toHaveValue("ward");
  await box(page, "Name").focus();
  await page.keyboard.press("Enter");
  await expect(box(page, "Name")).toBeFocused();
  await expect(box(page, "Name")).toHaveAccessibleDescription(/Give the name/);
  await page.keyboard.type("Test Ward");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type(taken.code);
  await page.keyboard.press("Tab");
  await page.keyboard.type("R");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("2 answers need another look");
  await expect(box(page, "Code")).toBeFocused();
  await expect(box(page, "Code")).toHaveAccessibleDescription(/Another place has this code already/);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(code);
  await page.keyboard.press("Tab");
  await page.keyboard.type("W");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(toast(page)).toContainText("Neighbourhood created.");
  expect(await placeNow(code)).toMatchObject({ name: "Test Ward", unit: "ward", path: [code, taken.code, land.code] });
  await page.getByRole("link", { name: "Edit" }).focus();
  await page.keyboard.press("Enter");
  await box(page, "Welsh name").focus();
  await page.keyboard.type("Ward Prawf");
  await page.getByRole("button", { name: "Save changes" }).focus();
  await page.keyboard.press("Enter");
  await expect(toast(page)).toContainText("Changes saved.");
  expect(await placeNow(code)).toMatchObject({ welshName: "Ward Prawf", path: [code, taken.code, land.code] });
  await page.locator("summary", { hasText: "More" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Delete…" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "Delete Test Ward" }).focus();
  await page.keyboard.press("Enter");
  await expect(toast(page)).toContainText("Neighbourhood deleted.");
  expect(await placeNow(code)).toBeNull();
});

test("a save that meets another's shows both places by name, and overwrites nothing unasked", async ({
  page,
  browser,
}) => {
  const land = await addPlaceForTest("Land", "country");
  const [north, south] = [
    await addPlaceForTest("North", "county", land),
    await addPlaceForTest("South", "county", land),
  ];
  const town = await addPlaceForTest("Town", "district", land);
  await openAs(page, editors.root, `${town.path}/edit`);
  const elsewhere = await browser.newPage();
  await openAs(elsewhere, "idris.bowen@remit.example", `${town.path}/edit`);
  await elsewhere.getByRole("button", { name: `Remove ${land.name}` }).click();
  await choosePlace(elsewhere, "Lies in", south.name);
  await elsewhere.getByRole("button", { name: "Save changes" }).click();
  await expect(toast(elsewhere)).toContainText("Changes saved.");
  await elsewhere.close();
  await page.getByRole("button", { name: `Remove ${land.name}` }).click();
  await choosePlace(page, "Lies in", north.name);
  await page.getByRole("button", { name: "Save changes" }).click();
  const alert = page.getByRole("main").getByRole("alert");
  await expect(alert).toContainText("changed this while you were editing");
  const row = alert.getByRole("row", { name: /^Lies in/ });
  for (const place of [land, south, north]) await expect(row).toContainText(place.name);
  expect(await placeNow(town.code)).toMatchObject({ path: [town.code, south.code, land.code], version: 2 });
  await page.getByRole("button", { name: "Save mine over theirs" }).first().click();
  await expect(toast(page)).toContainText("Changes saved.");
  expect(await placeNow(town.code)).toMatchObject({ path: [town.code, north.code, land.code], version: 3 });
});

test("an area admin changes no place, whatever is posted", async ({ page }) => {
  const land = await addPlaceForTest("Kept", "country");
  await openAs(page, editors.areaAdmin, land.path);
  await expect(page.getByRole("link", { name: "Edit" })).toHaveCount(0);
  for (const end of ["/edit", "/delete"]) {
    expect((await page.goto(`${land.path}${end}`))?.status()).toBe(403);
    await expect(page.locator("[data-reason]").first()).toContainText("root");
  }
  expect((await page.goto(`${address}/new?parent=${land.code}`))?.status()).toBe(403);
  const create = await actionOf(editors.root, `${address}/new`, "Create neighbourhood");
  const update = await actionOf(editors.root, `${land.path}/edit`, "Save changes");
  const remove = await actionOf(editors.root, `${land.path}/delete`, "Delete");
  const known = { neighbourhoodId: land.id, version: "1" };
  const code = freshPlaceCode();
  for (const person of [editors.areaAdmin, editors.partnershipAdmin]) {
    expect(await postAs(person, create, { name: "Test", code, unit: "country", parent: "" })).toBe("forbidden");
    expect(await postAs(person, update, { ...known, name: "Taken over" })).toBe("forbidden");
    expect(await postAs(person, remove, known)).toBe("forbidden");
  }
  expect(await postAs("joyce.appiah@remit.example", update, { ...known, name: "Taken over" })).toBe("not_found");
  expect(await placeNow(land.code)).toMatchObject({ name: land.name, version: 1 });
  expect(await placeNow(code)).toBeNull();
});

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a place is added in one that was found, edited and deleted by plain pages", async ({ page }) => {
    const land = await addPlaceForTest("Land", "country");
    const code = freshPlaceCode();
    await signInAs(page, editors.root);
    await page.goto(`${address}/new`);
    await page.getByRole("link", { name: "Find a place" }).click();
    await page.getByRole("searchbox", { name: "Name of the place" }).fill(land.code);
    await page.getByRole("main").getByRole("button", { name: "Search" }).click();
    await page.getByRole("link", { name: land.name }).click();
    await box(page, "Name").fill("Test Plain");
    await box(page, "Code").fill("not a code");
    await page.getByRole("combobox", { name: "Level" }).selectOption("ward");
    await page.getByRole("button", { name: "Create neighbourhood" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("Use letters, digits and single hyphens");
    await expect(box(page, "Name")).toHaveValue("Test Plain");
    await box(page, "Code").fill(code);
    await page.getByRole("button", { name: "Create neighbourhood" }).click();
    await expect(toast(page)).toContainText("Neighbourhood created.");
    expect(await placeNow(code)).toMatchObject({ path: [code, land.code] });
    await page.getByRole("link", { name: "Edit" }).click();
    await box(page, "Name").fill("Test Plainer");
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Test Plainer" })).toBeVisible();
    await page.goto(`${land.path}/delete`);
    await expect(page.getByText(`${land.name} cannot be deleted while it is in use`)).toBeVisible();
    await expect(page.getByRole("main")).toContainText("1 place lies in it");
    await page.goto(`${address}/${code}/delete`);
    await page.getByRole("button", { name: "Delete Test Plainer" }).click();
    await expect(toast(page)).toContainText("Neighbourhood deleted.");
    expect(await placeNow(code)).toBeNull();
  });
});

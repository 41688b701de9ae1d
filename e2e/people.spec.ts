import { expect, test } from "@playwright/test";
import { demoEmail } from "@/lib/testing/demo/people";
import { addPartnerForTest } from "@/lib/testing/partners";
import { addPersonForTest, readPersonForTest } from "@/lib/testing/people";
import { actionOf, postAs, signInAs } from "./fixtures";
import { editors, openAs, toast } from "./partner-form-page";
import { chips } from "./partner-list-page";
import { people } from "./people-page";

const areaAdmin = demoEmail("nasreen.malik");

test("root's list is searched, filtered and sorted by its address, and says how many match", async ({ page }) => {
  await openAs(page, editors.root, "/people");
  const count = page
    .getByRole("main")
    .getByRole("status")
    .filter({ hasText: /people|person/ });
  await page.getByRole("combobox", { name: "Role" }).selectOption("Incomplete");
  await expect(people(page)).toHaveText(["Marcus Bell", "Ngozi Eze"]);
  await expect(count).toHaveText(/^2 of [\d,]+ people match$/);
  await expect(page.getByText("Gives nothing yet")).toHaveCount(2);
  await page.getByRole("columnheader", { name: "Name" }).getByRole("link").click();
  await expect(people(page)).toHaveText(["Ngozi Eze", "Marcus Bell"]);
  await page.getByRole("searchbox").fill("ngozi zzz");
  await expect(page.getByText("Nobody matches")).toBeVisible();
  await page.getByRole("searchbox").fill("NGOZI");
  await expect(people(page)).toHaveText(["Ngozi Eze"]);
  await expect(page).toHaveURL("/people?q=NGOZI&role=incomplete&sort=-name");
  await chips(page).filter({ hasText: "Role" }).click();
  await expect(page).toHaveURL("/people?q=NGOZI&sort=-name");
  await expect(page.getByRole("combobox", { name: "Role" })).toHaveValue("");
  await page.getByRole("combobox", { name: "State" }).selectOption("Deactivated");
  await expect(page.getByText("Nobody matches")).toBeVisible();
  await page.getByRole("link", { name: "Clear all filters" }).click();
  await expect(page).toHaveURL("/people?sort=-name");
});

test("an area admin finds the admins of the partners in the area, and of each what lies within the remit", async ({
  page,
}) => {
  await openAs(page, areaAdmin, "/people?q=o");
  const names = await people(page).allInnerTexts();
  expect(names).toContain("Rosa Delgado");
  expect(names).not.toContain("Oscar Lindqvist");
  await expect(page.getByRole("columnheader", { name: "Signed in" })).toHaveCount(0);
  await people(page).filter({ hasText: "Rosa Delgado" }).click();
  const main = page.getByRole("main");
  await expect(main.getByText("Rosa Delgado administers Wheels Kitchen.")).toBeVisible();
  await expect(main.getByText("And 2 roles outside your remit.")).toBeVisible();
  expect(await (await page.request.get(page.url())).text()).not.toMatch(/Ordsall|Quays/);
  await expect(page.getByRole("link", { name: /^(Edit|Deactivate)/ })).toHaveCount(0);
  await page.getByText("Why can I see this?").click();
  await expect(main.getByText("This person administers a partner in Hulme")).toBeVisible();
  await expect(main.getByRole("listitem").filter({ hasText: "Deactivate the account" })).toContainText("No: ");
  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Rosa Delgado" })).toBeVisible();
  expect((await page.goto("/people/rosa.delgado@remit.example/edit"))?.status()).toBe(403);
  await expect(page.locator("[data-reason]").first()).toContainText("root");
  expect((await page.goto("/people/oscar.lindqvist@remit.example"))?.status()).toBe(404);
});

test("with the keyboard alone root corrects a name, is told what is wrong, and the change stands", async ({ page }) => {
  const person = await addPersonForTest("Keys");
  await openAs(page, editors.root, `${person.path}/edit`);
  await page.getByRole("textbox", { name: "Name" }).focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveAccessibleDescription(/Give a name/);
  await page.keyboard.type(`${person.name} Renamed`);
  await page.keyboard.press("Tab");
  await page.keyboard.type("0141 496 0123");
  await page.keyboard.press("Enter");
  await expect(toast(page)).toContainText("Changes saved.");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${person.name} Renamed`);
  expect(await readPersonForTest(person.email)).toMatchObject({
    name: `${person.name} Renamed`,
    phone: "0141 496 0123",
  });
});

test("one changes one's own name and telephone, and nobody else's, whatever is posted", async ({ page }) => {
  const partner = await addPartnerForTest({ about: "Own profile", serves: ["govan"] });
  const own = await addPersonForTest("Own", { partners: [partner.id] });
  const co = await addPersonForTest("Co", { partners: [partner.id] });
  await openAs(page, own.email, own.path);
  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByRole("textbox", { name: "Telephone" }).fill("0141 496 0199");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("0141 496 0199")).toBeVisible();
  const save = await actionOf(editors.root, `${co.path}/edit`, "Save changes");
  const input = { userId: co.id, version: 1, name: "Taken Over" };
  for (const person of [own.email, editors.areaAdmin]) expect(await postAs(person, save, input)).toBe("forbidden");
  expect(await postAs(areaAdmin, save, input)).toBe("not_found");
  expect(await readPersonForTest(co.email)).toMatchObject({ name: co.name });
  expect(await readPersonForTest(own.email)).toMatchObject({ phone: "0141 496 0199" });
});

test("with the keyboard alone root deactivates an account, whose holder is out at once, and puts it back into use", async ({
  page,
  browser,
}) => {
  const partner = await addPartnerForTest({ about: "Out of use", serves: ["govan"] });
  const person = await addPersonForTest("Leaving", { partners: [partner.id] });
  const theirs = await (await browser.newContext()).newPage();
  await signInAs(theirs, person.email);
  expect((await theirs.goto(partner.path))?.status()).toBe(200);
  await openAs(page, editors.root, person.path);
  await page.getByRole("link", { name: "Deactivate…" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: `Deactivate ${person.name}?` });
  await expect(dialog).toContainText("signed out everywhere at once");
  const deactivate = await actionOf(editors.root, `${person.path}/deactivate`, "Deactivate");
  expect(await postAs(editors.areaAdmin, deactivate, { userId: person.id })).toBe("forbidden");
  expect(await readPersonForTest(person.email)).toMatchObject({ deactivated: false });
  await dialog.getByRole("button", { name: "Deactivate" }).focus();
  await page.keyboard.press("Enter");
  await expect(toast(page)).toContainText("Account deactivated");
  await expect(page.getByText(/^Deactivated since .* by Ruth Adeyemi$/)).toBeVisible();
  expect(await readPersonForTest(person.email)).toMatchObject({ deactivated: true });
  await theirs.goto(partner.path);
  await expect(theirs).toHaveURL(/\/sign-in/);
  await theirs.context().close();
  const again = await actionOf(editors.root, person.path, "Put back into use");
  expect(await postAs(editors.areaAdmin, again, { userId: person.id })).toBe("forbidden");
  await page.getByRole("button", { name: "Put back into use" }).focus();
  await page.keyboard.press("Enter");
  await expect(toast(page)).toContainText("Account back in use.");
  expect(await readPersonForTest(person.email)).toMatchObject({ deactivated: false });
});

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the list is filtered with its button, and editing and deactivating are pages", async ({ page }) => {
    const person = await addPersonForTest("Plain");
    await signInAs(page, editors.root);
    await page.goto("/people");
    await page.getByRole("searchbox").fill(person.name);
    await page.getByRole("combobox", { name: "Role" }).selectOption("No role");
    await page.getByRole("button", { name: "Apply" }).click();
    await people(page).click();
    await page.getByRole("link", { name: "Edit" }).click();
    await page.getByRole("textbox", { name: "Telephone" }).fill("12");
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByRole("textbox", { name: "Telephone" })).toHaveValue("12");
    await expect(page.getByRole("main").getByRole("alert")).toContainText("Give a telephone number");
    await page.getByRole("textbox", { name: "Telephone" }).fill("0141 496 0100");
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.getByRole("link", { name: "Deactivate…" }).click();
    await page.getByRole("button", { name: "Deactivate" }).click();
    await expect(toast(page)).toContainText("Account deactivated");
    expect(await readPersonForTest(person.email)).toMatchObject({ phone: "0141 496 0100", deactivated: true });
    await page.getByRole("button", { name: "Put back into use" }).click();
    await expect(toast(page)).toContainText("Account back in use.");
    expect(await readPersonForTest(person.email)).toMatchObject({ deactivated: false });
  });
});

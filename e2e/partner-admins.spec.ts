import { expect, type Page, test } from "@playwright/test";
import { demoEmail } from "@/lib/testing/demo/people";
import { addAdminForTest, addPartnerForTest, readAdminsForTest } from "@/lib/testing/partners";
import { actionOf, postAs, readLatestMail, signInAs } from "./fixtures";
import { editors, openAs, toast } from "./partner-form-page";

/** A partner in Glasgow with an admin, and somebody who administers another there. */
async function partnerWithAdmin(about: string, name: string) {
  const partner = await addPartnerForTest({ about, serves: ["govan"] });
  const admin = await addAdminForTest(partner.id, name);
  return { partner, admin, tab: `${partner.path}/people` };
}

async function somebodyElse(name: string): Promise<string> {
  const { id } = await addPartnerForTest({ about: "Elsewhere", serves: ["splott"] });
  return addAdminForTest(id, name);
}

function admins(page: Page) {
  return page.getByRole("region", { name: "Admins", exact: true });
}

function email(page: Page) {
  return page.getByRole("textbox", { name: "E-mail address" });
}

test("an admin adds another by e-mail address, who is told by mail and sees the partner at once", async ({ page }) => {
  const { partner, admin, tab } = await partnerWithAdmin("Joining", "Iona Test");
  const other = await somebodyElse("Rhona Test");
  await openAs(page, admin, tab);
  await admins(page).getByRole("link", { name: "Add an admin" }).click();
  const dialog = page.getByRole("dialog", { name: `Add an admin to ${partner.name}` });
  await expect(dialog).toContainText(`They see ${partner.name} from then on`);
  await expect(dialog).toContainText("They and Iona Test see each other’s names");
  await expect(email(page)).toBeFocused();
  await page.keyboard.type("rhona");
  await dialog.getByRole("button", { name: "Add admin" }).click();
  await expect(email(page)).toHaveAccessibleDescription(/Give an e-mail address, such as/);
  await email(page).fill("nobody@remit.example");
  await dialog.getByRole("button", { name: "Add admin" }).click();
  await expect(email(page)).toHaveAccessibleDescription(
    /no account with this address yet, and nobody can be invited from here yet\. Ask the admins of your area, or root\./,
  );
  await expect(email(page)).toHaveValue("nobody@remit.example");
  expect(await readAdminsForTest(partner.id)).toEqual([admin]);
  await email(page).fill(other.toUpperCase());
  await dialog.getByRole("button", { name: "Add admin" }).click();
  await expect(toast(page)).toContainText("Admin added.");
  await expect(dialog).toHaveCount(0);
  await expect(admins(page).getByRole("rowheader")).toHaveText([/^Iona TestYou/, /^Rhona Test/]);
  expect(await readAdminsForTest(partner.id)).toEqual([admin, other].toSorted());
  expect(await readLatestMail(page.request, other)).toContain(partner.name);
  await signInAs(page, other);
  await page.goto("/account/access");
  const role = page.getByRole("region", { name: `You administer ${partner.name}.` });
  await expect(role).toContainText(/by Iona Test/);
  await role.getByRole("link", { name: partner.name }).click();
  await expect(page.getByRole("heading", { level: 1, name: partner.name })).toBeVisible();
});

test("a co-admin is removed after one question, and has no access from that moment", async ({ page }) => {
  const { partner, admin, tab } = await partnerWithAdmin("Removing", "Iona Test");
  const other = await addAdminForTest(partner.id, "Rhona Test");
  await openAs(page, admin, tab);
  await admins(page).getByRole("link", { name: "Remove Rhona Test" }).click();
  const dialog = page.getByRole("dialog", { name: `Remove Rhona Test from ${partner.name}?` });
  await expect(dialog).toContainText("Their account and their other roles stay.");
  await expect(dialog).not.toContainText("no admin of its own");
  await page.keyboard.press("Escape");
  expect(await readAdminsForTest(partner.id)).toContain(other);
  await admins(page).getByRole("link", { name: "Remove Rhona Test" }).click();
  await dialog.getByRole("button", { name: "Remove admin" }).click();
  await expect(toast(page)).toContainText("Admin removed.");
  await expect(admins(page).getByRole("rowheader")).toHaveText([/^Iona Test/]);
  expect(await readAdminsForTest(partner.id)).toEqual([admin]);
  await signInAs(page, other);
  expect((await page.goto(partner.path))?.status()).toBe(404);
});

test("an area admin is asked once more before somebody leaves their sight, and can go back", async ({ page }) => {
  const { partner, admin, tab } = await partnerWithAdmin("Vanishing", "Morag Test");
  await openAs(page, editors.areaAdmin, tab);
  await admins(page).getByRole("link", { name: "Remove Morag Test" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(`${partner.name} then has no admin of its own.`);
  await dialog.getByRole("button", { name: "Remove admin" }).click();
  const question = dialog.getByRole("alert");
  await expect(question).toContainText("You will no longer see:");
  await expect(question.getByRole("listitem")).toHaveText(["Morag Test"]);
  await question.getByRole("link", { name: "Go back to the form" }).click();
  await expect(question).toHaveCount(0);
  await expect(dialog.getByRole("button", { name: "Remove admin" })).toBeFocused();
  expect(await readAdminsForTest(partner.id)).toEqual([admin]);
  await dialog.getByRole("button", { name: "Remove admin" }).click();
  await question.getByRole("button", { name: "Remove anyway" }).click();
  await expect(toast(page)).toContainText("Admin removed.");
  await expect(admins(page).getByText("No admin yet")).toBeVisible();
  expect(await readAdminsForTest(partner.id)).toEqual([]);
});

test("whoever removes themselves is told what they lose, and is led to the list", async ({ page }) => {
  const { partner, admin, tab } = await partnerWithAdmin("Leaving", "Una Test");
  await openAs(page, admin, tab);
  await admins(page).getByRole("link", { name: "Remove yourself" }).click();
  const dialog = page.getByRole("dialog", { name: `Remove yourself from ${partner.name}?` });
  await dialog.getByRole("button", { name: "Remove me" }).click();
  await expect(dialog.getByRole("alert").getByRole("listitem")).toHaveText([partner.name]);
  await dialog.getByRole("button", { name: "Remove me anyway" }).click();
  await expect(page).toHaveURL("/places/partners");
  await expect(toast(page)).toContainText("You are no longer an admin of the partner.");
  expect(await readAdminsForTest(partner.id)).toEqual([]);
  expect((await page.goto(partner.path))?.status()).toBe(404);
});

test("nobody without a say about the partner finds its pages or changes its admins, whatever is posted", async ({
  page,
}) => {
  const { partner, admin, tab } = await partnerWithAdmin("Guarded", "Isla Test");
  const stranger = await somebodyElse("Shona Test");
  const add = await actionOf(editors.root, `${tab}/new`, "Add admin");
  const remove = await actionOf(editors.root, `${tab}/${admin}/remove`, "Remove admin");
  for (const person of [stranger, editors.partnershipAdmin, demoEmail("yusuf.karim"), demoEmail("saoirse.quinn")]) {
    await signInAs(page, person);
    for (const path of [tab, `${tab}/new`, `${tab}/${admin}/remove`]) {
      expect((await page.request.get(path)).status(), `${path} as ${person}`).toBe(404);
    }
    expect(await postAs(person, add, { partnerId: partner.id, email: stranger })).toBe("not_found");
    expect(await postAs(person, remove, { partnerId: partner.id, userId: admin })).toBe("not_found");
  }
  expect(await postAs(admin, remove, { partnerId: partner.id, userId: admin })).toBe("confirmation_required");
  expect(await postAs(admin, add, { partnerId: partner.id, email: admin })).toBe("invalid");
  expect(await readAdminsForTest(partner.id)).toEqual([admin]);
  await signInAs(page, editors.root);
  expect((await page.request.get(`${tab}/${stranger}/remove`)).status()).toBe(404);
});

test("with the keyboard alone an admin is added and taken off again", async ({ page }) => {
  const { partner, admin, tab } = await partnerWithAdmin("Admin keys", "Iona Test");
  const other = await somebodyElse("Rhona Test");
  await openAs(page, admin, tab);
  await admins(page).getByRole("link", { name: "Add an admin" }).focus();
  await page.keyboard.press("Enter");
  await expect(email(page)).toBeFocused();
  await page.keyboard.type(other);
  await page.keyboard.press("Enter");
  await expect(toast(page)).toContainText("Admin added.");
  const removal = admins(page).getByRole("link", { name: "Remove Rhona Test" });
  await removal.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByRole("button", { name: "Remove admin" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(toast(page)).toContainText("Admin removed.");
  await expect(removal).toHaveCount(0);
  expect(await readAdminsForTest(partner.id)).toEqual([admin]);
});

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("adding and removing are pages, and a removal that hides somebody asks once more", async ({ page }) => {
    const { partner, admin, tab } = await partnerWithAdmin("Plain admins", "Morag Test");
    const other = await somebodyElse("Rhona Test");
    await signInAs(page, editors.areaAdmin);
    await page.goto(tab);
    await admins(page).getByRole("link", { name: "Add an admin" }).click();
    await email(page).fill("nobody@remit.example");
    await page.getByRole("button", { name: "Add admin" }).click();
    await expect(email(page)).toHaveAccessibleDescription(
      /no account with this address yet, and nobody can be invited from here yet\. Ask root\./,
    );
    await expect(email(page)).toHaveValue("nobody@remit.example");
    await email(page).fill(other);
    await page.getByRole("button", { name: "Add admin" }).click();
    await expect(toast(page)).toContainText("Admin added.");
    await admins(page).getByRole("link", { name: "Remove Rhona Test" }).click();
    await expect(
      page.getByRole("heading", { level: 1, name: `Remove Rhona Test from ${partner.name}?` }),
    ).toBeVisible();
    await page.getByRole("button", { name: "Remove admin" }).click();
    await expect(page.getByRole("alert").getByRole("listitem")).toHaveText(["Rhona Test"]);
    expect(await readAdminsForTest(partner.id)).toContain(other);
    await page.getByRole("button", { name: "Remove anyway" }).click();
    await expect(toast(page)).toContainText("Admin removed.");
    expect(await readAdminsForTest(partner.id)).toEqual([admin]);
  });
});

import { expect, type Page, test } from "@playwright/test";
import {
  addAdminForTest,
  addPartnerForTest,
  readAdminsForTest,
  readPartnerForTest,
  type TestPartner,
} from "@/lib/testing/partners";
import { addPersonForTest } from "@/lib/testing/people";
import { addTagForTest, readTagForTest } from "@/lib/testing/tags";
import { actionOf, postAs, signInAs } from "./fixtures";
import { editors, openAs, warmWelcome } from "./partner-form-page";

/** What became of each partner, as the page tells it. */
function outcome(page: Page) {
  return page.getByRole("list", { name: "What became of each partner" }).getByRole("listitem");
}

/** The bar with what may be done to the rows that are chosen. */
function bar(page: Page) {
  return page.getByRole("form", { name: "With the chosen partners" });
}

function choose(page: Page, { name }: TestPartner): Promise<void> {
  return page.getByRole("checkbox", { name: `Choose ${name}` }).check();
}

test("chosen rows of the list are counted, and a tag is put on all of them, with what became of each", async ({
  page,
}) => {
  const tag = await addTagForTest("Bulk", "facility");
  const [first, second] = await Promise.all([
    addPartnerForTest({ about: "Bulk tag a", serves: ["govan"] }),
    addPartnerForTest({ about: "Bulk tag b", serves: ["govan"] }),
  ]);
  await openAs(page, editors.areaAdmin, "/places/partners?q=Test+Bulk+tag");
  await expect(bar(page)).toBeHidden();
  await choose(page, first);
  await choose(page, second);
  await expect(bar(page).getByRole("status")).toHaveText("2 chosen");
  await bar(page).getByRole("button", { name: "Add a tag…" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Add a tag to 2 partners" })).toBeVisible();
  await page.getByRole("combobox", { name: "Tag" }).selectOption(`${tag.name} (facility)`);
  await page.getByRole("button", { name: "Add the tag" }).click();
  await expect(outcome(page)).toHaveText([new RegExp(`${first.name}: Put in`), new RegExp(`${second.name}: Put in`)]);
  expect((await readTagForTest(tag.id))?.carriers).toEqual([first.name, second.name]);
});

test("a partnership admin who takes partners out of their last partnership in bulk reads which disappear, and nothing is done before they confirm", async ({
  page,
}) => {
  const plan = { serves: ["grangetown"], tags: ["croeso-cynnes"] } as const;
  const [first, second] = await Promise.all([
    addPartnerForTest({ about: "Bulk gone a", ...plan }),
    addPartnerForTest({ about: "Bulk gone b", ...plan }),
  ]);
  await openAs(page, editors.partnershipAdmin, "/places/partners?q=Test+Bulk+gone");
  await choose(page, first);
  await choose(page, second);
  await bar(page).getByRole("button", { name: "Remove a tag…" }).click();
  await page.getByRole("combobox", { name: "Tag" }).selectOption(`${warmWelcome} (partnership)`);
  await page.getByRole("button", { name: "Remove the tag" }).click();
  const question = page.getByRole("main").getByRole("alert");
  await expect(question).toContainText("You will no longer see:");
  await expect(question.getByRole("listitem")).toHaveText([first.name, second.name]);
  expect(await readPartnerForTest(first.id)).toMatchObject({ tags: ["croeso-cynnes"] });
  // Past the page, and with a confirmation of something else, it asks again.
  const remove = await actionOf(
    editors.partnershipAdmin,
    `/places/partners/bulk?act=remove-tag&partner=${first.id}`,
    "Remove the tag",
  );
  const posted = { tagId: "croeso-cynnes", remove: [first.id], confirmed: "made up" };
  expect(await postAs(editors.partnershipAdmin, remove, posted)).toBe("confirmation_required");
  expect(await readPartnerForTest(first.id)).toMatchObject({ tags: ["croeso-cynnes"] });
  await question.getByRole("button", { name: "Remove it anyway" }).click();
  await expect(outcome(page)).toHaveText([
    new RegExp(`${first.name}: Taken out`),
    new RegExp(`${second.name}: Taken out`),
  ]);
  expect(await readPartnerForTest(first.id)).toMatchObject({ tags: [] });
  expect(await readPartnerForTest(second.id)).toMatchObject({ tags: [] });
});

test("an area admin makes the holder of an account an admin of several partners, and of none beyond their area, whatever is posted", async ({
  page,
}) => {
  const person = await addPersonForTest("Bulk admin");
  const [first, second, beyond] = await Promise.all([
    addPartnerForTest({ about: "Bulk admin a", serves: ["govan"] }),
    addPartnerForTest({ about: "Bulk admin b", serves: ["govan"] }),
    addPartnerForTest({ about: "Bulk admin beyond", serves: ["trinity"] }),
  ]);
  await openAs(page, editors.areaAdmin, "/places/partners?q=Test+Bulk+admin");
  await choose(page, first);
  await choose(page, second);
  await bar(page).getByRole("button", { name: "Add an admin…" }).click();
  await page.getByRole("textbox", { name: "E-mail address" }).fill(person.email);
  await page.getByRole("button", { name: "Add as an admin" }).click();
  await expect(outcome(page)).toHaveText([
    new RegExp(`${first.name}: Is an admin now`),
    new RegExp(`${second.name}: Is an admin now`),
  ]);
  expect(await readAdminsForTest(first.id)).toEqual([person.email]);
  const add = await actionOf(
    editors.areaAdmin,
    `/places/partners/bulk?act=add-admin&partner=${first.id}`,
    "Add as an admin",
  );
  expect(await postAs(editors.areaAdmin, add, { partner: beyond.id, email: person.email })).toBe("not_found");
  expect(await readAdminsForTest(beyond.id)).toEqual([]);
});

test("a partner's own admin is not offered to hide partners, and hides none, whatever is posted", async ({ page }) => {
  const partner = await addPartnerForTest({ about: "Bulk own", serves: ["govan"] });
  const own = await addAdminForTest(partner.id, "Isla Test");
  await openAs(page, own, "/places/partners");
  await choose(page, partner);
  await expect(bar(page).getByRole("button", { name: "Add a tag…" })).toBeVisible();
  await expect(bar(page).getByRole("button", { name: "Hide…" })).toHaveCount(0);
  const address = `/places/partners/bulk?act=hide&partner=${partner.id}`;
  expect((await page.goto(address))?.status()).toBe(403);
  const hide = await actionOf(editors.root, address, "Hide them");
  expect(await postAs(own, hide, { partner: partner.id, reason: "Because." })).toBe("forbidden");
  expect(await readPartnerForTest(partner.id)).toMatchObject({ hiddenFor: null });
});

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("chosen rows lead to the question, and an area admin hides them for one reason", async ({ page }) => {
    const [first, second] = await Promise.all([
      addPartnerForTest({ about: "Bulk hide a", serves: ["govan"] }),
      addPartnerForTest({ about: "Bulk hide b", serves: ["govan"] }),
    ]);
    await signInAs(page, editors.areaAdmin);
    await page.goto("/places/partners?q=Test+Bulk+hide");
    await choose(page, first);
    await choose(page, second);
    await bar(page).getByRole("button", { name: "Hide…" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Hide 2 partners" })).toBeVisible();
    await page.getByRole("checkbox", { name: second.name }).uncheck();
    await page.getByRole("button", { name: "Hide them" }).click();
    await expect(page.getByText("Say why: the partners' own admins read this.").first()).toBeVisible();
    await page.getByRole("textbox", { name: "Reason" }).fill("Closed for the winter.");
    await page.getByRole("button", { name: "Hide them" }).click();
    await expect(outcome(page)).toHaveText([new RegExp(`${first.name}: Hidden`)]);
    expect(await readPartnerForTest(first.id)).toMatchObject({ hiddenFor: "Closed for the winter." });
    expect(await readPartnerForTest(second.id)).toMatchObject({ hiddenFor: null });
  });

  test("partners that an act takes out of sight are asked about first, and what became of them is told after", async ({
    page,
  }) => {
    const plan = { serves: ["grangetown"], tags: ["croeso-cynnes"] } as const;
    const partner = await addPartnerForTest({ about: "Bulk gone plain", ...plan });
    await signInAs(page, editors.partnershipAdmin);
    await page.goto(`/places/partners/bulk?act=remove-tag&partner=${partner.id}`);
    await page.getByRole("combobox", { name: "Tag" }).selectOption(`${warmWelcome} (partnership)`);
    await page.getByRole("button", { name: "Remove the tag" }).click();
    await page.getByRole("button", { name: "Remove it anyway" }).click();
    await expect(outcome(page)).toHaveText([new RegExp(`${partner.name}: Taken out`)]);
    await expect(page.getByRole("link", { name: "Back to the list" })).toBeVisible();
    expect(await readPartnerForTest(partner.id)).toMatchObject({ tags: [] });
  });
});

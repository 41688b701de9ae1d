import { expect, type Page, test } from "@playwright/test";
import { addAdminForTest, addPartnerForTest, readPartnerForTest } from "@/lib/testing/partners";
import { addTagForTest, freshTagName, readTagForTest } from "@/lib/testing/tags";
import { actionOf, postAs, signInAs } from "./fixtures";
import { editors, openAs, toast, warmWelcome } from "./partner-form-page";

/** What became of each partner, as the page tells it. */
function outcome(page: Page) {
  return page.getByRole("list", { name: "What became of each partner" }).getByRole("listitem");
}

test("root creates a category, edits it and deletes it, after reading what goes with it", async ({ page }) => {
  const [name, better] = [freshTagName("Music"), freshTagName("Music and song")];
  await openAs(page, editors.root, "/places/tags");
  await page.getByRole("link", { name: "New tag" }).click();
  await page.getByRole("combobox", { name: "Kind" }).selectOption("Category");
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("button", { name: "Create tag" }).click();
  await expect(toast(page)).toContainText("Tag created.");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  expect(await readTagForTest(name)).toMatchObject({ kind: "category", description: null });
  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill(better);
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(toast(page)).toContainText("Changes saved.");
  expect(await readTagForTest(name)).toBeNull();
  await page.locator("summary", { hasText: "More" }).click();
  await page.getByRole("link", { name: "Delete…" }).click();
  await expect(page.getByText("No partner carries it.")).toBeVisible();
  await page.getByRole("button", { name: `Delete ${better}` }).click();
  await expect(toast(page)).toContainText("Tag deleted.");
  expect(await readTagForTest(better)).toBeNull();
});

test("area, partnership and partner admins see every category and facility, and may make, change or delete none, whatever is posted", async ({
  page,
}) => {
  const tag = await addTagForTest("Sewing", "category");
  const create = await actionOf(editors.root, "/places/tags/new", "Create tag");
  const update = await actionOf(editors.root, `${tag.path}/edit`, "Save changes");
  const remove = await actionOf(editors.root, `${tag.path}/delete`, "Delete");
  const partner = await addPartnerForTest({ about: "Sewing", serves: ["govan"] });
  const own = await addAdminForTest(partner.id, "Iona Test");
  const name = freshTagName("Forbidden");
  for (const person of [editors.areaAdmin, editors.partnershipAdmin, own]) {
    await signInAs(page, person);
    await page.goto("/places/tags?kind=category");
    await expect(page.getByRole("link", { name: "Food and cooking", exact: true })).toBeVisible();
    await expect(page.getByRole("link", { name: "New tag" })).toHaveCount(0);
    expect((await page.goto("/places/tags/new"))?.status()).toBe(403);
    expect((await page.goto(`${tag.path}/edit`))?.status()).toBe(403);
    expect(await postAs(person, create, { kind: "category", name })).toBe("forbidden");
    expect(await postAs(person, update, { tagId: tag.id, version: 1, name })).toBe("forbidden");
    expect(await postAs(person, remove, { tagId: tag.id, version: 1 })).toBe("forbidden");
  }
  expect(await readTagForTest(name)).toBeNull();
  expect(await readTagForTest(tag.id)).toMatchObject({ name: tag.name });
});

test("a partnership admin sees the partnerships that they look after and no other; area and partner admins see none", async ({
  page,
}) => {
  const other = await addTagForTest("Secret", "partnership");
  await signInAs(page, editors.partnershipAdmin);
  await page.goto("/places/tags?kind=partnership");
  await expect(page.getByRole("table").getByRole("rowheader")).toHaveText([warmWelcome]);
  const answers: (number | undefined)[] = [];
  for (const person of [editors.partnershipAdmin, editors.areaAdmin]) {
    await signInAs(page, person);
    await page.goto("/places/tags?q=secret");
    await expect(page.getByText("No tag matches")).toBeVisible();
    for (const key of [other.id, "no-such-tag"]) answers.push((await page.goto(`/places/tags/${key}`))?.status());
  }
  expect(answers).toEqual([404, 404, 404, 404]);
});

test("an area admin puts partners of their area into a category and takes them out, many at once from the tag's page", async ({
  page,
}) => {
  const tag = await addTagForTest("Knitting", "category");
  const [first, second, full] = await Promise.all([
    addPartnerForTest({ about: "Knit one", serves: ["govan"] }),
    addPartnerForTest({ about: "Knit two", serves: ["govan"] }),
    addPartnerForTest({ about: "Knit full", serves: ["govan"], tags: ["food", "arts", "sport"] }),
  ]);
  const beyond = await addPartnerForTest({ about: "Knit beyond", serves: ["trinity"] });
  await openAs(page, editors.areaAdmin, `${tag.path}/partners?q=Test+Knit`);
  await expect(page.getByRole("row", { name: full.name })).toContainText("Has three categories already");
  await expect(page.getByRole("row", { name: beyond.name })).toHaveCount(0);
  await page.getByRole("checkbox", { name: `Put in ${first.name}` }).check();
  await page.getByRole("checkbox", { name: `Put in ${second.name}` }).check();
  await page.getByRole("button", { name: "Save what is ticked" }).click();
  await expect(outcome(page)).toHaveText([new RegExp(`${first.name}: Put in`), new RegExp(`${second.name}: Put in`)]);
  expect((await readTagForTest(tag.id))?.carriers).toEqual([first.name, second.name]);
  await page.getByRole("checkbox", { name: `Take out ${first.name}` }).check();
  await page.getByRole("button", { name: "Save what is ticked" }).click();
  await expect(outcome(page)).toHaveText([new RegExp(`${first.name}: Taken out`)]);
  expect((await readTagForTest(tag.id))?.carriers).toEqual([second.name]);
  // Past the page: a partner out of sight is like one that does not exist, and one that is full is refused.
  const save = await actionOf(editors.areaAdmin, `${tag.path}/partners?q=Test+Knit`, "Save what is ticked");
  const post = (add: string) => postAs(editors.areaAdmin, save, { tagId: tag.id, add });
  expect([await post(beyond.id), await post(full.id)]).toEqual(["not_found", "invalid"]);
  expect((await readTagForTest(tag.id))?.carriers).toEqual([second.name]);
});

test("a partner admin takes a partnership off their own partner and never puts one on, whatever is posted", async () => {
  const partner = await addPartnerForTest({ about: "Leaving", serves: ["govan"], tags: ["croeso-cynnes"] });
  const own = await addAdminForTest(partner.id, "Rhona Test");
  const save = await actionOf(own, `/places/partners/bulk?act=remove-tag&partner=${partner.id}`, "Remove the tag");
  const post = (way: "add" | "remove") => postAs(own, save, { tagId: "croeso-cynnes", [way]: partner.id });
  expect(await post("remove")).toBe("done");
  expect(await readPartnerForTest(partner.id)).toMatchObject({ tags: [] });
  expect(await post("add")).toBe("not_found");
  expect(await readPartnerForTest(partner.id)).toMatchObject({ tags: [] });
});

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("partners are put into a category from its page, which says what became of each", async ({ page }) => {
    const tag = await addTagForTest("Plain", "facility");
    const partner = await addPartnerForTest({ about: "Plain way", serves: ["govan"] });
    await signInAs(page, editors.areaAdmin);
    await page.goto(`${tag.path}/partners`);
    await page.getByRole("searchbox", { name: "Name or postcode" }).fill(partner.name);
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("checkbox", { name: `Put in ${partner.name}` }).check();
    await page.getByRole("button", { name: "Save what is ticked" }).click();
    await expect(outcome(page)).toHaveText([new RegExp(`${partner.name}: Put in`)]);
    expect((await readTagForTest(tag.id))?.carriers).toEqual([partner.name]);
  });
});

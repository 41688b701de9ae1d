import { expect, test } from "@playwright/test";
import { demoCode } from "@/lib/testing/demo/places";
import { addPartnerForTest } from "@/lib/testing/partners";
import { addPersonForTest, readPersonForTest } from "@/lib/testing/people";
import { addSiteForTest, readSiteForTest } from "@/lib/testing/sites";
import { actionOf, portalAddress, postAs, readLatestMail, signInAs } from "./fixtures";
import { choosePlace, editors, openAs, toast } from "./partner-form-page";

/** The status that somebody who is not signed in gets. */
async function statusFor(path: string): Promise<number> {
  return (await fetch(new URL(path, portalAddress()))).status;
}

test("root makes a site, sees what is missing, gives it an area and an admin, and deletes it", async ({ page }) => {
  test.setTimeout(120_000);
  await addPartnerForTest({ about: "Shown", serves: ["govan"] });
  const person = await addPersonForTest("Keeper");
  const slug = `test-made-${person.id.slice(-8)}`;
  await openAs(page, editors.root, "/places/sites");
  await page.getByRole("link", { name: "New site" }).first().click();
  await page.getByLabel("Name", { exact: true }).fill("Test made here");
  await page.getByLabel("Public address").fill("Not An Address");
  await page.getByRole("button", { name: "Create site" }).click();
  await expect(page.getByText("Use small letters, digits and single hyphens").first()).toBeVisible();
  await page.getByLabel("Public address").fill(slug);
  await page.getByRole("button", { name: "Create site" }).click();
  await expect(toast(page)).toContainText("Site created. It is not published yet.");
  const publishing = page.getByRole("region", { name: "Publishing" });
  await expect(publishing).toContainText("It has no neighbourhood, so its page would be empty.");
  await expect(publishing.getByRole("button", { name: "Publish it" })).toHaveCount(0);
  const path = new URL(page.url()).pathname;
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await choosePlace(page, "Neighbourhoods", "Govan");
  await page.getByLabel("Opening text").fill("Come in.");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(toast(page)).toContainText("Changes saved.");
  expect(await readSiteForTest(slug)).toMatchObject({ places: [demoCode("govan")], heroText: "Come in." });
  await page.getByRole("link", { name: /^People with access/ }).click();
  await page.goto(`${path}/people/new`);
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByRole("button", { name: "Add site admin" }).click();
  await expect(toast(page)).toContainText("Site admin added.");
  await expect(page.getByRole("table", { name: "Admins of this site" })).toContainText(person.name);
  expect(await readLatestMail(page.request, person.email)).toContain("you look after the site Test made here");
  await page.goto(person.path);
  await expect(page.getByText(`${person.name} looks after the site Test made here.`)).toBeVisible();
  await page.goto(`${path}/delete`);
  await expect(page.getByText(`${person.name} loses the role of looking after it.`)).toBeVisible();
  await page.getByRole("button", { name: "Delete Test made here" }).click();
  await expect(toast(page)).toContainText("Site deleted.");
  expect(await readSiteForTest(slug)).toBeNull();
  expect((await readPersonForTest(person.email))?.roles).toEqual([]);
});

test("a site admin edits the own site but neither slug, domain, neighbourhoods, partnership tags nor site admins", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const [site, person] = await Promise.all([
    addSiteForTest({ about: "Own", places: ["govan"], tags: ["croeso-cynnes"] }),
    addPersonForTest("Another"),
  ]);
  await openAs(page, site.admin, `${site.path}/edit`);
  for (const label of ["Public address", "Domain"]) await expect(page.getByLabel(label)).toHaveCount(0);
  await expect(page.getByRole("region", { name: "What it covers" })).toContainText("Govan");
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await page.getByLabel("Tagline").fill("Ours to say.");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(toast(page)).toContainText("Changes saved.");
  const saved = await readSiteForTest(site.id);
  expect(saved).toMatchObject({ tagline: "Ours to say.", version: 2 });
  const save = await actionOf(editors.root, `${site.path}/edit`, "Save changes");
  const version = saved?.version ?? 0;
  for (const part of [
    { slug: "mine" },
    { domain: "mine.example" },
    { addNeighbourhoods: [demoCode("splott")] },
    { removeNeighbourhoods: [demoCode("govan")] },
    { addTags: ["age-friendly"] },
    { removeTags: ["croeso-cynnes"] },
  ]) {
    expect(await postAs(site.admin, save, { siteId: site.id, version, tagline: "Along with it.", ...part })).toBe(
      "forbidden",
    );
  }
  const add = await actionOf(editors.root, `${site.path}/people/new`, "Add site admin");
  expect(await postAs(site.admin, add, { siteId: site.id, email: person.email })).toBe("forbidden");
  const remove = await actionOf(editors.root, `${site.path}/people/${site.admin}/remove`, "Remove site admin");
  expect(await postAs(site.admin, remove, { siteId: site.id, userId: site.admin })).toBe("forbidden");
  const erase = await actionOf(editors.root, `${site.path}/delete`, "Delete");
  expect(await postAs(site.admin, erase, { siteId: site.id, version })).toBe("forbidden");
  expect(await readSiteForTest(site.id)).toEqual(saved);
  await page.goto(`${site.path}/people`);
  await expect(page.getByRole("heading", { name: "Site admins" })).toBeVisible();
  await expect(page.getByRole("link", { name: /Add a site admin|Remove/ })).toHaveCount(0);
});

test("a site admin publishes the own site and takes it off again, and visitors find it exactly as long", async ({
  page,
}) => {
  await addPartnerForTest({ about: "Shown", serves: ["govan"] });
  const site = await addSiteForTest({ about: "Switch", places: ["govan"] });
  await openAs(page, site.admin, site.path);
  expect(await statusFor(site.publicPath)).toBe(404);
  await page.getByRole("button", { name: "Publish it" }).click();
  await expect(toast(page)).toContainText("Site published.");
  expect(await statusFor(site.publicPath)).toBe(200);
  await page.getByRole("button", { name: "Take it off the public pages" }).click();
  await expect(toast(page)).toContainText("Site taken off the public pages.");
  expect(await statusFor(site.publicPath)).toBe(404);
  expect((await readSiteForTest(site.id))?.published).toBe(false);
});

test("nobody but root and its own admins knows of a site, and none of them can act on it past the pages", async ({
  page,
}) => {
  const [site, other] = await Promise.all([
    addSiteForTest({ about: "Secret", places: ["govan"] }),
    addSiteForTest({ about: "Neighbour", places: ["govan"] }),
  ]);
  const save = await actionOf(editors.root, `${site.path}/edit`, "Save changes");
  const before = await readSiteForTest(site.id);
  for (const person of [other.admin, editors.areaAdmin, editors.partnershipAdmin]) {
    await signInAs(page, person);
    const response = await page.goto(site.path);
    expect(response?.status()).toBe(404);
    expect(await postAs(person, save, { siteId: site.id, version: 1, name: "Taken over" })).toBe("not_found");
    await page.goto(`/places/sites?q=${encodeURIComponent(site.name)}`);
    await expect(page.getByRole("link", { name: site.name })).toHaveCount(0);
  }
  expect(await readSiteForTest(site.id)).toEqual(before);
});

test("a site admin without other roles meets a dashboard about the own site and no word that anything is missing from the roles", async ({
  page,
}) => {
  await addPartnerForTest({ about: "Shown", serves: ["govan"] });
  const site = await addSiteForTest({ about: "Mine", places: ["govan"] });
  await openAs(page, site.admin, "/dashboard");
  await expect(page.getByText(`You look after the site ${site.name}.`)).toBeVisible();
  await expect(page.getByText(/gives nothing yet|You hold no role/)).toHaveCount(0);
  const card = page.getByRole("region", { name: site.name });
  await expect(card).toContainText("Not published");
  await expect(card).toContainText(/It would show [\d,]+ partners?/);
  await card.getByRole("link", { name: "Write an opening text" }).click();
  await expect(page.getByLabel("Opening text")).toBeVisible();
});

import { expect, type Locator, test } from "@playwright/test";
import { addCalendarForTest, addEventForTest } from "@/lib/testing/calendars";
import { addPartnerForTest } from "@/lib/testing/partners";
import { addSiteForTest } from "@/lib/testing/sites";
import { complaintsOf, expectNoFault } from "./faults";
import { portalAddress } from "./fixtures";
import { editors, openAs, toast } from "./partner-form-page";

/** A published site in Govan with a partner of the test's own that has a coming event. */
async function publishedSite(about: string) {
  const partner = await addPartnerForTest({ about, serves: ["govan"], tags: ["food"], summary: `${about} for all.` });
  const calendar = await addCalendarForTest({ partnerId: partner.id, about });
  const event = await addEventForTest({ calendarId: calendar.id, about, inHours: 2 });
  const site = await addSiteForTest({ about, places: ["govan"], published: true, heroText: "Come in." });
  return { partner, calendar, event, site, partnerPath: `${site.publicPath}/partners/${partner.id}` };
}

async function textOf(path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(new URL(path, portalAddress()));
  return { status: response.status, text: await response.text() };
}

test("visitors find the partners and coming events of a site, search and open them, without scripts and without signing in", async ({
  browser,
}) => {
  const { partner, event, site } = await publishedSite("Open");
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: portalAddress() });
  const page = await context.newPage();
  await page.goto(site.publicPath);
  await expect(page.getByRole("heading", { level: 1, name: site.name })).toBeVisible();
  await expect(page.getByText("Come in.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Coming events" })).toContainText(event.title);
  await page.getByLabel("Name or what it does").fill(partner.name);
  await page.getByLabel("Category").selectOption({ label: await optionOf(page.getByLabel("Category"), "Food") });
  await page.getByRole("button", { name: "Search" }).click();
  const found = page.getByRole("region", { name: "Who is here" });
  await expect(found.getByRole("status")).toContainText("1 organisation of");
  await found.getByRole("link", { name: partner.name }).click();
  await expect(page.getByRole("heading", { level: 1, name: partner.name })).toBeVisible();
  await expect(page.getByText("Open for all.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Coming events" })).toContainText(event.title);
  await context.close();
});

async function optionOf(select: Locator, begins: string): Promise<string> {
  const labels = await select.locator("option").allTextContents();
  const label = labels.find((text) => text.startsWith(begins));
  if (label === undefined) throw new Error(`There is no option ${begins}.`);
  return label;
}

test("hidden partners, hidden and withdrawn events, and partners of other places are nowhere on the public pages", async () => {
  const { site, calendar } = await publishedSite("Leak");
  const [hidden, elsewhere] = await Promise.all([
    addPartnerForTest({ about: "Hidden", serves: ["govan"], hidden: "Not for the public" }),
    addPartnerForTest({ about: "Elsewhere", serves: ["splott"] }),
  ]);
  const withdrawn = { withdrawnAt: new Date() };
  const [hiddenEvent, withdrawnEvent] = await Promise.all([
    addEventForTest({ calendarId: calendar.id, about: "Hidden event", inHours: 1, hidden: "Not for the public" }),
    addEventForTest({ calendarId: calendar.id, about: "Withdrawn event", inHours: 1, event: withdrawn }),
  ]);
  for (const partner of [hidden, elsewhere]) {
    expect((await textOf(`${site.publicPath}/partners/${partner.id}`)).status).toBe(404);
    const { text } = await textOf(`${site.publicPath}?q=${encodeURIComponent(partner.name)}`);
    // Once in the box that it was typed into, and in no entry.
    expect(text).not.toContain(partner.id);
  }
  const { status, text } = await textOf(site.publicPath);
  expect(status).toBe(200);
  for (const word of [hidden.name, hiddenEvent.title, withdrawnEvent.title, "Not for the public"]) {
    expect(text).not.toContain(word);
  }
});

test("what a site admin changes, and what somebody hides, is so on the public page at once", async ({ page }) => {
  test.setTimeout(120_000);
  const { site, partner, event, partnerPath } = await publishedSite("Fresh");
  expect((await textOf(site.publicPath)).text).toContain(event.title);
  await openAs(page, site.admin, `${site.path}/edit`);
  await page.getByLabel("Tagline").fill("New words.");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(toast(page)).toContainText("Changes saved.");
  expect((await textOf(site.publicPath)).text).toContain("New words.");
  await openAs(page, editors.areaAdmin, `${partner.path}/hide`);
  await page.getByLabel("Reason").fill("Closed for repairs");
  await page.getByRole("button", { name: "Hide partner" }).click();
  await expect(toast(page)).toContainText("Partner hidden from the public pages.");
  expect((await textOf(site.publicPath)).text).not.toContain(event.title);
  expect((await textOf(partnerPath)).status).toBe(404);
});

test("only a published site asks search engines in, and its pages have no fault in either theme, wide or at 320 px", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const { site, partnerPath } = await publishedSite("Plain");
  const complaints = complaintsOf(page);
  for (const path of [site.publicPath, partnerPath]) {
    await page.goto(path);
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /^index/);
    await expectNoFault(page);
  }
  expect(complaints).toEqual([]);
  const draft = await addSiteForTest({ about: "Draft", places: ["govan"] });
  const { status, text } = await textOf(draft.publicPath);
  expect(status).toBe(404);
  expect(text).toContain("noindex");
  expect(text).not.toContain(draft.name);
});

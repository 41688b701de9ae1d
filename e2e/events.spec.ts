import { expect, type Page, test } from "@playwright/test";
import { addCalendarForTest, addEventForTest } from "@/lib/testing/calendars";
import { demoEmail } from "@/lib/testing/demo/people";
import { moderationNow } from "@/lib/testing/event-world";
import { addAdminForTest, addPartnerForTest, type TestPartnerPlan } from "@/lib/testing/partners";
import { actionOf, postAs, signInAs } from "./fixtures";
import { editors, openAs, toast } from "./partner-form-page";

/** Looks after the site of the partnership `croeso-cynnes`, and one partner in Gwynedd. */
const siteAdmin = demoEmail("lowri.bevan");

/** Somewhere that only the area admin looks after, and somewhere that only the partnership admin does, with a site of its own. */
const inGlasgow = { serves: ["govan"] } as const;
const inCardiff = { serves: ["splott"], tags: ["croeso-cynnes"] } as const;

/** A partner with a calendar and an event of its own, and an admin of the partner. */
async function eventOf(about: string, hidden?: string, where: Pick<TestPartnerPlan, "serves" | "tags"> = inGlasgow) {
  const partner = await addPartnerForTest({ about, ...where });
  const calendar = await addCalendarForTest({ partnerId: partner.id, about });
  const event = await addEventForTest({ calendarId: calendar.id, about, hidden });
  const admin = await addAdminForTest(partner.id, "Iona Test");
  return { partner, calendar, admin, event: { ...event, path: `/places/events/${event.id}` } };
}

function main(page: Page) {
  return page.getByRole("main");
}

test("an area admin finds an event, hides it with a reason, and undoes it and that in turn", async ({ page }) => {
  const { event, partner } = await eventOf("Hiding event");
  await openAs(page, editors.areaAdmin, "/places/events");
  await page.getByRole("searchbox", { name: "Search titles" }).fill(event.title);
  await expect(page.getByRole("status").filter({ hasText: "1 event matches" })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: event.title })).toContainText(partner.name);
  await page.getByRole("link", { name: event.title, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: event.title })).toBeVisible();
  await page.getByRole("link", { name: "Hide…" }).click();
  const dialog = page.getByRole("dialog", { name: `Hide ${event.title}?` });
  await dialog.getByRole("button", { name: "Hide event" }).click();
  const reason = dialog.getByRole("textbox", { name: "Reason" });
  await expect(reason).toBeFocused();
  await expect(reason).toHaveAccessibleDescription(/Say why/);
  expect(await moderationNow(event.id)).toMatchObject({ hiddenFor: null });
  await reason.fill("Not for everybody.");
  await dialog.getByRole("button", { name: "Hide event" }).click();
  await expect(toast(page)).toContainText("Event hidden from the public pages.");
  await expect(page.getByText("“Not for everybody.”")).toBeVisible();
  expect(await moderationNow(event.id)).toMatchObject({ hiddenFor: "Not for everybody." });
  await toast(page).getByRole("button", { name: "Undo: show the event again" }).click();
  await expect(toast(page)).toContainText("Event shown on the public pages again.");
  expect(await moderationNow(event.id)).toMatchObject({ hiddenFor: null });
  await toast(page).getByRole("button", { name: "Undo: hide the event for the same reason" }).click();
  await expect(page.getByText("“Not for everybody.”")).toBeVisible();
  expect(await moderationNow(event.id)).toEqual({ hiddenFor: "Not for everybody.", hidings: 2 });
  await page
    .getByRole("navigation", { name: `About ${event.title}` })
    .getByRole("link", { name: "History" })
    .click();
  await expect(page.getByRole("row").filter({ hasText: "Showed the event again" })).toHaveCount(1);
});

test("its organiser's own admin reads why an event is hidden, and neither hides nor shows it, whatever is posted", async ({
  page,
}) => {
  const { event, admin } = await eventOf("Own hidden", "A complaint.");
  const shown = await eventOf("Own shown");
  await openAs(page, admin, event.path);
  await expect(page.getByText("“A complaint.”")).toBeVisible();
  await expect(page.getByRole("button", { name: "Show again" })).toHaveCount(0);
  expect((await page.goto(`${event.path}/hide`))?.status()).toBe(403);
  await expect(page.locator("[data-reason]")).toContainText("Who could");
  const show = await actionOf(editors.root, event.path, "Show again");
  expect(await postAs(admin, show, { eventId: event.id })).toBe("forbidden");
  const hide = await actionOf(editors.root, `${shown.event.path}/hide`, "Hide event");
  expect(await postAs(shown.admin, hide, { eventId: shown.event.id, reason: "Because." })).toBe("forbidden");
  expect(await postAs(admin, hide, { eventId: shown.event.id, reason: "Because." })).toBe("not_found");
  expect(await moderationNow(event.id)).toMatchObject({ hiddenFor: "A complaint." });
  expect(await moderationNow(shown.event.id)).toEqual({ hiddenFor: null, hidings: 0 });
});

test("an event beyond the remit is not there: neither its page, nor in the list, nor in a filter by its calendar", async ({
  page,
}) => {
  const { event, calendar, partner } = await eventOf("Beyond");
  await eventOf("Within", undefined, inCardiff);
  await openAs(page, editors.partnershipAdmin, "/places/events");
  for (const path of ["", "/history", "/hide"]) {
    expect((await page.goto(`${event.path}${path}`))?.status()).toBe(404);
  }
  for (const asked of [`q=${encodeURIComponent(event.title)}`, `calendar=${calendar.id}`, `partner=${partner.id}`]) {
    await page.goto(`/places/events?${asked}`);
    await expect(main(page)).toContainText("No event matches");
    await expect(main(page)).not.toContainText(calendar.name);
    await expect(main(page)).not.toContainText(partner.name);
  }
});

test("a site admin sees what their site shows as the public does: no calendar, no history, nothing hidden, nothing to do", async ({
  page,
}) => {
  const { event, calendar } = await eventOf("On a site", undefined, inCardiff);
  const hidden = await eventOf("Off a site", "A complaint.", inCardiff);
  await openAs(page, siteAdmin, event.path);
  await expect(page.getByRole("heading", { level: 1, name: event.title })).toBeVisible();
  await expect(main(page)).not.toContainText(calendar.name);
  await expect(page.getByRole("link", { name: "History" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Hide…" })).toHaveCount(0);
  expect((await page.goto(`${event.path}/history`))?.status()).toBe(403);
  expect((await page.goto(`${event.path}/hide`))?.status()).toBe(403);
  expect((await page.goto(hidden.event.path))?.status()).toBe(404);
  const hide = await actionOf(editors.root, `${event.path}/hide`, "Hide event");
  expect(await postAs(siteAdmin, hide, { eventId: event.id, reason: "Because." })).toBe("forbidden");
  expect(await moderationNow(event.id)).toEqual({ hiddenFor: null, hidings: 0 });
});

test("a failing calendar stands on the health page of those who look after it, with what to do, and leads to its page", async ({
  page,
}) => {
  const partner = await addPartnerForTest({ about: "Failing", serves: ["govan"] });
  const admin = await addAdminForTest(partner.id, "Una Test");
  const importing = { state: "error", failure: "refused", failingSince: new Date("2026-01-02T10:00:00Z") } as const;
  const calendar = await addCalendarForTest({ partnerId: partner.id, about: "Failing", importing });
  await openAs(page, admin, "/dashboard/partner");
  await page.getByRole("link", { name: /1 calendar failing/ }).click();
  await expect(page.getByRole("link", { name: calendar.name })).toBeVisible();
  await page.goto("/places/calendars/health");
  const failing = page.getByRole("region", { name: "Calendars that fail" });
  await expect(failing).toContainText("The server wants a password");
  await expect(failing).toContainText("Ask its organiser to make it public");
  await expect(failing).toContainText("Failing since 2 Jan 2026");
  await failing.getByRole("link", { name: calendar.name }).click();
  await expect(page.getByRole("heading", { level: 1, name: calendar.name })).toBeVisible();
  await openAs(page, editors.partnershipAdmin, "/places/calendars/health");
  await expect(main(page)).not.toContainText(calendar.name);
});

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("searching, hiding and showing again are forms and pages", async ({ page }) => {
    const { event } = await eventOf("Plain event");
    await signInAs(page, editors.areaAdmin);
    await page.goto("/places/events");
    await page.getByRole("searchbox", { name: "Search titles" }).fill(event.title);
    await page.getByRole("button", { name: "Apply" }).click();
    await page.getByRole("link", { name: event.title, exact: true }).click();
    await page.getByRole("link", { name: "Hide…" }).click();
    await page.getByRole("button", { name: "Hide event" }).click();
    await expect(main(page).getByRole("alert")).toContainText("Say why");
    await page.getByRole("textbox", { name: "Reason" }).fill("Plainly loud.");
    await page.getByRole("button", { name: "Hide event" }).click();
    await expect(page.getByText("“Plainly loud.”")).toBeVisible();
    expect(await moderationNow(event.id)).toMatchObject({ hiddenFor: "Plainly loud." });
    await page.getByRole("button", { name: "Show again" }).click();
    await expect(toast(page)).toContainText("Event shown on the public pages again.");
    expect(await moderationNow(event.id)).toMatchObject({ hiddenFor: null });
  });
});

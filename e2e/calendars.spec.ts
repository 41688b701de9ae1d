import { expect, type Locator, type Page, test } from "@playwright/test";
import { calendarNow } from "@/lib/testing/calendar-rows";
import { addCalendarForTest, addEventForTest } from "@/lib/testing/calendars";
import { addAdminForTest, addPartnerForTest } from "@/lib/testing/partners";
import { actionOf, postAs, signInAs } from "./fixtures";
import { choosePlace, editors, openAs, toast } from "./partner-form-page";

const list = "/places/calendars";

function field(page: Page, name: string): Locator {
  return page.getByRole("textbox", { name: new RegExp(`^${name}`) });
}

/** An address that is nobody's: no name under `.example` is ever found. */
function sourceOf(about: string): string {
  return `https://${about.replaceAll(" ", "-").toLowerCase()}.example/calendar.ics`;
}

test("a partner's admin looks at a source before saving, adds the calendar, edits it, reads its history and deletes it", async ({
  page,
}) => {
  const partner = await addPartnerForTest({ about: "Diary", address: "govan" });
  const admin = await addAdminForTest(partner.id, "Test Diary Admin");
  const name = `${partner.name} diary`;
  await openAs(page, admin, `${partner.path}/calendars`);
  await expect(page.getByText("No calendars yet")).toBeVisible();
  await page.getByRole("link", { name: "Add a calendar" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "New calendar" })).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Organiser" }).locator("option:checked")).toHaveText(partner.name);
  await field(page, "Source").fill(sourceOf(name));
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByText("Nothing was saved; you may save it all the same.")).toBeVisible();
  await expect(field(page, "Source")).toHaveValue(sourceOf(name));
  expect(await calendarNow(name)).toBeNull();
  await field(page, "Name").fill(name);
  await page.getByRole("button", { name: "Create calendar" }).click();
  await expect(toast(page)).toContainText("Calendar created.");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const made = await calendarNow(name);
  expect(made).toMatchObject({ strategy: "place", version: 1 });
  await page.getByText("Why can I see this?").click();
  await expect(page.getByText(`You administer ${partner.name}, which organises it.`).first()).toBeVisible();
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await field(page, "Source").fill("");
  await page.getByRole("radio", { name: "Online only" }).check();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(toast(page)).toContainText("Changes saved.");
  await expect(page.getByText("This calendar has no source")).toBeVisible();
  expect(await calendarNow(name)).toMatchObject({ url: null, strategy: "online_only", version: 2 });
  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByRole("row", { name: /Edited the calendar/ })).toContainText("strategy");
  await page.locator("summary", { hasText: "More" }).click();
  await page.getByRole("link", { name: "Delete…" }).click();
  await page.getByRole("button", { name: `Delete ${name}` }).click();
  await expect(toast(page)).toContainText("Calendar deleted");
  expect(await calendarNow(name)).toBeNull();
});

test("whoever has hundreds of partners looks for the organiser and the default place by name", async ({ page }) => {
  const partner = await addPartnerForTest({ about: "Found by name", address: "govan" });
  await openAs(page, editors.root, `${list}/new`);
  await field(page, "Name").fill(`${partner.name} events`);
  await choosePlace(page, "Organiser", partner.name);
  await page.getByRole("radio", { name: "No place" }).check();
  await page.getByRole("button", { name: "Create calendar" }).click();
  await expect(toast(page)).toContainText("Calendar created.");
  await expect(page.getByRole("link", { name: partner.name }).first()).toBeVisible();
});

test("a default place out of sight survives a save, without its name", async ({ page }) => {
  const [partner, venue] = [
    await addPartnerForTest({ about: "Guests", address: "govan" }),
    await addPartnerForTest({ about: "Hosts", address: "govan" }),
  ];
  const admin = await addAdminForTest(partner.id, "Test Guest Admin");
  const calendar = await addCalendarForTest({
    partnerId: partner.id,
    about: "visits",
    calendar: { placeId: venue.id },
  });
  await openAs(page, admin, `${list}/${calendar.id}/edit`);
  await expect(page.getByRole("combobox", { name: "Default place" }).locator("option:checked")).toHaveText(
    "A place outside your remit",
  );
  expect(await page.content()).not.toContain(venue.name);
  expect(await page.content()).not.toContain(venue.id);
  await field(page, "Contact’s name").fill("Sam");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(toast(page)).toContainText("Changes saved.");
  await openAs(page, editors.root, `${list}/${calendar.id}`);
  await expect(page.getByRole("link", { name: venue.name })).toBeVisible();
});

test("the record says in words what fails, what was noticed and what comes, and an import out of turn is queued once", async ({
  page,
}) => {
  const partner = await addPartnerForTest({ about: "Trouble", address: "govan" });
  const notices = [{ code: "missing_title", count: 2, example: "" }];
  const importing = { state: "error", failure: "not_found", failingSince: new Date(), notices } as const;
  const calendar = await addCalendarForTest({ partnerId: partner.id, about: "trouble", importing });
  const event = await addEventForTest({ calendarId: calendar.id, about: "day" });
  await openAs(page, editors.areaAdmin, `${list}?q=${encodeURIComponent(calendar.name)}&state=failing`);
  await expect(page.getByRole("row", { name: calendar.name })).toContainText("Error");
  await page.getByRole("link", { name: calendar.name, exact: true }).click();
  await expect(page.getByText("There is no calendar at this address any more.")).toBeVisible();
  await expect(page.getByText("2 events have no title.")).toBeVisible();
  await expect(page.getByRole("link", { name: event.title })).toBeVisible();
  await page.getByRole("button", { name: "Import now" }).click();
  await expect(toast(page)).toContainText("Queued.");
});

test("whoever has nothing to do with the organiser finds no calendar, and posts to it in vain", async ({ page }) => {
  const partner = await addPartnerForTest({ about: "Elsewhere", address: "govan" });
  const other = await addPartnerForTest({ about: "Nearby", address: "govan" });
  const outsider = await addAdminForTest(other.id, "Test Outsider");
  const calendar = await addCalendarForTest({ partnerId: partner.id, about: "private" });
  await signInAs(page, outsider);
  for (const end of ["", "/edit", "/history", "/delete"]) {
    expect((await page.goto(`${list}/${calendar.id}${end}`))?.status()).toBe(404);
  }
  const before = await calendarNow(calendar.id);
  const record = { calendarId: calendar.id, version: before?.version ?? 1 };
  const update = await actionOf(editors.root, `${list}/${calendar.id}/edit`, "Save changes");
  expect(await postAs(outsider, update, { ...record, name: "Mine now" })).toBe("not_found");
  const erase = await actionOf(editors.root, `${list}/${calendar.id}/delete`, "Delete");
  expect(await postAs(outsider, erase, record)).toBe("not_found");
  expect(await calendarNow(calendar.id)).toEqual(before);
});

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a preview keeps what was typed and shows what came of it, and the same form then saves", async ({ page }) => {
    const partner = await addPartnerForTest({ about: "Plain", address: "govan" });
    const admin = await addAdminForTest(partner.id, "Test Plain Admin");
    const name = `${partner.name} plain`;
    await signInAs(page, admin);
    await page.goto(`${list}/new?partner=${partner.id}`);
    await field(page, "Name").fill(name);
    await field(page, "Source").fill(sourceOf(name));
    await field(page, "Contact’s name").fill("Jo");
    await page.getByRole("button", { name: "Preview" }).click();
    await expect(page.getByText("Nothing was saved; you may save it all the same.")).toBeVisible();
    await expect(field(page, "Name")).toHaveValue(name);
    await expect(field(page, "Contact’s name")).toHaveValue("Jo");
    expect(await calendarNow(name)).toBeNull();
    await field(page, "Source").fill("ftp://nothing");
    await page.getByRole("button", { name: "Preview" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("Give the whole address");
    await expect(field(page, "Source")).toHaveValue("ftp://nothing");
    await field(page, "Source").fill(sourceOf(name));
    await page.getByRole("button", { name: "Create calendar" }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    expect(await calendarNow(name)).toMatchObject({ contact: "Jo" });
  });

  test("a partner among many is found on a page of its own, and comes back into the form", async ({ page }) => {
    const partner = await addPartnerForTest({ about: "Sought", address: "govan" });
    await signInAs(page, editors.root);
    await page.goto(`${list}/new`);
    await page.getByRole("link", { name: "Find a partner" }).first().click();
    await page.getByRole("searchbox", { name: "Name of the partner" }).fill(partner.name);
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("link", { name: partner.name }).click();
    await expect(page.getByRole("checkbox", { name: partner.name }).first()).toBeChecked();
  });
});

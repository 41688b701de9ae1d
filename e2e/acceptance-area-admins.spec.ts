import { expect, test } from "@playwright/test";
import { addCalendarForTest, readCalendarForTest } from "@/lib/testing/calendars";
import { demoCode } from "@/lib/testing/demo/places";
import { addAdminForTest, freshPartnerName, readAdminsForTest, readPartnerForTest } from "@/lib/testing/partners";
import { addPersonForTest, readPersonForTest } from "@/lib/testing/people";
import {
  areaRoles,
  insidePartner,
  outsidePartner,
  postNewPartner,
  refusedCalendarEdit,
  refusedDeletion,
  refusedEdit,
  seesOnly,
  visit,
} from "./acceptance-world";
import { actionOf, postAs } from "./fixtures";
import { editors, press, toast, warmWelcome } from "./partner-form-page";

// Each acceptance line of the source document for neighbourhood and partnership admins: what it allows through the page,
// what it does not past it, and the row read again. Without scripts: the journeys with them have specs of their own.
test.use({ javaScriptEnabled: false });

const calendarPath = (id: string) => `/places/calendars/${id}`;

for (const role of areaRoles) {
  const { person, place, elsewhere, tags } = role;
  const isPartnership = tags.length > 0;

  test.describe(`users with role ${role.role} can`, () => {
    test("view all of the neighbourhoods", async ({ page }) => {
      for (const code of [demoCode(place), demoCode("trinity")]) {
        expect(await visit(page, person, `/places/neighbourhoods/${code}`)).toBe(200);
      }
      await expect(page.getByRole("link", { name: "Edit", exact: true })).toHaveCount(0);
      const { email } = await addPersonForTest("Plain");
      expect(await visit(page, email, `/places/neighbourhoods/${demoCode(place)}`)).toBe(404);
    });

    test(`view partners with a service area or address${isPartnership ? " and a partnership tag" : ""} in their scope`, async ({
      page,
    }) => {
      const [inside, outside] = [await insidePartner(role, "Seen"), await outsidePartner(role, "Unseen")];
      await seesOnly(page, person, "/places/partners", inside, outside);
    });

    test("view users that admin for a partner in their scope", async ({ page }) => {
      const [inside, outside] = [await insidePartner(role, "Staffed"), await outsidePartner(role, "Unstaffed")];
      const [seen, unseen] = [
        await addPersonForTest("Seen", { partners: [inside.id] }),
        await addPersonForTest("Unseen", { partners: [outside.id] }),
      ];
      await seesOnly(page, person, "/people", seen, unseen);
    });

    test("view calendars that belong to a partner in their scope", async ({ page }) => {
      const [inside, outside] = [await insidePartner(role, "Fed"), await outsidePartner(role, "Unfed")];
      const [seen, unseen] = [
        await addCalendarForTest({ partnerId: inside.id, about: "Seen" }),
        await addCalendarForTest({ partnerId: outside.id, about: "Unseen" }),
      ];
      const at = ({ id, name }: { id: string; name: string }) => ({ name, path: calendarPath(id) });
      await seesOnly(page, person, "/places/calendars", at(seen), at(unseen));
    });

    test(`view all category tags${isPartnership ? " and the partnership tags owned by them" : ""}`, async ({
      page,
    }) => {
      const list = page.getByRole("main").getByRole("table");
      expect(await visit(page, person, "/places/tags?kind=category")).toBe(200);
      await expect(list.getByRole("link", { name: "Food and cooking", exact: true })).toBeVisible();
      expect(await visit(page, person, "/places/tags/sport")).toBe(200);
      expect(await visit(page, person, "/places/tags/croeso-cynnes")).toBe(isPartnership ? 200 : 404);
      expect(await visit(page, person, "/places/tags/youth-voice")).toBe(404);
    });

    test(`create partners with a service area or address${isPartnership ? " and a partnership tag" : ""} in their scope`, async ({
      page,
    }) => {
      const [name, smuggled] = [freshPartnerName("Created"), freshPartnerName("Smuggled")];
      await visit(page, person, `/places/partners/new?addNeighbourhoods=${demoCode(place)}`);
      await page.getByRole("textbox", { name: "Name" }).first().fill(name);
      if (isPartnership) await press(page, warmWelcome);
      await page.getByRole("button", { name: "Create partner" }).click();
      await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
      expect(await readPartnerForTest(name)).toMatchObject({ areas: [demoCode(place)], tags });
      expect(await postNewPartner(person, { name: smuggled, place: elsewhere, tags })).toBe("forbidden");
      if (isPartnership) expect(await postNewPartner(person, { name: smuggled, place })).toBe("forbidden");
      expect(await readPartnerForTest(smuggled)).toBeNull();
    });

    test("create users that admin for a partner in their scope, of accounts that there are", async ({ page }) => {
      const [inside, outside] = [await insidePartner(role, "Joining"), await outsidePartner(role, "Closed")];
      const { email } = await addPersonForTest("Joining");
      await visit(page, person, `${inside.path}/people/new`);
      await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
      await page.getByRole("button", { name: "Add admin" }).click();
      await expect(toast(page)).toContainText("Admin added.");
      expect(await readAdminsForTest(inside.id)).toEqual([email]);
      const add = await actionOf(editors.root, `${outside.path}/people/new`, "Add admin");
      expect(await postAs(person, add, { partnerId: outside.id, email })).toBe("not_found");
      expect(await readAdminsForTest(outside.id)).toEqual([]);
    });

    test("create calendars that belong to a partner in their scope", async ({ page }) => {
      const [inside, outside] = [await insidePartner(role, "Calendar"), await outsidePartner(role, "Foreign")];
      const name = `${inside.name} events`;
      await visit(page, person, `/places/calendars/new?partner=${inside.id}`);
      await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
      await page.getByRole("button", { name: "Create calendar" }).click();
      await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
      expect(await readCalendarForTest(name)).toMatchObject({ partnerId: inside.id });
      const create = await actionOf(editors.root, "/places/calendars/new", "Create calendar");
      const fields = { name: `${outside.name} events`, strategy: "no_location" };
      expect(await postAs(person, create, { ...fields, partner: outside.id })).toMatch(
        /^(invalid|forbidden|not_found)$/,
      );
      expect(await readCalendarForTest(fields.name)).toBeNull();
    });

    test(`edit everything about a partner, except ${isPartnership ? "adding" : "removing or adding"} neighbourhoods outside of their scope`, async ({
      page,
    }) => {
      const partner = await insidePartner(role, "Edited", { serves: [elsewhere] });
      await visit(page, person, `${partner.path}/edit`);
      await page.getByRole("textbox", { name: "Summary" }).fill("Written by an admin of the area.");
      await page.getByRole("button", { name: "Save changes" }).click();
      await expect(toast(page)).toContainText("Changes saved.");
      expect(await readPartnerForTest(partner.id)).toMatchObject({ summary: "Written by an admin of the area." });
      expect(await refusedEdit(person, partner, { addNeighbourhoods: demoCode("hulme") })).toBe("forbidden");
      if (!isPartnership) {
        expect(await refusedEdit(person, partner, { removeNeighbourhoods: demoCode(elsewhere) })).toBe("forbidden");
      }
      const outside = await outsidePartner(role, "Untouched");
      expect(await refusedEdit(person, outside, { summary: "From outside." })).toBe("not_found");
    });

    test("edit whether or not a user is an admin for a partner, and are forced to confirm what becomes invisible", async ({
      page,
    }) => {
      const partner = await insidePartner(role, "Leaving");
      const admin = await addAdminForTest(partner.id, "Morag Test");
      await visit(page, person, `${partner.path}/people/${admin}/remove`);
      await page.getByRole("button", { name: "Remove admin" }).click();
      await expect(page.getByRole("alert").getByRole("listitem")).toHaveText(["Morag Test"]);
      expect(await readAdminsForTest(partner.id)).toEqual([admin]);
      const remove = await actionOf(editors.root, `${partner.path}/people/${admin}/remove`, "Remove admin");
      expect(await postAs(person, remove, { partnerId: partner.id, userId: admin })).toBe("confirmation_required");
      expect(await readAdminsForTest(partner.id)).toEqual([admin]);
      await page.getByRole("button", { name: "Remove anyway" }).click();
      await expect(toast(page)).toContainText("Admin removed.");
      expect((await readPersonForTest(admin))?.roles).toEqual([]);
    });

    test("edit everything about a calendar", async ({ page }) => {
      const [inside, outside] = [await insidePartner(role, "Edited"), await outsidePartner(role, "Untouched")];
      const mine = await addCalendarForTest({ partnerId: inside.id, about: "Mine", url: null });
      const other = await addCalendarForTest({ partnerId: outside.id, about: "Theirs", url: null });
      await visit(page, person, `${calendarPath(mine.id)}/edit`);
      await page.getByRole("textbox", { name: "Contact’s name" }).fill("Ailsa Test");
      await page.getByRole("radio", { name: /^No place/ }).check();
      await page.getByRole("button", { name: "Save changes" }).click();
      await expect(toast(page)).toContainText(/saved/i);
      expect(await readCalendarForTest(mine.id)).toMatchObject({ contactName: "Ailsa Test", strategy: "no_location" });
      expect(await refusedCalendarEdit(person, other.id, { name: "From outside" })).toBe("not_found");
      expect(await refusedCalendarEdit(person, mine.id, { partner: outside.id })).toMatch(
        /^(invalid|forbidden|not_found)$/,
      );
    });

    test("assign and remove any of the partners in their scope from category tags", async ({ page }) => {
      const [inside, outside] = [await insidePartner(role, "Sorted"), await outsidePartner(role, "Unsorted")];
      for (const [chip, expected] of [
        ["Arts, music and crafts", ["arts", ...tags]],
        ["Remove Arts, music and crafts", [...tags]],
      ] as const) {
        await visit(page, person, `${inside.path}/edit`);
        await press(page, chip);
        await page.getByRole("button", { name: "Save changes" }).click();
        await expect(toast(page)).toContainText("Changes saved.");
        expect((await readPartnerForTest(inside.id))?.tags).toEqual(expected);
      }
      expect(await refusedEdit(person, outside, { addTags: "arts" })).toBe("not_found");
    });

    test(`delete partners that only have service areas and addresses${isPartnership ? " and tags" : ""} within their scope`, async ({
      page,
    }) => {
      const partner = await insidePartner(role, "Going");
      const wider = await insidePartner(role, "Wider", { serves: [elsewhere] });
      await visit(page, person, `${partner.path}/delete`);
      await page.getByRole("button", { name: `Delete ${partner.name}` }).click();
      await expect(toast(page)).toContainText("deleted");
      expect(await readPartnerForTest(partner.id)).toBeNull();
      expect(await visit(page, person, `${wider.path}/delete`)).toBe(403);
      expect(await refusedDeletion(person, wider)).toBe("forbidden");
      if (isPartnership) {
        const shared = await insidePartner(role, "Shared", { tags: ["youth-voice"] });
        expect(await refusedDeletion(person, shared)).toBe("forbidden");
      }
    });

    test("delete calendars within their scope, also of a partner that they may not delete", async ({ page }) => {
      const [inside, outside] = [
        await insidePartner(role, "Wider", { serves: [elsewhere] }),
        await outsidePartner(role, "Foreign"),
      ];
      const mine = await addCalendarForTest({ partnerId: inside.id, about: "Mine" });
      const other = await addCalendarForTest({ partnerId: outside.id, about: "Theirs" });
      await visit(page, person, `${calendarPath(mine.id)}/delete`);
      await page.getByRole("button", { name: `Delete ${mine.name}` }).click();
      await expect(toast(page)).toContainText(/deleted/i);
      expect(await readCalendarForTest(mine.id)).toBeNull();
      const remove = await actionOf(editors.root, `${calendarPath(other.id)}/delete`, "Delete");
      expect(await postAs(person, remove, { calendarId: other.id, version: "1" })).toBe("not_found");
      expect(await readCalendarForTest(other.id)).not.toBeNull();
    });
  });
}

test("users with role partnership admin can assign and remove partners from partnership tags that they admin for, and are forced to confirm what becomes invisible", async ({
  page,
}) => {
  const [, role] = areaRoles;
  if (role === undefined) throw new Error("There is no partnership admin.");
  const { person } = role;
  const partner = await insidePartner(role, "Member", { tags: ["youth-voice"] });
  await visit(page, person, `${partner.path}/edit`);
  await press(page, `Remove ${warmWelcome}`);
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(partner.name);
  expect(await refusedEdit(person, partner, { removeTags: "croeso-cynnes" })).toBe("confirmation_required");
  expect(await refusedEdit(person, partner, { removeTags: "youth-voice" })).toBe("forbidden");
  expect(await refusedEdit(person, partner, { addTags: "green-neighbours" })).toBe("forbidden");
  await page.getByRole("button", { name: "Save anyway" }).click();
  await expect(toast(page)).toContainText("no longer within your remit");
  expect((await readPartnerForTest(partner.id))?.tags).toEqual(["youth-voice"]);
});

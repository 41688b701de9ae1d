import { expect, test } from "@playwright/test";
import { addCalendarForTest, readCalendarForTest } from "@/lib/testing/calendars";
import { demoCode } from "@/lib/testing/demo/places";
import { addAdminForTest, addPartnerForTest, readAdminsForTest, readPartnerForTest } from "@/lib/testing/partners";
import { addPersonForTest, readPersonForTest } from "@/lib/testing/people";
import { refusedCalendarEdit, refusedDeletion, refusedEdit, seesOnly, visit } from "./acceptance-world";
import { actionOf, postAs } from "./fixtures";
import { editors, press, toast } from "./partner-form-page";

// Each acceptance line of the source document for root's assigning and for partner admins, without scripts.
test.use({ javaScriptEnabled: false });

/** A partner with an admin of its own, and one that this admin has nothing to do with. */
async function ownAndOther(about: string) {
  const own = await addPartnerForTest({ about, serves: ["govan"], tags: ["youth-voice"] });
  const other = await addPartnerForTest({ about: `Other ${about}`, serves: ["govan"] });
  return { own, other, admin: await addAdminForTest(own.id, "Iona Test") };
}

const calendarPath = (id: string) => `/places/calendars/${id}`;

test("anyone with a root account can create a new neighbourhood admin by assigning a neighbourhood to a user", async ({
  page,
}) => {
  const person = await addPersonForTest("Assigned");
  const proposal = `role=neighbourhood_admin&neighbourhoods=${demoCode("govan")}&preview=1`;
  await visit(page, editors.root, `${person.path}/grants/new?${proposal}`);
  await page.getByRole("button", { name: "Give this role" }).click();
  await expect(toast(page)).toContainText("Role given.");
  expect((await readPersonForTest(person.email))?.roles).toEqual(["neighbourhood_admin Govan"]);
  const second = await addPersonForTest("Refused");
  const give = await actionOf(editors.root, `${second.path}/grants/new?${proposal}`, "Give this role");
  const fields = { userId: second.email, role: "neighbourhood_admin", neighbourhoods: demoCode("govan") };
  expect(await postAs(editors.areaAdmin, give, fields)).toMatch(/^(invalid|forbidden|not_found)$/);
  expect((await readPersonForTest(second.email))?.roles).toEqual([]);
});

test("anyone with a root account can create a new partnership admin by assigning a neighbourhood and a partnership tag to a user", async ({
  page,
}) => {
  const person = await addPersonForTest("Assigned");
  await visit(page, editors.root, `${person.path}/grants/new?role=partnership_admin`);
  const give = await actionOf(
    editors.root,
    `${person.path}/grants/new?role=neighbourhood_admin&neighbourhoods=${demoCode("govan")}&preview=1`,
    "Give this role",
  );
  const fields = { userId: person.email, role: "partnership_admin", neighbourhoods: demoCode("govan") };
  const whole = { ...fields, partnerships: "youth-voice" };
  expect(await postAs(editors.partnershipAdmin, give, whole)).toMatch(/^(invalid|forbidden|not_found)$/);
  expect((await readPersonForTest(person.email))?.roles).toEqual([]);
  expect(await postAs(editors.root, give, whole)).toMatch(/^to \/people\//);
  expect((await readPersonForTest(person.email))?.roles).toEqual(["partnership_admin Govan for Youth Voice"]);
});

for (const [who, person, place, tags] of [
  ["root", editors.root, "govan", []],
  ["neighbourhood_admin", editors.areaAdmin, "govan", []],
  ["partnership_admin", editors.partnershipAdmin, "canton", ["croeso-cynnes"]],
] as const) {
  test(`${who} accounts can create new partner admins by assigning a partner to an existing user`, async ({ page }) => {
    const partner = await addPartnerForTest({ about: "Assigning", serves: [place], tags });
    const { email } = await addPersonForTest("Assigned");
    await visit(page, person, `${partner.path}/people/new`);
    await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
    await page.getByRole("button", { name: "Add admin" }).click();
    await expect(toast(page)).toContainText("Admin added.");
    expect(await readAdminsForTest(partner.id)).toEqual([email]);
    const { email: stranger } = await addPersonForTest("Stranger");
    const add = await actionOf(editors.root, `${partner.path}/people/new`, "Add admin");
    expect(await postAs(stranger, add, { partnerId: partner.id, email: stranger })).toBe("not_found");
    expect(await readAdminsForTest(partner.id)).toEqual([email]);
  });
}

test.describe("users with role partner admin can", () => {
  test("view partners that they admin for", async ({ page }) => {
    const { own, other, admin } = await ownAndOther("Viewed");
    await seesOnly(page, admin, "/places/partners", own, other);
  });

  test("view calendars that belong to a partner they admin for", async ({ page }) => {
    const { own, other, admin } = await ownAndOther("Fed");
    const [seen, unseen] = [
      await addCalendarForTest({ partnerId: own.id, about: "Seen" }),
      await addCalendarForTest({ partnerId: other.id, about: "Unseen" }),
    ];
    const at = ({ id, name }: { id: string; name: string }) => ({ name, path: calendarPath(id) });
    await seesOnly(page, admin, "/places/calendars", at(seen), at(unseen));
  });

  test("view all category tags, and no list of partnerships", async ({ page }) => {
    const { admin } = await ownAndOther("Tagged");
    expect(await visit(page, admin, "/places/tags/food")).toBe(200);
    expect(await visit(page, admin, "/places/tags/youth-voice")).toBe(404);
    await visit(page, admin, "/places/tags");
    await expect(page.getByRole("main").getByRole("link", { name: "Food and cooking", exact: true })).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText("Youth Voice");
  });

  test("create calendars that belong to a partner they admin for", async ({ page }) => {
    const { own, other, admin } = await ownAndOther("Starting");
    const name = `${own.name} events`;
    await visit(page, admin, `/places/calendars/new?partner=${own.id}`);
    await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
    await page.getByRole("button", { name: "Create calendar" }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    expect(await readCalendarForTest(name)).toMatchObject({ partnerId: own.id });
    const create = await actionOf(editors.root, "/places/calendars/new", "Create calendar");
    const fields = { name: `${other.name} events`, strategy: "no_location" };
    expect(await postAs(admin, create, { ...fields, partner: other.id })).toMatch(/^(invalid|forbidden|not_found)$/);
    expect(await readCalendarForTest(fields.name)).toBeNull();
  });

  test("edit partners that they admin for, including adding and removing any service area and address", async ({
    page,
  }) => {
    const { own, other, admin } = await ownAndOther("Moving");
    await visit(page, admin, `${own.path}/edit?addNeighbourhoods=${demoCode("splott")}`);
    await press(page, "Remove Govan");
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(toast(page)).toContainText("Changes saved.");
    expect(await readPartnerForTest(own.id)).toMatchObject({ areas: [demoCode("splott")] });
    expect(await refusedEdit(admin, other, { addNeighbourhoods: demoCode("splott") })).toBe("not_found");
  });

  test("edit partners that they admin for, including adding and removing partner admins and themselves", async ({
    page,
  }) => {
    const { own, other, admin } = await ownAndOther("Staffing");
    const { email } = await addPersonForTest("Joining");
    await visit(page, admin, `${own.path}/people/new`);
    await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
    await page.getByRole("button", { name: "Add admin" }).click();
    await expect(toast(page)).toContainText("Admin added.");
    expect(await readAdminsForTest(own.id)).toEqual([admin, email].toSorted());
    await visit(page, admin, `${own.path}/people/${admin}/remove`);
    await page.getByRole("button", { name: "Remove me" }).click();
    await page.getByRole("button", { name: "Remove me anyway" }).click();
    await expect(toast(page)).toContainText("You are no longer an admin of the partner.");
    expect(await readAdminsForTest(own.id)).toEqual([email]);
    const add = await actionOf(editors.root, `${other.path}/people/new`, "Add admin");
    expect(await postAs(email, add, { partnerId: other.id, email })).toBe("not_found");
    expect(await readAdminsForTest(other.id)).toEqual([]);
  });

  test("assign and remove any of their partners from category tags", async ({ page }) => {
    const { own, other, admin } = await ownAndOther("Sorting");
    for (const [chip, expected] of [
      ["Arts, music and crafts", ["arts", "youth-voice"]],
      ["Remove Arts, music and crafts", ["youth-voice"]],
    ] as const) {
      await visit(page, admin, `${own.path}/edit`);
      await press(page, chip);
      await page.getByRole("button", { name: "Save changes" }).click();
      await expect(toast(page)).toContainText("Changes saved.");
      expect((await readPartnerForTest(own.id))?.tags).toEqual(expected);
    }
    expect(await refusedEdit(admin, other, { addTags: "arts" })).toBe("not_found");
  });

  test("only remove partnership tags", async ({ page }) => {
    const { own, admin } = await ownAndOther("Untagging");
    expect(await refusedEdit(admin, own, { addTags: "age-friendly" })).toBe("forbidden");
    await visit(page, admin, `${own.path}/edit`);
    await press(page, "Remove Youth Voice");
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(toast(page)).toContainText("Changes saved.");
    expect((await readPartnerForTest(own.id))?.tags).toEqual([]);
    expect(await refusedEdit(admin, own, { addTags: "youth-voice" })).toBe("forbidden");
  });

  test("delete partners that they admin for, and no other", async ({ page }) => {
    const { own, other, admin } = await ownAndOther("Deleting");
    expect(await refusedDeletion(admin, other)).toBe("not_found");
    await visit(page, admin, `${own.path}/delete`);
    await page.getByRole("button", { name: `Delete ${own.name}` }).click();
    await expect(toast(page)).toContainText("deleted");
    expect(await readPartnerForTest(own.id)).toBeNull();
  });

  test("edit and delete calendars that belong to a partner they admin for", async ({ page }) => {
    const { own, other, admin } = await ownAndOther("Calendars");
    const [mine, theirs] = [
      await addCalendarForTest({ partnerId: own.id, about: "Mine" }),
      await addCalendarForTest({ partnerId: other.id, about: "Theirs" }),
    ];
    expect(await refusedCalendarEdit(admin, theirs.id, { name: "From outside" })).toBe("not_found");
    await visit(page, admin, `${calendarPath(mine.id)}/delete`);
    await page.getByRole("button", { name: `Delete ${mine.name}` }).click();
    await expect(toast(page)).toContainText(/deleted/i);
    expect(await readCalendarForTest(mine.id)).toBeNull();
    const remove = await actionOf(editors.root, `${calendarPath(theirs.id)}/delete`, "Delete");
    expect(await postAs(admin, remove, { calendarId: theirs.id, version: "1" })).toBe("not_found");
    expect(await readCalendarForTest(theirs.id)).not.toBeNull();
  });
});

import { expect, type Page } from "@playwright/test";
import { readCalendarForTest } from "@/lib/testing/calendars";
import { type DemoPlace, demoCode } from "@/lib/testing/demo/places";
import type { DemoTag } from "@/lib/testing/demo/tags";
import { addPartnerForTest, readPartnerForTest, type TestPartner } from "@/lib/testing/partners";
import { actionOf, postAs, signInAs } from "./fixtures";
import { editors } from "./partner-form-page";

/** A kind of admin over partners: who plays it, and what makes a partner theirs or somebody else's. */
export type AreaRole = Readonly<{
  role: string;
  person: string;
  place: DemoPlace;
  elsewhere: DemoPlace;
  tags: readonly DemoTag[];
}>;

/** Both kinds, in places whose partners no other test counts. */
export const areaRoles: readonly AreaRole[] = [
  { role: "neighbourhood admin", person: editors.areaAdmin, place: "govan", elsewhere: "splott", tags: [] },
  {
    role: "partnership admin",
    person: editors.partnershipAdmin,
    place: "canton",
    elsewhere: "govan",
    tags: ["croeso-cynnes"],
  },
];

/** A partner in the remit of such an admin, in further places and with further tags where wanted. */
export function insidePartner(
  { place, tags }: AreaRole,
  about: string,
  more: Readonly<{ serves?: readonly DemoPlace[]; tags?: readonly DemoTag[] }> = {},
): Promise<TestPartner> {
  return addPartnerForTest({ about, serves: [place, ...(more.serves ?? [])], tags: [...tags, ...(more.tags ?? [])] });
}

/** A partner out of that remit. */
export function outsidePartner({ elsewhere, tags }: AreaRole, about: string): Promise<TestPartner> {
  return addPartnerForTest({ about, serves: [elsewhere], tags });
}

/** Opens an address as somebody and says what the portal answered. */
export async function visit(page: Page, person: string, path: string): Promise<number | undefined> {
  await signInAs(page, person);
  return (await page.goto(path))?.status();
}

/** A list shows the one of the two names and not the other, and so do their pages. */
export async function seesOnly(
  page: Page,
  person: string,
  list: string,
  seen: Readonly<{ name: string; path: string }>,
  unseen: Readonly<{ name: string; path: string }>,
): Promise<void> {
  expect(await visit(page, person, `${list}?q=${encodeURIComponent(seen.name)}`)).toBe(200);
  await expect(page.getByRole("main").getByRole("link", { name: seen.name, exact: true })).toBeVisible();
  await page.goto(`${list}?q=${encodeURIComponent(unseen.name)}`);
  await expect(page.getByRole("main").getByRole("link", { name: unseen.name, exact: true })).toHaveCount(0);
  expect((await page.goto(seen.path))?.status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1, name: seen.name })).toBeVisible();
  expect((await page.goto(unseen.path))?.status()).toBe(404);
}

/** Posts an edit of a partner past every form; what it answered, once the row was seen to be as it was. */
export async function refusedEdit(person: string, partner: TestPartner, part: object): Promise<string> {
  const before = await readPartnerForTest(partner.id);
  const save = await actionOf(editors.root, `${partner.path}/edit`, "Save changes");
  const answer = await postAs(person, save, { partnerId: partner.id, version: before?.version, ...part });
  expect(await readPartnerForTest(partner.id)).toEqual(before);
  return answer;
}

/** Deletes a partner past every form; what it answered, once the row was seen to be still there. */
export async function refusedDeletion(person: string, partner: TestPartner): Promise<string> {
  const before = await readPartnerForTest(partner.id);
  const remove = await actionOf(editors.root, `${partner.path}/delete`, "Delete");
  const answer = await postAs(person, remove, { partnerId: partner.id, version: before?.version });
  expect(await readPartnerForTest(partner.id)).toEqual(before);
  return answer;
}

/** Posts an edit of a calendar past every form; what it answered, once the row was seen to be as it was. */
export async function refusedCalendarEdit(person: string, calendarId: string, part: object): Promise<string> {
  const before = await readCalendarForTest(calendarId);
  const save = await actionOf(editors.root, `/places/calendars/${calendarId}/edit`, "Save changes");
  const answer = await postAs(person, save, { calendarId, version: before?.version, ...part });
  expect(await readCalendarForTest(calendarId)).toEqual(before);
  return answer;
}

/** A new partner with one service area, past every form; what it answered. */
export async function postNewPartner(
  person: string,
  fields: Readonly<{ name: string; place: DemoPlace; tags?: readonly string[] }>,
): Promise<string> {
  const create = await actionOf(editors.root, "/places/partners/new", "Create partner");
  const { name, place, tags = [] } = fields;
  return postAs(person, create, { name, addNeighbourhoods: demoCode(place), addTags: tags, duplicatesSeen: "yes" });
}

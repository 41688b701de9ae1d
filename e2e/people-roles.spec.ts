import { expect, test } from "@playwright/test";
import { demoCode } from "@/lib/testing/demo/places";
import { addPartnerForTest } from "@/lib/testing/partners";
import { addPersonForTest, readPersonForTest } from "@/lib/testing/people";
import { expectNoFault } from "./faults";
import { actionOf, postAs, readLatestMail, signInAs, untilScriptsRun } from "./fixtures";
import { choosePlace, editors, openAs, press, toast } from "./partner-form-page";
import { preview, roleCard } from "./people-page";

async function rolesOf(email: string): Promise<readonly string[] | undefined> {
  return (await readPersonForTest(email))?.roles;
}

test("root gives a role over a place, sees before what it opens, widens it, narrows it and ends it", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const person = await addPersonForTest("Rising");
  await openAs(page, editors.root, person.path);
  await page.getByRole("link", { name: "Give a role" }).click();
  await page.getByRole("link", { name: /^Neighbourhood admin/ }).click();
  await preview(page);
  await expect(page.getByRole("region", { name: "What this would do" })).toContainText("at least one neighbourhood");
  await untilScriptsRun(page);
  await choosePlace(page, "Neighbourhoods", "Govan");
  await preview(page);
  const shown = page.getByRole("region", { name: "What this would do" });
  await expect(shown.getByRole("heading")).toHaveText(`${person.name} would look after Govan.`);
  await expect(shown).toContainText(/would see [\d,]+ partners?, (all of them )?new/);
  expect(await rolesOf(person.email)).toEqual([]);
  await page.getByRole("button", { name: "Give this role" }).click();
  await expect(toast(page)).toContainText("Role given.");
  await expect(roleCard(page, `${person.name} looks after Govan.`)).toContainText("Given by Ruth Adeyemi");
  expect(await readLatestMail(page.request, person.email)).toContain("Govan");
  const cardiff = demoCode("cardiff");
  await page.goto(`${person.path}/grants/new?role=neighbourhood_admin&neighbourhoods=${cardiff}`);
  await expect(shown).toContainText("It is added to the neighbourhood role held already, over Govan.");
  await page.getByRole("button", { name: "Give this role" }).click();
  await expect(toast(page)).toContainText("Role changed.");
  expect(await rolesOf(person.email)).toEqual(["neighbourhood_admin Cardiff, Govan"]);
  await page.getByText("Take a neighbourhood out…").click();
  await page.getByRole("link", { name: "Take Govan out" }).click();
  await expect(page.getByText(`Afterwards: ${person.name} looks after Cardiff.`)).toBeVisible();
  await expect(page.getByText(/would no longer see [\d,]+ partners?/)).toBeVisible();
  await page.getByRole("button", { name: "Take it out" }).click();
  await expect(toast(page)).toContainText("Neighbourhood taken out of the role.");
  expect(await rolesOf(person.email)).toEqual(["neighbourhood_admin Cardiff"]);
  await page.getByRole("link", { name: /^End this role/ }).click();
  await page.getByRole("button", { name: "End this role" }).click();
  await expect(toast(page)).toContainText("Role ended.");
  await expect(page.getByText("No role", { exact: true })).toBeVisible();
  expect(await rolesOf(person.email)).toEqual([]);
});

test("what is shown is what is given: with anything else chosen it has to be looked at again", async ({ page }) => {
  const person = await addPersonForTest("Weighed");
  const path = `${person.path}/grants/new?role=neighbourhood_admin&neighbourhoods=${demoCode("govan")}`;
  await openAs(page, editors.root, path);
  const shown = page.getByRole("region", { name: "What this would do" });
  await expect(page.getByRole("button", { name: "Give this role" })).toBeVisible();
  await page.getByLabel("Last day").fill("2099-12-31");
  await expect(page.getByRole("button", { name: "Give this role" })).toBeHidden();
  await expect(shown.getByRole("button", { name: "Look again" })).toBeVisible();
  await page.getByLabel("Last day").fill("");
  await expect(shown.getByRole("button", { name: "Look again" })).toHaveCount(0);
  await choosePlace(page, "Neighbourhoods", "Splott");
  await shown.getByRole("button", { name: "Look again" }).click();
  await expect(shown.getByRole("heading")).toHaveText(`${person.name} would look after Govan and Splott.`);
  await untilScriptsRun(page);
  await page.getByRole("button", { name: "Remove Splott" }).click();
  await preview(page);
  await expect(shown.getByRole("heading")).toHaveText(`${person.name} would look after Govan.`);
  expect(await rolesOf(person.email)).toEqual([]);
});

test("an area admin makes somebody in sight the admin of another partner, found by name, and gives nothing wider", async ({
  page,
}) => {
  const [first, second, elsewhere] = await Promise.all([
    addPartnerForTest({ about: "First", serves: ["govan"] }),
    addPartnerForTest({ about: "Second", serves: ["govan"] }),
    addPartnerForTest({ about: "Beyond", serves: ["splott"] }),
  ]);
  const person = await addPersonForTest("Linked", { partners: [first.id] });
  await openAs(page, editors.areaAdmin, `${person.path}/grants/new?role=partner_admin&endsOn=2099-12-31`);
  await expect(page.getByRole("navigation", { name: "Which role" }).getByRole("link")).toHaveCount(1);
  await page.getByRole("searchbox").fill(elsewhere.name);
  await expect(page.getByText("No partner within your remit matches.")).toBeVisible();
  await page.getByRole("searchbox").fill(second.name);
  await page.getByRole("link", { name: second.name }).click();
  // The last day that was said before the search still holds.
  const told = `${person.name} would administer ${second.name}, until 31 December 2099.`;
  await expect(page.getByRole("heading", { name: told })).toBeVisible();
  await page.getByRole("button", { name: "Give this role" }).click();
  await expect(toast(page)).toContainText("Role given.");
  const roles = [`partner_admin ${first.id}`, `partner_admin ${second.id} until 2099-12-31`].toSorted();
  expect(await rolesOf(person.email)).toEqual(roles);
  await page.goto(`${person.path}/grants/new?role=root`);
  await expect(page.getByText("This role cannot be given like this.")).toBeVisible();
  const give = await actionOf(editors.root, `${person.path}/grants/new?role=support`, "Give this role");
  const post = (input: object) => postAs(editors.areaAdmin, give, { userId: person.id, ...input });
  expect(await post({ role: "root" })).toBe("forbidden");
  expect(await post({ role: "neighbourhood_admin", neighbourhoods: demoCode("govan") })).toBe("forbidden");
  expect(await post({ role: "partner_admin", partner: elsewhere.id })).toBe("invalid");
  expect(await rolesOf(person.email)).toEqual(roles);
});

test("root makes somebody root, who sees the whole portal from then on, and ends it again; nobody else can", async ({
  page,
}) => {
  const person = await addPersonForTest("Second root");
  await openAs(page, editors.root, `${person.path}/grants/new?role=root&preview=1`);
  await expect(page.getByRole("region", { name: "What this would do" })).toContainText(
    `${person.name} would look after`,
  );
  expect(await rolesOf(person.email)).toEqual([]);
  await page.getByRole("button", { name: "Give this role" }).click();
  await expect(toast(page)).toContainText("Role given.");
  expect(await rolesOf(person.email)).toEqual(["root"]);
  await signInAs(page, person.email);
  expect((await page.goto("/audit"))?.status()).toBe(200);
  await openAs(page, editors.root, person.path);
  await page.getByRole("link", { name: /^End this role/ }).click();
  const grantId = await page.locator("input[name=grantId]").inputValue();
  const end = await actionOf(editors.root, `${person.path}/grants/end?grant=${grantId}`, "End this role");
  expect(await postAs(editors.areaAdmin, end, { grantId })).toBe("not_found");
  expect(await rolesOf(person.email)).toEqual(["root"]);
  await page.getByRole("button", { name: "End this role" }).click();
  await expect(toast(page)).toContainText("Role ended.");
  expect(await rolesOf(person.email)).toEqual([]);
  await signInAs(page, person.email);
  expect((await page.goto("/audit"))?.status()).toBe(403);
});

test("ending the one role by which an area admin sees somebody names that and asks once more", async ({ page }) => {
  const partner = await addPartnerForTest({ about: "Last link", serves: ["govan"] });
  const person = await addPersonForTest("Vanishing", { partners: [partner.id] });
  await openAs(page, editors.areaAdmin, person.path);
  await page.getByRole("link", { name: /^End this role/ }).click();
  await page.getByRole("button", { name: "End this role" }).click();
  const question = page.getByRole("main").getByRole("alert");
  await expect(question).toContainText("You will no longer see");
  await expect(question).toContainText(person.name);
  expect(await rolesOf(person.email)).toEqual([`partner_admin ${partner.id}`]);
  await expectNoFault(page);
  await page.getByRole("button", { name: "End it all the same" }).click();
  await expect(page).toHaveURL("/people");
  await expect(toast(page)).toContainText("no longer within your remit");
  expect(await rolesOf(person.email)).toEqual([]);
  expect((await page.goto(person.path))?.status()).toBe(404);
});

test("with the keyboard alone root gives a role for a partnership in a place, with a last day", async ({ page }) => {
  const person = await addPersonForTest("Typed");
  await openAs(page, editors.root, `${person.path}/grants/new`);
  await page.getByRole("link", { name: /^Partnership admin/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/role=partnership_admin/);
  await choosePlace(page, "Neighbourhoods", "Govan");
  await press(page, "Youth Voice");
  await page.getByLabel("Last day").fill("2099-12-31");
  await page.getByRole("button", { name: "See what it would open" }).focus();
  await page.keyboard.press("Enter");
  const told = `${person.name} would look after Govan for Youth Voice, until 31 December 2099.`;
  await expect(page.getByRole("heading", { name: told })).toBeVisible();
  await page.getByRole("button", { name: "Give this role" }).focus();
  await page.keyboard.press("Enter");
  await expect(toast(page)).toContainText("Role given.");
  expect(await rolesOf(person.email)).toEqual(["partnership_admin Govan for Youth Voice until 2099-12-31"]);
  await page.getByRole("link", { name: /^End this role/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "End this role" }).focus();
  await page.keyboard.press("Enter");
  await expect(toast(page)).toContainText("Role ended.");
  expect(await rolesOf(person.email)).toEqual([]);
});

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a place is found on a page of its own, the role is looked at, given and ended", async ({ page }) => {
    const person = await addPersonForTest("Scriptless");
    await signInAs(page, editors.root);
    await page.goto(`${person.path}/grants/new?role=neighbourhood_admin`);
    await page.getByRole("link", { name: "Find a place" }).click();
    await page.getByRole("searchbox").fill("govan");
    await page.keyboard.press("Enter");
    await page
      .getByRole("main")
      .getByRole("link", { name: /^Govan/ })
      .first()
      .click();
    await expect(page.getByRole("checkbox", { name: /^Govan/ })).toBeChecked();
    await preview(page);
    await expect(page.getByText(`${person.name} would look after Govan.`)).toBeVisible();
    await page.getByRole("button", { name: "Give this role" }).click();
    await expect(toast(page)).toContainText("Role given.");
    expect(await rolesOf(person.email)).toEqual(["neighbourhood_admin Govan"]);
    await page.getByRole("link", { name: /^End this role/ }).click();
    await page.getByRole("button", { name: "End this role" }).click();
    await expect(toast(page)).toContainText("Role ended.");
    expect(await rolesOf(person.email)).toEqual([]);
  });
});

import { expect, type Page, test } from "@playwright/test";
import { demoWorld } from "@/lib/testing/world";
import { signInAs } from "./fixtures";

const world = demoWorld();
const partners = world.partners ?? [];
const root = "ruth.adeyemi@remit.example";
const areaAdmin = "nasreen.malik@remit.example";
const partnershipAdmin = "patience.okoro@remit.example";
const partnerAdmin = "joyce.appiah@remit.example";
const own = partners.find(({ id }) => id === "birley-fields-garden");
const ownName = own?.name ?? "";

/** The codes of a place and of everything below it, from the world file alone. */
function subtree(code: string): string[] {
  const below = (world.neighbourhoods ?? []).filter(({ parent }) => parent === code);
  return [code, ...below.flatMap((place) => subtree(place.code))];
}

/** Names of the partners with a place in the areas of this person's role entries, and one of their partnerships where they have such. */
function expectedFor(email: string): string[] {
  const grants = (world.roles ?? []).filter(({ user }) => user === email);
  const touches = (partner: (typeof partners)[number]) =>
    grants.some((grant) => {
      if (grant.role === "partner_admin") return grant.partner === partner.id;
      if (grant.role !== "neighbourhood_admin" && grant.role !== "partnership_admin") return false;
      const area = new Set(grant.neighbourhoods.flatMap(subtree));
      const places = [partner.address?.neighbourhood ?? [], partner.serviceAreas ?? []].flat();
      const shared =
        grant.role === "neighbourhood_admin" || grant.partnerships.some((tag) => partner.tags?.includes(tag));
      return shared && places.some((code) => area.has(code));
    });
  return partners.filter(touches).map(({ name }) => name);
}

/** A place's name and those of the places around it, up to the country, as a record shows them. */
function pathOf(code: string | null | undefined): string {
  const place = (world.neighbourhoods ?? []).find((candidate) => candidate.code === code);
  if (place === undefined) return "";
  return place.parent ? `${place.name} › ${pathOf(place.parent)}` : place.name;
}

async function allNames(page: Page): Promise<string[]> {
  const names = await page.getByRole("table").getByRole("link").allInnerTexts();
  const next = page.getByRole("link", { name: "Next" });
  if ((await next.count()) === 0) return names;
  await next.click();
  await expect(page.getByRole("table").getByRole("link").first()).not.toHaveText(names[0] ?? "");
  return [...names, ...(await allNames(page))];
}

test("root's list pages through every partner there is, and its total says how many", async ({ page }) => {
  await signInAs(page, root);
  await page.goto("/places/partners");
  await expect(page.getByText(`${partners.length} partners in your remit`)).toBeVisible();
  const names = await allNames(page);
  expect(names.toSorted()).toEqual(partners.map(({ name }) => name).toSorted());
  await page.getByRole("link", { name: "Previous" }).click();
  await expect(page.getByRole("navigation", { name: "Pages of partners" })).toContainText(`of ${partners.length}`);
});

for (const email of [areaAdmin, partnershipAdmin, partnerAdmin]) {
  test(`the list of ${email} holds exactly what the rules of the world file give`, async ({ page }) => {
    const expected = expectedFor(email);
    expect(expected.length).toBeGreaterThan(0);
    await signInAs(page, email);
    await page.goto("/places/partners");
    expect((await allNames(page)).toSorted()).toEqual(expected.toSorted());
  });
}

test("a malformed cursor shows the first page", async ({ page }) => {
  await signInAs(page, root);
  await page.goto("/places/partners");
  const first = await page.getByRole("table").textContent();
  await page.goto("/places/partners?page=%00nonsense");
  expect(await page.getByRole("table").textContent()).toBe(first);
});

test.describe("the dashboard says in plain words", () => {
  const sentences = [
    [root, "You look after everything."],
    [areaAdmin, "You look after Hulme and Moss Side."],
    [partnershipAdmin, "You look after Hulme and Moss Side for Age Friendly."],
    [partnerAdmin, `You administer ${ownName}.`],
    ["celia.whitworth@remit.example", "You look after Rossendale, until 31 December 2099."],
    ["marcus.bell@remit.example", "no neighbourhood has been chosen for it. Ask root"],
    ["saoirse.quinn@remit.example", "Support has no part in places"],
    ["yusuf.karim@remit.example", "You hold no role yet"],
  ] as const;
  for (const [email, sentence] of sentences) {
    test(`to ${email}: ${sentence}`, async ({ page }) => {
      await signInAs(page, email);
      await page.goto("/");
      await expect(page).toHaveURL(/\/dashboard$/);
      await expect(page.getByRole("main")).toContainText(sentence);
    });
  }
});

test("a partner's record shows its places as paths and says why one can see it", async ({ page }) => {
  await signInAs(page, partnerAdmin);
  await page.goto("/dashboard");
  await page.getByRole("link", { name: ownName }).click();
  await expect(page.getByRole("heading", { level: 1, name: ownName })).toBeVisible();
  expect(pathOf(own?.address?.neighbourhood)).toMatch(/^Hulme › Manchester › .*England$/);
  await expect(page.getByText(pathOf(own?.address?.neighbourhood))).toBeVisible();
  await page.getByText("Why can I see this?").click();
  const why = page.getByRole("group").filter({ hasText: "Why can I see this?" });
  await expect(why.getByText(`You administer ${ownName}.`)).toBeVisible();
  await expect(why.getByRole("listitem").filter({ hasText: "Change its public address" })).toContainText(
    "Who could: root",
  );
});

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a partner out of reach and one that does not exist are the same 404, words and all", async ({ page }) => {
    await signInAs(page, partnerAdmin);
    const outside = partners.find(({ name }) => !expectedFor(partnerAdmin).includes(name))?.id ?? "";
    const pages: string[] = [];
    for (const id of [outside, "no-such-partner", "new", "a%00b"]) {
      for (const path of [`/places/partners/${id}`, `/places/partners/${id}/history`]) {
        const response = await page.goto(path);
        expect(response?.status(), path).toBe(404);
        await expect(page.getByRole("heading", { level: 1, name: "Page not found" })).toBeVisible();
        pages.push((await page.getByRole("main").textContent()) ?? "");
      }
    }
    expect(new Set(pages).size).toBe(1);
  });

  test("the audit trail answers everybody but root with a 403 and the reasons", async ({ page }) => {
    await signInAs(page, areaAdmin);
    const response = await page.goto("/audit");
    expect(response?.status()).toBe(403);
    await expect(page.getByRole("heading", { level: 1, name: "No access" })).toBeVisible();
    await expect(page.locator("[data-reason=no_grant]")).toContainText("root");
    await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Audit" })).toHaveCount(0);
  });

  test("root reads the audit trail, and a partner's admin the history of that partner", async ({ page }) => {
    await signInAs(page, root);
    expect((await page.goto("/audit"))?.status()).toBe(200);
    // Other tests write events too, so the first one may lie some pages back.
    const load = page.getByRole("row").filter({ hasText: "world load" });
    for (let pages = 0; pages < 20 && (await load.count()) === 0; pages++) {
      await page.goto((await page.getByRole("link", { name: "Older" }).getAttribute("href")) ?? "/audit");
    }
    await expect(load).toHaveCount(1);
    await signInAs(page, partnerAdmin);
    expect((await page.goto("/places/partners/birley-fields-garden/history"))?.status()).toBe(200);
    await expect(page.getByRole("heading", { level: 1, name: `History of ${ownName}` })).toBeVisible();
  });

  test("the account menu signs out", async ({ page }) => {
    await signInAs(page, partnerAdmin);
    await page.goto("/dashboard");
    await page.locator("summary").filter({ hasText: "your account" }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    await page.goto("/dashboard");
    await expect(page).toHaveURL(/\/sign-in/);
  });
});

test("with client JavaScript a refusal keeps its status, its reasons and the way home", async ({ page }) => {
  await signInAs(page, areaAdmin);
  expect((await page.goto("/audit"))?.status()).toBe(403);
  await expect(page.locator("[data-reason=no_grant]")).toBeVisible();
  await page.getByRole("link", { name: "Go to your dashboard" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Nasreen Malik" })).toBeVisible();
});

test("with the keyboard alone one skips the bar, opens a record and reads why it is there", async ({ page }) => {
  await signInAs(page, partnerAdmin);
  await page.goto("/places/partners");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: ownName })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: ownName })).toBeVisible();
  const summary = page.locator("summary").filter({ hasText: "Why can I see this?" });
  await summary.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(`You administer ${ownName}.`)).toBeVisible();
});

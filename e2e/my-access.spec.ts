import { expect, type Page, test } from "@playwright/test";
import { demoEmail } from "@/lib/testing/demo/people";
import { addPartnerForTest } from "@/lib/testing/partners";
import { addPersonForTest } from "@/lib/testing/people";
import { demoPartner, partnersOf } from "./demo-partners";
import { signInAs, untilScriptsRun } from "./fixtures";
import { accountMenu } from "./frame-page";
import { toast } from "./partner-form-page";
import { roleCard } from "./people-page";

const access = "/account/access";
const several = demoEmail("mel.hartley");

/** The card of a role, by the sentence that says it. */
function role(page: Page, sentence: string) {
  return page.getByRole("region", { name: sentence });
}

/** What a card says under one of its names. */
function fact(page: Page, sentence: string, name: string) {
  return role(page, sentence)
    .locator("dl > div")
    .filter({ has: page.locator("dt").getByText(name, { exact: true }) })
    .getByRole("definition");
}

test("each role is told in plain words, and every count that leads to a list is its total", async ({ page }) => {
  await signInAs(page, several);
  await page.goto("/account/sessions");
  await untilScriptsRun(page);
  await accountMenu(page).click();
  await page.getByRole("link", { name: "My access" }).click();
  await expect(page).toHaveURL(access);
  await expect(page.getByRole("heading", { level: 1, name: "My access" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("region")).toHaveCount(4);
  await expect(role(page, "You look after Levenshulme.")).toContainText("Neighbourhood admin");
  await expect(role(page, "You look after Gorton & Abbey Hey and Longsight for Age Friendly.")).toBeVisible();
  const cafe = `You administer ${demoPartner("ordsall-community-cafe").name}.`;
  await expect(fact(page, cafe, "Opens")).toContainText("and 1 other person");
  await expect(page.getByText("Together your 4 roles open")).toContainText(`${partnersOf(several).length} partners`);
  const links = await page
    .getByRole("main")
    .getByRole("link", { name: /^[\d,]+ partners?$/ })
    .evaluateAll((found) => found.map((link) => [link.textContent ?? "", link.getAttribute("href") ?? ""] as const));
  expect(links).toHaveLength(3);
  // People are counted without oneself, which no list of people is.
  await expect(page.getByText("Together your 4 roles open")).toContainText(/and \d+ other (person|people)/);
  await expect(page.getByRole("main").getByRole("link", { name: /other (person|people)/ })).toHaveCount(0);
  for (const [words, href] of links) {
    const list = await (await page.request.get(href)).text();
    expect(list, `${words} at ${href}`).toMatch(new RegExp(`role="status"[^>]*>${words.split(" ")[0]} (of|partner)`));
  }
});

test("a last day is told, and so is who gave a role as far as it is on record", async ({ page }) => {
  await signInAs(page, demoEmail("celia.whitworth"));
  await page.goto(access);
  const sentence = "You look after Rossendale.";
  await expect(fact(page, sentence, "Until")).toContainText("31 December 2099");
  await expect(fact(page, sentence, "Given")).toContainText(/^\d+ \w+ \d{4} \(by whom is not on record\)$/);
  await expect(fact(page, sentence, "Over").getByRole("link", { name: "Rossendale" })).toBeVisible();
  // With one role only, its own card says it all.
  await expect(page.getByText("Together your")).toHaveCount(0);
});

test("whoever gives one of their own roles up is told so here once, and sees those that are left", async ({ page }) => {
  const [kept, left] = await Promise.all([
    addPartnerForTest({ about: "Kept", serves: ["govan"] }),
    addPartnerForTest({ about: "Left", serves: ["govan"] }),
  ]);
  const person = await addPersonForTest("Leaving", { partners: [kept.id, left.id] });
  await signInAs(page, person.email);
  await page.goto(person.path);
  await untilScriptsRun(page);
  await roleCard(page, left.name)
    .getByRole("link", { name: /^End this role/ })
    .click();
  await page.getByRole("button", { name: "End this role" }).click();
  await page.getByRole("button", { name: "End it all the same" }).click();
  await expect(toast(page)).toContainText("Role ended.");
  await expect(page).toHaveURL(access);
  await expect(page.getByRole("main").getByRole("region", { name: kept.name })).toBeVisible();
  await expect(page.getByRole("main").getByText(left.name)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "My access" })).toBeVisible();
  await expect(toast(page)).toHaveCount(0);
});

test("a role that gives nothing says so, what it lacks, and who can mend it", async ({ page }) => {
  for (const [person, sentence] of [
    ["marcus.bell", /Youth Voice gives nothing yet, because no neighbourhood has been chosen.*Ask root/],
    ["ngozi.eze", /Longsight gives nothing yet, because no partnership has been chosen.*Ask root/],
  ] as const) {
    await signInAs(page, demoEmail(person));
    await page.goto(access);
    const card = page.getByRole("region", { name: sentence });
    await expect(card.getByText("Gives nothing yet", { exact: true })).toBeVisible();
    await expect(card.getByText(/\d+ partner/)).toHaveCount(0);
  }
});

test("support is told that it has no part in places, and nobody is shown a list that opens nothing", async ({
  page,
}) => {
  await signInAs(page, demoEmail("saoirse.quinn"));
  await page.goto(access);
  await expect(page.getByRole("region", { name: /^You are support staff\..*opens no partner/ })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: /partner/ })).toHaveCount(0);
});

test("with the keyboard alone one opens the account menu, one's roles, and what one of them opens", async ({
  page,
}) => {
  const person = demoEmail("lowri.bevan");
  const [own] = partnersOf(person);
  await signInAs(page, person);
  await page.goto("/account/sessions");
  await untilScriptsRun(page);
  await accountMenu(page).focus();
  await page.keyboard.press("Enter");
  // After the three of the theme.
  for (let stops = 0; stops < 4; stops++) await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "My access" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(access);
  await untilScriptsRun(page);
  const partner = page.getByRole("main").getByRole("link", { name: own?.name ?? "" });
  await partner.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: own?.name ?? "" })).toBeVisible();
});

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("somebody without a role is told whom to ask and for what, and comes there from the menu", async ({ page }) => {
    await signInAs(page, demoEmail("yusuf.karim"));
    await page.goto("/account/sessions");
    await accountMenu(page).click();
    await page.getByRole("link", { name: "My access" }).click();
    const main = page.getByRole("main");
    await expect(main.getByText("You hold no role")).toBeVisible();
    await expect(main.getByText(/Ask whoever invited you, or root/)).toContainText(demoEmail("yusuf.karim"));
    await expect(main.getByRole("link")).toHaveCount(0);
  });
});

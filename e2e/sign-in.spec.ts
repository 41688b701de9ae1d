import { type Browser, expect, test } from "@playwright/test";
import { demoWorld, offeredAccounts } from "@/lib/testing/world";
import { askForMail, portalAddress, readLatestMail, readSignInMail, untilScriptsRun } from "./fixtures";
import { accountMenu } from "./frame-page";

/** People of the demo world that no other test signs in as by mail: the rate limit counts by address. */
const people = (demoWorld().users ?? [])
  .filter(({ deactivated }) => deactivated !== true)
  .map(({ email }) => email)
  .slice(-6);

const [linkPerson = "", codePerson = "", scannedPerson = "", plainPerson = "", strayPerson = "", plainCodePerson = ""] =
  people;

test("the mailed link signs in by its button and leads to the page that was asked for", async ({ page, request }) => {
  await page.goto("/account/sessions");
  await expect(page).toHaveURL(/\/sign-in\?returnTo=%2Faccount%2Fsessions$/);
  await askForMail(page, linkPerson, page.url());
  const { link } = await readSignInMail(request, linkPerson);
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/account\/sessions$/);
  await expect(page.getByRole("heading", { level: 1, name: "My sessions" })).toBeVisible();
});

test("the mailed code signs in, and a wrong one says so beside the field", async ({ page, request }) => {
  await askForMail(page, codePerson);
  const { code } = await readSignInMail(request, codePerson);
  const field = page.getByLabel("Code from the mail");
  await field.fill(code === "111111" ? "222222" : "111111");
  await page.getByRole("button", { name: "Sign in with the code" }).click();
  await expect(field).toHaveAccessibleDescription(/This code is not right/);
  await field.fill(code);
  await page.getByRole("button", { name: "Sign in with the code" }).click();
  await expect(page).toHaveURL(/\/dashboard$/);
});

test("a scanner that fetches the link and runs its scripts does not use it up", async ({ page, request, browser }) => {
  await askForMail(page, scannedPerson);
  const { link } = await readSignInMail(request, scannedPerson);
  for (let time = 0; time < 3; time += 1) {
    expect((await request.get(link)).status()).toBe(200);
    expect((await request.head(link)).status()).toBe(200);
  }
  await loadAndWait(browser, link);
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/dashboard$/);
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "was used already" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Sign in" })).toHaveCount(0);
  await expect(page.getByRole("main").getByRole("link", { name: "Ask for a new mail" }).first()).toBeVisible();
});

test("an unknown address meets the same page as a known one and gets a mail that lets nobody in", async ({
  page,
  request,
}) => {
  const unknown = "nobody.at.all@remit.example";
  await askForMail(page, unknown);
  const words = (await page.locator("main").textContent())?.replace(unknown, "…");
  await askForMail(page, strayPerson);
  expect((await page.locator("main").textContent())?.replace(strayPerson, "…")).toBe(words);
  expect(await readLatestMail(request, unknown)).not.toMatch(/sign-in\/confirm|\b\d{6}\b/);
});

test("a return address on another site is ignored", async ({ page }) => {
  await page.goto("/sign-in?returnTo=https://evil.example/");
  await expect(page.locator('input[name="returnTo"]').first()).toHaveValue("/dashboard");
  await page.goto("/sign-in?returnTo=//evil.example");
  await expect(page.locator('input[name="returnTo"]').first()).toHaveValue("/dashboard");
});

test("every demo account signs in by one click", async ({ page }) => {
  for (const { name, role } of offeredAccounts()) {
    await page.context().clearCookies();
    await page.goto("/sign-in");
    await page.getByRole("button", { name: `Sign in as ${name}, ${role}`, exact: true }).click();
    await expect(page).toHaveURL(/\/dashboard$/);
    await expect(page.getByText(name).first()).toBeVisible();
  }
});

test("a demo account's button returns to the page that was asked for", async ({ page }) => {
  const [account] = offeredAccounts();
  await page.goto("/account/sessions");
  await page.getByRole("button", { name: `Sign in as ${account?.name}, ${account?.role}`, exact: true }).click();
  await expect(page).toHaveURL(/\/account\/sessions$/);
});

test("a bad address gets the focus back", async ({ page }) => {
  await page.goto("/sign-in");
  await untilScriptsRun(page);
  await page.getByLabel("E-mail address").fill("not an address");
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByLabel("E-mail address")).toBeFocused();
});

test("the page for the code sends whoever has asked for no mail to ask for one", async ({ page }) => {
  await page.goto("/sign-in/check");
  await expect(page).toHaveURL(/\/sign-in$/);
});

test("a mail opens in the mailbox, and its button leads to the portal", async ({ page }) => {
  await askForMail(page, strayPerson);
  await page.goto(`/mailbox?to=${encodeURIComponent(strayPerson)}`);
  await page.getByRole("link", { name: "Sign in to Remit" }).first().click();
  const button = page.frameLocator("iframe").getByRole("link", { name: "Sign in" });
  const [opened] = await Promise.all([page.context().waitForEvent("page"), button.click()]);
  await expect(opened.getByRole("button", { name: "Sign in" })).toBeVisible();
});

test("what another site sends is refused with 403, and so is a form without an origin", async ({ request }) => {
  const foreign: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    {},
  ];
  for (const headers of foreign) {
    const answer = await request.post("/sign-in", { headers, form: { email: strayPerson } });
    expect(answer.status()).toBe(403);
  }
  const own = await request.post("/api/auth/signout", { headers: { origin: portalAddress() } });
  expect(own.status()).not.toBe(403);
});

test("no page breaks its own content security policy", async ({ page }) => {
  const broken: string[] = [];
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) broken.push(message.text());
  });
  for (const path of ["/sign-in", "/sign-in/check", "/sign-in/confirm/abc", "/mailbox"]) {
    const response = await page.goto(path);
    expect(response?.headers()["content-security-policy"]).toContain("'strict-dynamic'");
    await untilScriptsRun(page);
  }
  expect(broken).toEqual([]);
});

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the whole way by the link works", async ({ page, request }) => {
    await askForMail(page, plainPerson, "/sign-in?returnTo=/account/sessions");
    await page.goto((await readSignInMail(request, plainPerson)).link);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/account\/sessions$/);
  });

  test("a wrong address and a wrong code are told beside their fields, and what was typed stays", async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail address").fill("not an address");
    await page.getByRole("button", { name: "Send me a link" }).click();
    const field = page.getByLabel("E-mail address");
    await expect(field).toHaveAccessibleDescription(/does not look like an e-mail address/);
    await expect(field).toHaveValue("not an address");
    await askForMail(page, plainCodePerson);
    await page.getByLabel("Code from the mail").fill("12");
    await page.getByRole("button", { name: "Sign in with the code" }).click();
    await expect(page.getByLabel("Code from the mail")).toHaveAccessibleDescription(/six digits/);
  });

  test("a demo account signs in and out", async ({ page }) => {
    const [account] = offeredAccounts();
    await page.goto("/sign-in");
    await page.getByRole("button", { name: `Sign in as ${account?.name}, ${account?.role}`, exact: true }).click();
    await expect(page).toHaveURL(/\/dashboard$/);
    await accountMenu(page).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page).toHaveURL(/\/sign-in$/);
    await page.goto("/dashboard");
    await expect(page).toHaveURL(/\/sign-in$/);
  });
});

/** What a scanner with a browser does: load the page, let its scripts take over, and go. */
async function loadAndWait(browser: Browser, path: string): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${portalAddress()}${path}`);
  await untilScriptsRun(page);
  await context.close();
}

import { expect, test } from "@playwright/test";
import { demoEmail } from "@/lib/testing/demo/people";
import { addAdminForTest, addPartnerForTest } from "@/lib/testing/partners";
import { askForMail, readSignInMail, signInAs } from "./fixtures";
import { people } from "./partner-list-page";

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the line of areas without a partner leads to all of them, searched by name, each with a first step", async ({
    page,
  }) => {
    await signInAs(page, demoEmail("lakshmi.nair"));
    await page.goto("/dashboard/neighbourhood");
    const card = page.getByRole("region", { name: "What needs you today" });
    const line = card.getByRole("link", { name: /without a partner/ });
    const number = /^[\d,]+/.exec((await line.textContent()) ?? "")?.[0] ?? "no number";
    await line.click();
    await expect(page).toHaveURL(/\/places\/neighbourhoods\?partners=none$/);
    await expect(page).toHaveTitle("Areas without a partner · Remit");
    const main = page.getByRole("main");
    await expect(main.getByRole("status")).toHaveText(`${number} areas without a partner in North West`);
    const rows = main.getByRole("list", { name: "Areas without a partner" }).getByRole("listitem");
    const first = (await rows.first().getByRole("link").first().textContent()) ?? "";
    await expect(rows.first()).toContainText("› North West › England");
    await page.getByLabel("Find a place").fill(first);
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page).toHaveURL(/partners=none/);
    await expect(rows.filter({ hasText: first }).first()).toBeVisible();
    await expect(main.getByRole("status")).toContainText(`“${first}”`);
    await page.getByRole("link", { name: "All of these areas" }).click();
    await expect(main.getByRole("status")).toHaveText(`${number} areas without a partner in North West`);
    await rows
      .first()
      .getByRole("link", { name: `New partner in ${first}` })
      .click();
    await expect(page).toHaveURL(/\/places\/partners\/new\?addNeighbourhoods=/);
    await expect(page.getByRole("main")).toContainText(first);
  });
});

test("root finds a mail by its state with whom it goes to and how it fares, and nothing of what it says; nobody else does", async ({
  page,
  browser,
}) => {
  const { id } = await addPartnerForTest({ about: "Letters", serves: ["govan"] });
  const email = await addAdminForTest(id, "Iona Letters");
  await askForMail(page, email);
  const { link, code } = await readSignInMail(page.request, email);
  const context = await browser.newContext();
  const root = await context.newPage();
  await signInAs(root, people.root);
  await root.goto("/mail");
  await expect(root.getByRole("heading", { level: 1, name: "Mail" })).toBeVisible();
  const row = root.getByRole("row").filter({ hasText: email });
  await expect(row).toContainText("Sign in to Remit");
  await expect(row).toContainText("Waiting");
  const text = await root.content();
  expect(text).not.toContain(link);
  expect(text).not.toContain(code);
  const states = root.getByRole("navigation", { name: "Mails by state" });
  await states.getByRole("link", { name: "Waiting" }).click();
  await expect(root).toHaveURL(/\/mail\?state=waiting$/);
  await expect(states.getByRole("link", { name: "Waiting" })).toHaveAttribute("aria-current", "page");
  await expect(row).toBeVisible();
  await states.getByRole("link", { name: "Not delivered" }).click();
  await expect(root.getByRole("main")).toContainText("No mail failed");
  await context.close();
  await signInAs(page, people.areaAdmin);
  expect((await page.goto("/mail"))?.status()).toBe(403);
  await expect(page.getByRole("main")).toContainText("You may not see the portal’s mail.");
  await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Mail" })).toHaveCount(0);
});

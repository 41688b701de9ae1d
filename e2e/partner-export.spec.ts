import { expect, test } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { demoEmail } from "@/lib/testing/demo/people";
import { withoutTests } from "./demo-partners";
import { send, signInAs } from "./fixtures";
import { openList, people, rows } from "./partner-list-page";

test("what the list shows is what the file holds: its rows, their order and its columns", async ({ page }) => {
  const search = "?q=a&state=shown&sort=-name&columns=postcode&columns=tags";
  await openList(page, people.areaAdmin, search);
  const shown = withoutTests(await rows(page).allTextContents());
  expect(shown.length).toBeGreaterThan(1);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^partners-\d{4}-\d\d-\d\d\.csv$/);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  const [heading, ...cells]: string[][] = parse(Buffer.concat(chunks), { bom: true });
  expect(heading).toEqual(["Name", "Postcode", "Tags"]);
  expect(withoutTests(cells.map(([name = ""]) => name))).toEqual(shown);
});

test("a partner's admin takes away their own partner and no other; whoever has no role takes nothing", async ({
  page,
}) => {
  await signInAs(page, people.partnerAdmin);
  const own = await page.request.get("/places/partners/export");
  const [, ...cells]: string[][] = parse(await own.body(), { bom: true });
  expect(cells.map(([name]) => name)).toEqual(["Birley Fields Community Garden"]);
  await openList(page, people.noRole);
  await expect(page.getByRole("link", { name: "Export CSV" })).toHaveCount(0);
  const refused = await page.request.get("/places/partners/export");
  expect([refused.status(), await refused.text()]).toEqual([403, "None of your roles opens a list of partners.\n"]);
});

test("nobody gets the file without signing in", async () => {
  const answer = await send("GET", "/places/partners/export?q=a", {});
  expect(answer.headers.get("location")).toMatch(/^\/sign-in\?/);
});

test("the trail says who took the list away, and how many partners were in it", async ({ page }) => {
  await signInAs(page, people.partnerAdmin);
  await page.request.get("/places/partners/export?q=birley");
  await signInAs(page, demoEmail("ruth.adeyemi"));
  await page.goto("/audit");
  const event = page.getByRole("row").filter({ hasText: "Exported partners" }).filter({ hasText: people.partnerAdmin });
  await expect(event.first()).toContainText("count");
});

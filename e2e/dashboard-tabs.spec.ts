import { expect, type Page, test } from "@playwright/test";
import { demoEmail } from "@/lib/testing/demo/people";
import { signInAs, untilScriptsRun } from "./fixtures";
import { people } from "./partner-list-page";

const tabNames = ["Neighbourhoods", "Partnerships", "Your partners"];

function tabs(page: Page) {
  return page.getByRole("navigation", { name: "Dashboards of your roles" }).getByRole("link");
}

/** Goes from home to the last tab and back, and finds that one first. */
async function useLastTab(page: Page, follow: () => Promise<void>): Promise<void> {
  await signInAs(page, demoEmail("mel.hartley"));
  await page.goto("/dashboard");
  await expect(tabs(page)).toHaveText(tabNames);
  await expect(tabs(page).first()).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("list", { name: "Your roles" })).toHaveText("You look after Levenshulme.");
  await follow();
  await expect(page).toHaveURL(/\/dashboard\/partner$/);
  await expect(page.getByRole("heading", { name: "Ordsall Community Café" })).toBeVisible();
  // One that is refused is not used: it takes nobody's place.
  expect((await page.request.get("/dashboard/root")).status()).toBe(403);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Dashboard" }).click();
  await expect(page).toHaveURL(/\/dashboard$/);
  await expect(tabs(page)).toHaveText(["Your partners", "Neighbourhoods", "Partnerships"]);
  await expect(page.getByRole("heading", { name: "Ordsall Community Café" })).toBeVisible();
}

test("with the keyboard alone somebody with several roles goes through their tabs, and the last used comes first", async ({
  page,
}) => {
  await useLastTab(page, async () => {
    await untilScriptsRun(page);
    await tabs(page).last().press("Enter");
  });
});

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the tab used last comes first as well", async ({ page }) => {
    await useLastTab(page, () => tabs(page).last().click());
  });

  test("the dashboard of a role that one does not hold is refused with the reason", async ({ page }) => {
    for (const [person, path, refused] of [
      [people.areaAdmin, "/dashboard/root", "You may not open root’s dashboard."],
      [people.partnerAdmin, "/dashboard/partnership", "You may not open the dashboard of partnership admins."],
      [people.noRole, "/dashboard/neighbourhood", "You may not open the dashboard of neighbourhood admins."],
      [people.root, "/dashboard/site", null],
    ] as const) {
      await signInAs(page, person);
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(refused === null ? 404 : 403);
      if (refused === null) continue;
      await expect(page.getByRole("main")).toContainText(refused);
      await expect(page.locator("[data-reason]").first()).toBeVisible();
      await expect(tabs(page)).toHaveCount(0);
    }
  });

  test("root may open every dashboard, and is told where there is nothing of root's own", async ({ page }) => {
    await signInAs(page, people.root);
    for (const name of ["neighbourhood", "partnership", "partner"]) {
      expect((await page.goto(`/dashboard/${name}`))?.status()).toBe(200);
      await expect(page.getByRole("main")).toContainText("This dashboard is for a role you do not hold");
    }
    await page.getByRole("link", { name: "Open your own" }).click();
    await expect(page).toHaveURL(/\/dashboard$/);
    await expect(page.getByRole("region", { name: "System" })).toBeVisible();
  });
});

import { expect, test } from "@playwright/test";
import { namesOf } from "./demo-partners";
import { expectNoOverflow } from "./faults";
import { signInAs } from "./fixtures";
import { display, people, remit, rows, select } from "./partner-list-page";

test.describe("without client JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the form applies search, filters, order and columns with its button", async ({ page }) => {
    await signInAs(page, people.areaAdmin);
    await page.goto("/places/partners");
    await page.getByRole("searchbox").fill("moss");
    await select(page, "State").selectOption("Hidden");
    await display(page).click();
    await page.getByRole("checkbox", { name: "Places" }).uncheck();
    await page.getByRole("checkbox", { name: "Tags" }).uncheck();
    await page.getByRole("checkbox", { name: "State" }).uncheck();
    await page.getByRole("combobox", { name: "Sort by" }).selectOption("Name, Z to A");
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page.getByText("No partner matches")).toBeVisible();
    await page.getByRole("link", { name: "Remove filter: State hidden" }).click();
    const found = namesOf(remit.filter(({ name }) => name.toLowerCase().includes("moss")));
    await expect(rows(page)).toHaveText(found.toReversed());
    await expect(page.getByRole("columnheader")).toHaveText(["Name"]);
  });

  test("on a phone the filters fold behind a button, and nothing scrolls sideways", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await signInAs(page, people.areaAdmin);
    await page.goto("/places/partners?state=shown");
    const state = select(page, "State");
    await expect(state).toBeHidden();
    await page.locator("summary", { hasText: /^Filters/ }).click();
    await state.selectOption("Hidden");
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(/state=hidden/);
    await expect(rows(page)).toHaveText(namesOf(remit.filter(({ hidden }) => hidden != null)));
    await expectNoOverflow(page);
  });
});

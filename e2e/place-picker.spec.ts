import { expect, type Page, test } from "@playwright/test";
import { demoEmail } from "@/lib/testing/demo/people";
import { holdBack, signInAs } from "./fixtures";
import { chip, choosePlace, editors, openAs, press } from "./partner-form-page";
import { chips } from "./partner-list-page";

const list = "/places/partners";

/** Manchester and Salford. */
const areaAdmin = demoEmail("seun.bakare");

/** Keeps every sentence that is handed to screen readers, however soon it is taken away again. */
async function listen(page: Page): Promise<() => Promise<string>> {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const isLive = (node: Node) => node.parentElement?.closest("[aria-live], [role=status], [role=log]") != null;
    new MutationObserver((records) => {
      for (const node of records.flatMap(({ target, addedNodes }) => [target, ...addedNodes])) {
        if (isLive(node)) said.push(node.textContent ?? "");
      }
    }).observe(document, { childList: true, characterData: true, subtree: true });
  });
  return () => page.evaluate(() => ("said" in window && Array.isArray(window.said) ? window.said.join(" ") : ""));
}

test("no letter is lost while the suggestions load, however slow the machine", async ({ page }) => {
  await openAs(page, areaAdmin, list);
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("Emulation.setCPUThrottlingRate", { rate: 10 });
  await page.getByRole("textbox", { name: "Place" }).focus();
  // At the pace of a quick typist, so that keys come before, while and after one box takes the place of the other.
  await page.keyboard.type("moss side, manchester", { delay: 40 });
  await expect(page.getByRole("combobox", { name: "Place" })).toHaveValue("moss side, manchester");
  await expect(page.getByRole("option").first()).toContainText("Moss Side");
});

test("what is typed before the suggestions have loaded stays, and the place is chosen and taken away by keyboard alone", async ({
  page,
}) => {
  const said = await listen(page);
  await openAs(page, areaAdmin, list);
  const release = await holdBack(page, /\/_next\/static\/chunks\//);
  await page.getByRole("textbox", { name: "Place" }).focus();
  await page.keyboard.type("mos");
  release();
  const box = page.getByRole("combobox", { name: "Place" });
  await expect(box).toBeFocused();
  await expect(box).toHaveValue("mos");
  await page.keyboard.type("s");
  await expect(box).toHaveValue("moss");
  const option = page.getByRole("option", { name: /^Moss Side Ward · Manchester › North West › England$/ });
  await expect(option).toBeVisible();
  await expect.poll(said).toContain("1 option available.");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect.poll(said).toContain("Moss Side chosen.");
  await expect(page).toHaveURL(/[?&]place=E05011372(?:&|$)/);
  const remove = page.getByRole("button", { name: "Remove Moss Side" });
  await expect(remove).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(said).toContain("Moss Side removed.");
  await expect(page).not.toHaveURL(/place=/);
  await expect(page.getByRole("combobox", { name: "Place" })).toBeFocused();
});

test("after a choice the list stays closed until one types or opens it", async ({ page }) => {
  await openAs(page, editors.areaAdmin, "/places/partners/new");
  const suggestionsForNothing = page.waitForResponse((response) => /[?&]q=$/.test(response.url()));
  await choosePlace(page, "Service areas", "Calton");
  await suggestionsForNothing;
  await press(page, "Arts, music and crafts");
  await expect(chip(page, "Arts, music and crafts")).toBeChecked();
  await page.getByRole("combobox", { name: "Service areas" }).focus();
  await expect(page.getByRole("option")).toHaveCount(0);
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("option").first()).toBeVisible();
});

test("suggestions that cannot be loaded are said to be missing, and entering the box again mends it", async ({
  page,
}) => {
  await openAs(page, areaAdmin, list);
  const chunks = /\/_next\/static\/chunks\//;
  await page.route(chunks, (route) => route.abort());
  const box = page.getByRole("textbox", { name: "Place" });
  await box.focus();
  await expect(page.getByText("The search could not be loaded.")).toBeVisible();
  await page.unroute(chunks);
  await box.blur();
  await box.focus();
  await expect(page.getByRole("combobox", { name: "Place" })).toBeFocused();
  await expect(page.getByText("The search could not be loaded.")).toHaveCount(0);
});

test("a search that the server refuses is told in words, and the next one is tried again", async ({ page }) => {
  await openAs(page, areaAdmin, list);
  const search = /\/api\/neighbourhoods\?/;
  await page.route(search, (route) => route.fulfill({ status: 429, json: "That was a lot of searching." }));
  await page.getByRole("textbox", { name: "Place" }).focus();
  const box = page.getByRole("combobox", { name: "Place" });
  await box.fill("moss");
  await expect(page.getByText("Wait a minute, then go on.")).toBeVisible();
  await page.unroute(search);
  await box.fill("moss s");
  await expect(page.getByRole("option", { name: /^Moss Side/ })).toBeVisible();
  await expect(page.getByText("Wait a minute, then go on.")).toHaveCount(0);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a place is found on its own page, which leads back to the list with everything else as it was", async ({
    page,
  }) => {
    await signInAs(page, areaAdmin);
    await page.goto(`${list}?q=a&state=shown`);
    await page.getByRole("link", { name: "Find a place" }).click();
    await page.getByRole("searchbox", { name: "Name of the place" }).fill("moss");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("heading", { name: "1 place found" })).toBeVisible();
    await page.getByRole("link", { name: "Moss Side" }).click();
    await expect(page).toHaveURL(`${list}?q=a&state=shown&place=E05011372`);
    await expect(page.getByRole("checkbox", { name: /^Moss Side/ })).toBeChecked();
    await expect(chips(page)).toContainText(["Place Moss Side"]);
  });

  test("no result leads out of the portal, whatever the address says", async ({ page }) => {
    await signInAs(page, areaAdmin);
    for (const to of ["//elsewhere.example", "javascript:alert(1)"]) {
      await page.goto(`/places/find?q=moss&to=${encodeURIComponent(to)}&as=${encodeURIComponent("x=y&z")}`);
      const links = page.getByRole("main").getByRole("link");
      const addresses = await links.evaluateAll((found) => found.map((link) => link.getAttribute("href")));
      expect(addresses).toEqual([list, `${list}?place=E05011372`]);
    }
  });
});

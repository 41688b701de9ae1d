import { expect, test } from "@playwright/test";
import { holdBack, untilScriptsRun } from "./fixtures";
import { box, chosen, openAsAreaAdmin, opener, palette } from "./palette-page";

const chunks = /\/_next\/static\/chunks\//;
const answers = /\/api\/palette\?/;

test("every letter typed before the palette's code has arrived is kept, and Enter pressed then is obeyed", async ({
  page,
}) => {
  await openAsAreaAdmin(page);
  const release = await holdBack(page, chunks);
  await page.keyboard.press("Control+K");
  await page.keyboard.type("moss side pan");
  await expect(box(page)).toHaveValue("moss side pan");
  await expect(palette(page).getByRole("status")).toHaveText("Loading…");
  release();
  await page.keyboard.type("try");
  await expect(chosen(page)).toHaveText(/^Moss Side Pantry/);
  await expect(box(page)).toHaveValue("moss side pantry");
  await page.keyboard.press("Escape");
  await page.reload();
  await untilScriptsRun(page);
  const releaseAgain = await holdBack(page, chunks);
  await page.keyboard.press("Control+K");
  await page.keyboard.type("moss side pantry");
  await page.keyboard.press("Enter");
  releaseAgain();
  await expect(page).toHaveURL(/\/places\/partners\/moss-side-pantry$/);
  await expect(palette(page)).toBeHidden();
});

test("on a computer twenty times as slow no letter is lost either", async ({ page }) => {
  await openAsAreaAdmin(page);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 20 });
  const text = "the quick brown fox jumps over the lazy dog";
  await page.keyboard.press("Control+K");
  await page.keyboard.type(text);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await expect(palette(page).getByText(`Nothing within your remit matches “${text}”.`).first()).toBeVisible();
  await expect(box(page)).toHaveValue(text);
});

test("with the keyboard alone one finds, moves, opens without loading the page anew, and gets back", async ({
  page,
}) => {
  await openAsAreaAdmin(page);
  const loads: string[] = [];
  page.on("load", () => loads.push(page.url()));
  const button = opener(page);
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(box(page)).toBeFocused();
  await expect(chosen(page)).toHaveText("New partner");
  await page.keyboard.press("ArrowUp");
  await expect(chosen(page)).toHaveText("My sessions");
  await page.keyboard.press("Escape");
  await expect(palette(page)).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press("Control+K");
  await page.keyboard.type("kwame");
  await expect(chosen(page)).toHaveText("Kwame Mensah, kwame.mensah@remit.example");
  await expect(palette(page).getByRole("status")).toHaveText("1 result.");
  const id = await chosen(page).getAttribute("id");
  await expect(box(page)).toHaveAttribute("aria-activedescendant", id ?? "");
  await expect(box(page)).toHaveAttribute("aria-expanded", "true");
  await box(page).fill("birley");
  // At once: the answer is waited for.
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Birley Fields Community Garden" })).toBeVisible();
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Control+K");
  await expect(box(page)).toHaveValue("");
  await page.keyboard.press("Control+K");
  await expect(palette(page)).toBeHidden();
  expect(loads).toEqual([]);
});

test("only the latest text is answered, and a search that fails says so and can be tried again", async ({ page }) => {
  await openAsAreaAdmin(page);
  await page.keyboard.press("Control+K");
  await expect(chosen(page)).toBeVisible();
  const release = await holdBack(page, /\/api\/palette\?q=birley/);
  const asked = page.waitForRequest(/q=birley/);
  await box(page).fill("birley");
  const older = await asked;
  await box(page).fill("kwame");
  await expect(chosen(page)).toHaveText(/^Kwame Mensah/);
  release();
  // Given up, or answered: either way it has ended, and the page has had the time to make something of it.
  await (await older.response())?.finished();
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => requestIdleCallback(resolve))));
  await expect(palette(page).getByRole("option")).toHaveText([/^Kwame Mensah/]);
  await page.route(answers, (route) => route.abort());
  await box(page).fill("moss");
  await expect(palette(page).getByRole("status")).toHaveText(/^The portal could not be searched\./);
  await page.unroute(answers);
  await palette(page).getByRole("button", { name: "Try again" }).click();
  await expect(palette(page).getByRole("option", { name: "Moss Side Pantry" })).toBeVisible();
  await page.route(answers, (route) => route.fulfill({ status: 401, json: "Sign in first." }));
  await box(page).fill("hulme");
  await expect(palette(page).getByRole("status")).toHaveText("Your session has ended. Sign in again to search.");
});

test("where its code cannot be had, Enter leads to the page that searches", async ({ page }) => {
  await openAsAreaAdmin(page);
  await page.route(chunks, (route) => route.abort());
  await page.keyboard.press("Control+K");
  await page.keyboard.type("moss side pantry");
  await expect(palette(page).getByRole("status")).toHaveText(/could not be loaded/);
  await page.unroute(chunks);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=moss\+side\+pantry$/);
  await expect(page.getByRole("main").getByRole("link", { name: "Moss Side Pantry" })).toBeVisible();
});

test("from a form with unsaved changes it asks before it leads away", async ({ page }) => {
  await openAsAreaAdmin(page, "/places/partners/birley-fields-garden/edit");
  await page.getByLabel("Summary").fill("Not saved.");
  await page.keyboard.press("Control+K");
  await palette(page).getByRole("option", { name: "Dashboard" }).click();
  await expect(page.getByRole("dialog", { name: "Leave without saving?" })).toBeVisible();
  await expect(palette(page)).toBeHidden();
  // Nothing opens over a question.
  await page.keyboard.press("Control+K");
  await expect(palette(page)).toBeHidden();
  await page.getByRole("button", { name: "Stay on this page" }).click();
  await expect(page.getByLabel("Summary")).toHaveValue("Not saved.");
});

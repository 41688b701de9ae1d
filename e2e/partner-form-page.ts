import { expect, type Page } from "@playwright/test";
import { demoEmail } from "@/lib/testing/demo/people";
import { signInAs, untilScriptsRun } from "./fixtures";

/** Whose area no list of another test counts: partners of tests are made there. */
export const editors = {
  root: demoEmail("ruth.adeyemi"),
  /** Glasgow City. */
  areaAdmin: demoEmail("fiona.macleod"),
  /** Gwynedd and Cardiff, for Croeso Cynnes / Warm Welcome. */
  partnershipAdmin: demoEmail("sian.llewelyn"),
} as const;

/** The name of that partnership. */
export const warmWelcome = "Croeso Cynnes / Warm Welcome";

/** Opens a page of the portal as somebody, ready to be used. */
export async function openAs(page: Page, person: string, path: string): Promise<void> {
  await signInAs(page, person);
  await page.goto(path);
  await untilScriptsRun(page);
}

/** Chooses a place by typing the beginning of its name and pressing Enter, as it is done without a mouse. */
export async function choosePlace(page: Page, box: string, name: string): Promise<void> {
  await page
    .getByRole("textbox", { name: box })
    .or(page.getByRole("combobox", { name: box }))
    .focus();
  await page.keyboard.type(name);
  await expect(page.getByRole("option").first()).toContainText(name);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: `Remove ${name}` })).toBeVisible();
}

/** A chip of the form: a checkbox under the label that one sees. */
export function chip(page: Page, name: string | RegExp) {
  return page.getByRole("checkbox", { name });
}

/** Presses a chip, whose checkbox lies under its label. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await chip(page, name).focus();
  await page.keyboard.press("Space");
}

/** What the last act said about itself. */
export function toast(page: Page) {
  return page.getByRole("region", { name: "Notice" });
}

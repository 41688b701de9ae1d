import type { Locator, Page } from "@playwright/test";
import { signInAs, untilScriptsRun } from "./fixtures";

/** Opens a page, ready to be used, as an area admin of Hulme and Moss Side. */
export async function openAsAreaAdmin(page: Page, path = "/account/sessions"): Promise<void> {
  await signInAs(page, "nasreen.malik@remit.example");
  await page.goto(path);
  await untilScriptsRun(page);
}

/** The command palette's dialog. */
export function palette(page: Page): Locator {
  return page.getByRole("dialog", { name: "Search" });
}

/** The palette's box. */
export function box(page: Page): Locator {
  return palette(page).getByRole("combobox");
}

/** What Enter would take in the palette. */
export function chosen(page: Page): Locator {
  return palette(page).getByRole("option", { selected: true });
}

/** The button in the bar that opens the palette. */
export function opener(page: Page): Locator {
  return page.getByRole("banner").getByRole("link", { name: "Search", exact: true });
}

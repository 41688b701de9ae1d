import type { Page } from "@playwright/test";
import { demoEmail } from "@/lib/testing/demo/people";
import { partnersOf } from "./demo-partners";
import { signInAs, untilScriptsRun } from "./fixtures";

/** One person of the demo world for each role that knows partners. */
export const people = {
  root: demoEmail("ruth.adeyemi"),
  /** Hulme and Moss Side: no test makes a partner there, so that its list is the world file's. */
  areaAdmin: demoEmail("nasreen.malik"),
  /** The same for Age Friendly. */
  partnershipAdmin: demoEmail("patience.okoro"),
  /** Birley Fields Community Garden. */
  partnerAdmin: demoEmail("joyce.appiah"),
  noRole: demoEmail("yusuf.karim"),
} as const;

/** What the area admin's list holds. */
export const remit = partnersOf(people.areaAdmin);

/** A ward of that area. */
export const hulme = { code: "E05011368", name: "Hulme" };

/** The names in the list, each a link to its record. */
export function rows(page: Page) {
  return page.getByRole("table").getByRole("rowheader").getByRole("link");
}

/** How many partners there are, in words. */
export function count(page: Page) {
  return page
    .getByRole("main")
    .getByRole("status")
    .filter({ hasText: /partner/ });
}

/** The filters in force, each a link to the list without it. */
export function chips(page: Page) {
  return page.getByRole("list", { name: "Filters in force" }).getByRole("link");
}

/** A select of the form above the list. */
export function select(page: Page, name: "Tag" | "State" | "Admins") {
  return page.getByRole("combobox", { name, exact: true });
}

/** What opens the menu with order and columns. */
export function display(page: Page) {
  return page.locator("summary", { hasText: "Display" });
}

/** The list as somebody sees it, ready to be used. */
export async function openList(page: Page, person: string, search = ""): Promise<void> {
  await signInAs(page, person);
  await page.goto(`/places/partners${search}`);
  await untilScriptsRun(page);
}

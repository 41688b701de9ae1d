import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The rules whose answer a narrow window can change. Colours are the same there, and reading them takes the longest. */
const ofWidth = ["target-size", "scrollable-region-focusable"];

/**
 * Expects the page as it stands to be without fault, in one visit: by every rule in the light theme, in contrast in the
 * dark one, and at 320 px without anything to scroll sideways. Leaves it narrow and dark.
 */
export async function expectNoFault(page: Page): Promise<void> {
  await lightAndWide(page);
  expect(await faults(page)).toEqual([]);
  await useTheme(page, "dark");
  expect(await faults(page, { rules: ["color-contrast"] })).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await faults(page, { rules: ofWidth })).toEqual([]);
  await expectNoOverflow(page);
}

/** Expects that nothing has to be scrolled sideways. */
export async function expectNoOverflow(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}

/** Expects one open part of the page to be without fault in both themes. */
export async function expectNoFaultWithin(page: Page, within: string): Promise<void> {
  await lightAndWide(page);
  expect(await faults(page, { within })).toEqual([]);
  await useTheme(page, "dark");
  expect(await faults(page, { within, rules: ["color-contrast"] })).toEqual([]);
}

async function lightAndWide(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await useTheme(page, "light");
}

/** Has the page in one theme without waiting for anything to move, and its colours arrived there. */
export async function useTheme(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await untilColoursStand(page);
}

/**
 * A colour on its way from one theme to the other has a contrast that nobody reads. Also with reduced motion it sets out
 * with the next picture and arrives with the one after.
 */
async function untilColoursStand(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(transitions.map(({ finished }) => finished));
  });
}

/** What axe finds in the page or in one part of it: every rule of the standards, or the named ones. */
export async function faults(page: Page, { within = "html", rules }: { within?: string; rules?: string[] } = {}) {
  // Rows of a table are made alike; a hundred of them only take time. A mail is shown in a frame that runs no scripts,
  // where axe would wait for an answer for ever.
  const axe = new AxeBuilder({ page }).include(within).exclude("tbody tr:nth-child(n+6)").exclude("iframe");
  // Without a second page to put frames together, of which none is looked into.
  axe.setLegacyMode();
  const { violations } = await (rules === undefined ? axe.withTags(standards) : axe.withRules(rules)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(" ")}`));
}

/** Collects what the browser complains about from now on. That a page was refused or is not there is no complaint. */
export function complaintsOf(page: Page, kinds: readonly string[] = ["error"]): readonly string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (kinds.includes(message.type()) && !message.text().includes("the server responded with a status of 40")) {
      complaints.push(message.text());
    }
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

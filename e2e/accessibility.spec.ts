import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { signInAs } from "./fixtures";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Every page of the portal, with somebody who meets it; null for nobody signed in. */
const pages: readonly [path: string, person: string | null][] = [
  ["/sign-in", null],
  ["/no-such-page", null],
  ["/dashboard", "mel.hartley"],
  ["/dashboard", "marcus.bell"],
  ["/dashboard", "yusuf.karim"],
  ["/places/partners", "ruth.adeyemi"],
  ["/places/partners", "yusuf.karim"],
  ["/places/partners/birley-fields-garden?why=1", "joyce.appiah"],
  ["/places/partners/birley-fields-garden/history", "joyce.appiah"],
  ["/places/partners/no-such-partner", "joyce.appiah"],
  ["/audit", "ruth.adeyemi"],
  ["/audit", "joyce.appiah"],
  ["/account/sessions", "nasreen.malik"],
];

// Axe is slow on a busy machine; the time says nothing about the page.
test.describe.configure({ timeout: 120_000 });

for (const [path, person] of pages) {
  test(`${path} as ${person ?? "nobody"} has no fault in either theme, wide or at 320 px`, async ({ page }) => {
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes("the server responded with a status of 40")) {
        complaints.push(message.text());
      }
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    if (person !== null) await signInAs(page, `${person}@remit.example`);
    await page.goto(path);
    expect(await faults(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await faults(page, ["color-contrast"])).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await faults(page, ["target-size", "scrollable-region-focusable", "color-contrast"])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
  });
}

/** What axe finds: every rule of the standards, or the named ones, which are those that theme and width can change. */
async function faults(page: Page, rules: string[] | null = null): Promise<string[]> {
  // Rows of a table are made alike; a hundred of them only take time.
  const axe = new AxeBuilder({ page }).exclude("tbody tr:nth-child(n+6)");
  const { violations } = await (rules === null ? axe.withTags(standards) : axe.withRules(rules)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(" ")}`));
}

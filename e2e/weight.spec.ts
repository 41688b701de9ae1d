import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import { signInAs, untilScriptsRun } from "./fixtures";
import { pageRoutes, routeOf } from "./page-routes";

/** What the framework weighs on a page with nothing on it, in the same build. */
const floorPath = "/design/empty";

/** Its weight, which is the same for every page and is taken once. */
let floor: Weight | undefined;

/** Compressed sizes of scripts by address, and their sum. */
type Weight = { bytes: number; scripts: ReadonlyMap<string, number> };

/** The most that a page's own JavaScript may weigh above the floor, in kB of 1,000 bytes, compressed. Source: issue 3. */
const bounds: readonly [path: string, person: string | null, most: number][] = [
  ["/sign-in", null, 15],
  ["/dashboard", "ruth.adeyemi", 60],
  ["/dashboard/root", "ruth.adeyemi", 60],
  ["/dashboard/neighbourhood", "nasreen.malik", 60],
  ["/dashboard/partnership", "patience.okoro", 60],
  ["/dashboard/partner", "joyce.appiah", 60],
  ["/places/partners", "ruth.adeyemi", 60],
  ["/search", "ruth.adeyemi", 60],
  ["/audit", "ruth.adeyemi", 60],
  ["/mail", "ruth.adeyemi", 60],
  ["/people", "ruth.adeyemi", 60],
  ["/people/joyce.appiah@remit.example", "ruth.adeyemi", 110],
  ["/people/joyce.appiah@remit.example/history", "ruth.adeyemi", 110],
  ["/people/joyce.appiah@remit.example/edit", "ruth.adeyemi", 110],
  ["/people/joyce.appiah@remit.example/deactivate", "ruth.adeyemi", 110],
  ["/people/joyce.appiah@remit.example/grants/new?role=partnership_admin", "ruth.adeyemi", 110],
  ["/people/joyce.appiah@remit.example/grants/end", "ruth.adeyemi", 110],
  ["/account/access", "ruth.adeyemi", 60],
  ["/account/sessions", "ruth.adeyemi", 60],
  ["/places/find", "ruth.adeyemi", 60],
  ["/places/neighbourhoods", "ruth.adeyemi", 60],
  ["/places/neighbourhoods/E08000003", "ruth.adeyemi", 110],
  ["/places/neighbourhoods/E08000003/admins", "ruth.adeyemi", 110],
  ["/places/neighbourhoods/E08000003/history", "ruth.adeyemi", 110],
  ["/places/neighbourhoods/E08000003/edit", "ruth.adeyemi", 110],
  ["/places/neighbourhoods/E08000003/delete", "ruth.adeyemi", 110],
  ["/places/neighbourhoods/new", "ruth.adeyemi", 110],
  ["/places/partners/birley-fields-garden", "ruth.adeyemi", 110],
  ["/places/partners/birley-fields-garden/people", "ruth.adeyemi", 110],
  ["/places/partners/birley-fields-garden/people/new", "ruth.adeyemi", 110],
  ["/places/partners/birley-fields-garden/people/danny.fogarty@remit.example/remove", "ruth.adeyemi", 110],
  ["/places/partners/birley-fields-garden/history", "ruth.adeyemi", 110],
  ["/places/partners/birley-fields-garden/edit", "ruth.adeyemi", 110],
  ["/places/partners/birley-fields-garden/hide", "ruth.adeyemi", 110],
  ["/places/partners/birley-fields-garden/delete", "ruth.adeyemi", 110],
  ["/places/partners/new", "ruth.adeyemi", 110],
];

/** The pages that have no bound, and why. */
const unbounded: Readonly<Record<string, string>> = {
  "/": "Only leads on to another.",
  "/[...missing]": "Says that there is nothing.",
  "/sign-in/check": "One step of signing in, whose form is on the page before it.",
  "/sign-in/confirm/[token]": "Likewise: a button.",
  "/mailbox": "In the demo only.",
  "/mailbox/[mailId]": "In the demo only.",
  "/design": "Shows every part at once, in development and tests only.",
  "/design/empty": "The floor itself.",
  "/design/frame": "In development and tests only.",
};

test("every page that there is has a bound or a reason to have none", () => {
  const routes = pageRoutes();
  const weighed = bounds.map(([path]) => routeOf(path, routes));
  expect(new Set([...weighed, ...Object.keys(unbounded)])).toEqual(new Set(routes));
});

for (const [path, person, most] of bounds) {
  test(`${path} brings at most ${most} kB of JavaScript above the empty page`, async ({ page }) => {
    floor ??= await weightOf(page, floorPath);
    // Had nothing been counted, nothing could be too heavy.
    expect(floor.bytes).toBeGreaterThan(0);
    if (person !== null) await signInAs(page, `${person}@remit.example`);
    const whole = await weightOf(page, path);
    expect(whole.scripts.size).toBeGreaterThan(0);
    const own = (whole.bytes - floor.bytes) / 1000;
    console.log(`${path}: ${own.toFixed(1)} kB of ${most}, above ${(floor.bytes / 1000).toFixed(1)} kB`);
    expect(own, heaviest(whole.scripts, floor.scripts)).toBeLessThanOrEqual(most);
  });
}

test("what the browser gets holds the small edition of zod and never the full one", () => {
  const folder = join(process.cwd(), ".next", "static");
  const scripts = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js"));
  const holding = (name: string) =>
    scripts.filter((script) => readFileSync(join(folder, script), "utf8").includes(`"${name}"`));
  // Each edition registers its classes under names of its own, which no minifier changes. In quotes, because the core
  // that both stand on has a "$ZodObject".
  expect(holding("ZodMiniObject")).not.toEqual([]);
  expect(holding("ZodObject")).toEqual([]);
});

/** Compressed sizes of what a page loads until it can be used, by address. Scripts for old browsers are not asked for. */
async function weightOf(page: Page, path: string): Promise<Weight> {
  const loading: Promise<readonly [string, number]>[] = [];
  const onResponse = (response: Awaited<ReturnType<Page["waitForResponse"]>>) => {
    if (response.request().resourceType() !== "script") return;
    loading.push(response.body().then((body) => [response.url(), gzipSync(body, { level: 9 }).length] as const));
  };
  // Whoever listens in to requests gets them all: the browser's cache, which the floor has filled, stays out of it.
  await page.route("**/_next/static/**", (route) => route.continue());
  page.on("response", onResponse);
  expect((await page.goto(path, { waitUntil: "load" }))?.status()).toBe(200);
  await untilScriptsRun(page);
  // What a page fetches by itself once it runs counts too; it has asked for it by the time it idles.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => requestIdleCallback(resolve))));
  page.off("response", onResponse);
  const scripts = new Map(await Promise.all(loading));
  return { bytes: [...scripts.values()].reduce((sum, size) => sum + size, 0), scripts };
}

/** What to look at where a page is too heavy: its own scripts, the heaviest first. */
function heaviest(scripts: ReadonlyMap<string, number>, floor: ReadonlyMap<string, number>): string {
  return [...scripts]
    .filter(([address]) => !floor.has(address))
    .toSorted(([, a], [, b]) => b - a)
    .map(([address, size]) => `${(size / 1000).toFixed(1)} kB ${new URL(address).pathname}`)
    .join("\n");
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectFiles } from "@/lib/testing/structure/tree";

const css = readFileSync(new URL("./globals.css", import.meta.url), "utf8");

const root = join(import.meta.dirname, "..");

/** Whatever draws something. The root layout names two colours to the browser, which a test of its own holds to the tokens. */
const parts = projectFiles(root).filter(
  (path) => /^(?:app|components)\/.*\.tsx$/.test(path) && path !== "app/layout.tsx",
);

/** Each colour token with its light and its dark value, as globals.css states them. */
const tokens = new Map(
  [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light, dark }] as const,
  ),
);

/** What a page, a card, a menu and a table's head are made of. */
const grounds = ["canvas", "surface", "raised", "sunken"];

/** What banners and badges are made of. */
const softs = ["accent-soft", "info-soft", "success-soft", "warning-soft", "danger-soft"];

/** Text against what it stands on: WCAG 2.2 AA, 1.4.3. */
const text: readonly [string, readonly string[]][] = [
  ["ink", [...grounds, ...softs, "line"]],
  ["ink-muted", [...grounds, "accent-soft"]],
  ["accent", [...grounds, ...softs]],
  ["accent-strong", ["canvas", "surface", "raised", "accent-soft"]],
  ["on-accent", ["accent", "accent-strong"]],
  ["info", ["info-soft", "surface"]],
  ["success", ["success-soft", "surface"]],
  ["warning", ["warning-soft", "surface"]],
  ["danger", ["danger-soft", "surface", "canvas", "raised"]],
  ["on-danger", ["danger-fill", "danger-strong"]],
];

/** Edges of controls, the focus ring and the marks of charts against what they stand on: WCAG 2.2 AA, 1.4.11. */
const edges: readonly [string, readonly string[]][] = [
  ["line-strong", ["canvas", "surface", "raised"]],
  ["accent", grounds],
  ["focus", [...grounds, ...softs]],
  ["danger", ["canvas", "surface", "raised"]],
  ["danger-fill", ["canvas", "surface", "raised"]],
  ["chart-a", ["canvas", "surface"]],
  ["chart-b", ["canvas", "surface"]],
  ["chart-c", ["canvas", "surface"]],
  ["chart-d", ["canvas", "surface"]],
  ["chart-e", ["canvas", "surface"]],
];

const pairs = [
  ...text.flatMap(([front, backs]) => backs.map((back) => [front, back, 4.5] as const)),
  ...edges.flatMap(([front, backs]) => backs.map((back) => [front, back, 3] as const)),
];

test.each(pairs)("%s on %s has a contrast of at least %d in both themes", (front, back, least) => {
  for (const theme of ["light", "dark"] as const) {
    expect(contrast(colour(front, theme), colour(back, theme)), theme).toBeGreaterThanOrEqual(least);
  }
});

test("every colour token is one that this test knows, or an edge without which nothing would be lost", () => {
  const known = new Set([...text, ...edges].flatMap(([front, backs]) => [front, ...backs]));
  expect([...tokens.keys()].filter((name) => !known.has(name))).toEqual(["line-medium"]);
});

test.each(parts)("%s has its colours from the tokens, and writes none of its own", (path) => {
  const source = readFileSync(join(root, path), "utf8");
  expect(
    source.match(/#[0-9a-f]{3,8}\b(?=["'\];])|\b(?:rgb|hsl|oklch|oklab|lab|lch|hwb|color-mix)a?\(/gi) ?? [],
  ).toEqual([]);
});

test("browsers draw their own edges in the two colours of the canvas", () => {
  const [light, dark] = [colour("canvas", "light"), colour("canvas", "dark")];
  const layout = readFileSync(new URL("./layout.tsx", import.meta.url), "utf8");
  expect(layout).toContain(`const canvas = { light: "${light}", dark: "${dark}" };`);
});

function colour(name: string, theme: "light" | "dark"): string {
  const token = tokens.get(name);
  if (token === undefined) throw new Error(`globals.css has no colour ${name}.`);
  return token[theme];
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance of sRGB, as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

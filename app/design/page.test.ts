import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { settleEnv } from "@/env";
import { projectFiles } from "@/lib/testing/structure/tree";
import EmptyPage from "./empty/page";
import DesignPage from "./page";

const settings = {
  DATABASE_URL: "postgres://remit:x@db.example/remit",
  APP_URL: "https://portal.example",
  AUTH_SECRET: "a secret that is long enough to be one",
  SMTP_URL: "smtp://mail.example",
};

/** How the framework is told that there is nothing at an address. */
const missing = expect.objectContaining({ digest: "NEXT_HTTP_ERROR_FALLBACK;404" });

test.each([
  ["/design", DesignPage],
  ["/design/empty", EmptyPage],
])("%s answers 404 unless the setting says otherwise", (_path, page) => {
  settleEnv(settings);
  expect(() => page()).toThrow(missing);
  settleEnv({ ...settings, DESIGN_PAGES: "1" });
  expect(page()).toBeTruthy();
});

const root = `${import.meta.dirname}/../..`;
const files = projectFiles(root).filter((path) => path.endsWith(".tsx"));

/** The components that a file names in its imports, as paths. */
function importsOf(path: string): string[] {
  const source = readFileSync(`${root}/${path}`, "utf8");
  const folder = path.replace(/\/[^/]+$/, "");
  return [...source.matchAll(/(?:from |import\()"((?:@|\.{1,2})\/[^"]+)"/g)]
    .map(([, name = ""]) => new URL(name.replace(/^@\//, "/"), `file:///${folder}/`).pathname.slice(1))
    .flatMap((name) => files.filter((file) => file === `${name}.tsx`));
}

/** Every component that the design page is made of, however deep. */
function shownBy(path: string, seen = new Set<string>()): Set<string> {
  for (const name of importsOf(path)) {
    if (seen.has(name)) continue;
    seen.add(name);
    shownBy(name, seen);
  }
  return seen;
}

test("the design page shows every part that there is, and those that the interface is assembled from by themselves", () => {
  const shown = shownBy("app/design/page.tsx");
  const parts = files.filter((path) => path.startsWith("components/ui/"));
  expect(parts.length).toBeGreaterThan(15);
  expect(parts.filter((path) => !shown.has(path))).toEqual([]);
  const specimens = files.filter((path) => path.startsWith("components/patterns/specimens/"));
  const named = new Set(specimens.flatMap(importsOf));
  for (const part of [
    ...["button", "field", "select", "date-field", "checkbox", "tree", "tabs", "dialog", "drawer", "menu", "badge"],
    ...["skeleton", "combobox"],
  ]) {
    expect(named, part).toContain(`components/ui/${part}.tsx`);
  }
  for (const part of ["data-table", "empty-state", "breadcrumb", "bar-chart", "trend-chart", "bar-list", "toast"]) {
    expect(named, part).toContain(`components/patterns/${part}.tsx`);
  }
});

import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { SOURCES } from "./build-if-stale";
import { ROOT_FOLDER } from "./root-folder";

/** What lies in the checkout's folder and never gets into a build: other tools' settings, tests, and what builds write. */
const NO_SOURCE =
  /\.test\.ts$|^(?:drizzle|vitest|playwright)\.config\.ts$|^(?:biome|knip|tsconfig\.commands)\.json$|^next-env\.d\.ts$/;

test("every file beside the folders that Next.js compiles or goes by makes a build stale", async () => {
  const entries = await readdir(ROOT_FOLDER, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.(?:[cm]?[jt]sx?|json)$/.test(entry.name));
  const wanted = files.map((entry) => entry.name).filter((name) => !NO_SOURCE.test(name));
  expect(wanted).toContain("instrumentation.ts");
  expect(SOURCES).toEqual(expect.arrayContaining(wanted));
});

test("every folder that pages are made from makes a build stale", () => {
  expect(SOURCES).toEqual(expect.arrayContaining(["app", "components", "lib", "db", "public"]));
});

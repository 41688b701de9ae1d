import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectFiles } from "@/lib/testing/structure/tree";

const root = join(import.meta.dirname, "../..");

const pages = projectFiles(root).filter((path) => /^app\/\(portal\)\/.*page\.tsx$/.test(path));

test("the frame has pages", () => {
  expect(pages.length).toBeGreaterThan(5);
});

test.each(pages)("%s has words for its own faults, also without scripts", (path) => {
  expect(readFileSync(join(root, path), "utf8")).toContain("\nexport default definePage(async function ");
});

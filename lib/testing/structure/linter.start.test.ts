import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { withTemporaryTree } from "./temporary-tree";

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL("../../../", import.meta.url));
const later = "export async function later(): Promise<void> {}\n";

/** What each rule must find, as file → the rule that finds it and the text it is found in. */
const BAD: Readonly<Record<string, readonly [rule: string, text: string]>> = {
  "lib/any.ts": ["lint/suspicious/noExplicitAny", "export const a: any = 1;\n"],
  "lib/non-null.ts": ["lint/style/noNonNullAssertion", "export const a = (b: string | null) => b!.length;\n"],
  "lib/floating.ts": ["lint/nursery/noFloatingPromises", `${later}export function now() {\n  later();\n}\n`],
  "lib/floating-far.ts": [
    "lint/nursery/noFloatingPromises",
    'import { later } from "./later";\n\nexport function now() {\n  later();\n}\n',
  ],
  "lib/floating-alias.ts": [
    "lint/nursery/noFloatingPromises",
    'import { later } from "@/lib/later";\n\nexport function now() {\n  later();\n}\n',
  ],
  "lib/cycle-a.ts": ["lint/suspicious/noImportCycles", 'import { b } from "./cycle-b";\n\nexport const a = () => b;\n'],
  "lib/cycle-b.ts": [
    "lint/suspicious/noImportCycles",
    'import { a } from "@/lib/cycle-a";\n\nexport const b = () => a;\n',
  ],
  "lib/types-a.ts": [
    "lint/suspicious/noImportCycles",
    'import type { B } from "./types-b";\n\nexport type A = { b: B };\n',
  ],
  "lib/barrel.ts": ["lint/performance/noBarrelFile", 'export { later } from "./later";\n'],
  "lib/undeclared.ts": ["lint/correctness/noUndeclaredDependencies", 'import "left-pad";\n'],
  "lib/unused.ts": ["lint/correctness/noUnusedVariables", "const a = 1;\n"],
  "lib/skipped.test.ts": [
    "lint/suspicious/noSkippedTests",
    'import { it } from "vitest";\n\nit.skip("a", () => {});\n',
  ],
  "lib/focused.test.ts": [
    "lint/suspicious/noFocusedTests",
    'import { it } from "vitest";\n\nit.only("a", () => {});\n',
  ],
  "lib/formatted.ts": ["format", "export   const a = 1\n"],
  "lib/places/partners/schemas.ts": [
    "lint/style/noRestrictedImports",
    'import { z } from "zod";\n\nexport const a = z;\n',
  ],
  "lib/places/partners/constants.ts": [
    "lint/style/noRestrictedImports",
    'import { partners } from "@/db/schema/places";\n\nexport const a = partners;\n',
  ],
  "components/ui/sql.tsx": [
    "lint/style/noRestrictedImports",
    'import { eq } from "drizzle-orm";\n\nexport const a = eq;\n',
  ],
  "components/ui/core.tsx": [
    "lint/style/noRestrictedImports",
    'import { sql } from "drizzle-orm/pg-core";\n\nexport const a = sql;\n',
  ],
  "components/ui/db.tsx": [
    "lint/style/noRestrictedImports",
    'import { db } from "@/db/client";\n\nexport const a = db;\n',
  ],
  "components/ui/hook.tsx": [
    "lint/correctness/useHookAtTopLevel",
    'import { useState } from "react";\n\nexport const A = ({ b }: { b: boolean }) => (b ? useState(0)[0] : null);\n',
  ],
  "lib/places/partners/mutations.ts": [
    "lint/suspicious/noDrizzleDeleteWithoutWhere",
    'export const clear = (tx: { delete: (table: string) => void }) => tx.delete("partners");\n',
  ],
  "e2e/wait.spec.ts": [
    "lint/suspicious/noPlaywrightWaitForTimeout",
    'import { test } from "@playwright/test";\n\ntest("a", async ({ page }) => {\n  await page.waitForTimeout(9);\n});\n',
  ],
  "e2e/a.spec.ts": ["lint/style/noRestrictedImports", 'import { a } from "@/app/page";\n\nexport const b = a;\n'],
};

/** What comes close and is right. */
const GOOD: Readonly<Record<string, string>> = {
  "lib/later.ts": later,
  "lib/types-b.ts": 'import type { A } from "./types-a";\n\nexport type B = { a: A | null };\n',
  "lib/awaited.ts": 'import { later } from "./later";\n\nexport const now = async () => {\n  await later();\n};\n',
  "lib/places/tags/schemas.ts": 'import { z } from "zod/mini";\n\nexport const a = z;\n',
  "lib/places/tags/queries.ts": 'import { eq } from "drizzle-orm";\n\nexport const a = eq;\n',
  "components/ui/button.tsx": 'import type { ReactNode } from "react";\n\nexport type A = ReactNode;\n',
};

const reportSchema = z.object({
  diagnostics: z.array(z.object({ category: z.string(), location: z.object({ path: z.string() }) })),
});

/** Lints an imagined tree under the project's own settings; gives the categories found, by file. */
function lint(): Map<string, string[]> {
  const files = {
    ...Object.fromEntries(Object.entries(BAD).map(([path, [, text]]) => [path, text])),
    ...GOOD,
    "biome.json": readFileSync(`${root}biome.json`, "utf8"),
    "package.json": readFileSync(`${root}package.json`, "utf8"),
    "tsconfig.json": '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }',
  };
  const command = [
    require.resolve("@biomejs/biome/bin/biome"),
    "check",
    "--reporter=json",
    "--max-diagnostics=none",
    ".",
  ];
  const { stdout } = withTemporaryTree(files, (cwd) => spawnSync(process.execPath, command, { cwd, encoding: "utf8" }));
  const found = new Map<string, string[]>();
  for (const { category, location } of reportSchema.parse(JSON.parse(stdout)).diagnostics) {
    found.set(location.path, [...(found.get(location.path) ?? []), category]);
  }
  return found;
}

describe("the linter's settings", () => {
  let found = new Map<string, string[]>();
  beforeAll(() => {
    found = lint();
  }, 60_000);

  it.each(Object.entries(BAD).map(([path, [rule]]) => ({ path, rule })))("$rule finds $path", ({ path, rule }) => {
    expect(found.get(path)).toContain(rule);
  });

  it.each(Object.keys(GOOD).filter((path) => path !== "lib/types-b.ts"))("nothing is found in %s", (path) => {
    expect(found.get(path)).toBeUndefined();
  });

  it("switch no rule off", () => {
    expect(readFileSync(`${root}biome.json`, "utf8")).not.toMatch(/"off"/);
  });
});

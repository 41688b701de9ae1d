import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { withTemporaryTree } from "./temporary-tree";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** A small tree in which one file, one export, one package and one import are wrong. */
const files = {
  "package.json": JSON.stringify({
    name: "sample",
    type: "module",
    dependencies: { "left-over": "1.0.0", kept: "1.0.0" },
  }),
  "commands/start.ts": 'import "kept";\nimport "undeclared";\nimport { used } from "../lib/platform/ids";\n\nused();\n',
  "lib/platform/ids.ts": "export const used = () => 1;\nexport const forgotten = 2;\n",
  "lib/platform/orphan.ts": "export const a = 1;\n",
};

/** What knip reports on the sample under the project's own settings. */
function report(): string {
  const settings = ["knip.json", "commands/dead-code-advice.ts"];
  const copies = Object.fromEntries(settings.map((path) => [path, readFileSync(root + path, "utf8")]));
  const tree = { ...files, ...copies };
  const command = [`${root}node_modules/knip/bin/knip.js`, "--reporter", "compact", "--no-progress"];
  return withTemporaryTree(tree, (cwd) => spawnSync(process.execPath, command, { cwd, encoding: "utf8" }).stdout);
}

describe("the dead-code settings", () => {
  let found = "";
  beforeAll(() => {
    found = report();
  }, 60_000);

  it.each([
    ["a file that nothing imports", "orphan.ts"],
    ["an export that nothing uses", "forgotten"],
    ["a package that nothing imports", "left-over"],
    ["an import of an undeclared package", "undeclared"],
  ])("find %s", (_what, name) => {
    expect(found).toContain(name);
  });

  it.each(["files", "exports", "dependencies", "unlisted"])("say what to do instead about %s", (kind) => {
    expect(found).toMatch(new RegExp(`^${kind}: .+; .+\\.$`, "m"));
  });

  it("pass what is used", () => {
    expect(found).not.toMatch(/\bkept\b|ids\.ts.*\bused\b/);
  });

  it("ignore no file, package or export by name", () => {
    const settings: unknown = JSON.parse(readFileSync(`${root}knip.json`, "utf8"));
    const allowed = ["$schema", "entry", "project", "ignoreExportsUsedInFile", "preprocessor"];
    expect(Object.keys(settings ?? {}).filter((key) => !allowed.includes(key))).toEqual([]);
  });
});

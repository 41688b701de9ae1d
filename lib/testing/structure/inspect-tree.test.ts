import { describe, expect, it } from "vitest";
import { inspectTree } from "./inspect-tree";
import { withTemporaryTree } from "./temporary-tree";

const sound = {
  ".gitignore": "node_modules/\n.next/\n*.tsbuildinfo\n",
  "package.json": "{}",
  "lib/testing/structure/structure-exceptions.json": "[]",
  "lib/platform/ids.ts": 'import "server-only";\n\n/** An id that is new. */\nexport const newId = 1;\n',
};
const todo = '// TODO later\nimport "server-only";\n';
const exception = {
  rule: "todo",
  path: "lib/platform/clock.ts",
  reason: "Goes with the next issue.",
  until: "2027-01-31",
};

describe("the inspection of a tree", () => {
  it("passes a sound tree and counts its files", () => {
    expect(withTemporaryTree(sound, inspectTree)).toMatchObject({ files: 3, exceptions: 0, violations: [] });
  });

  it("finds a bad name and a bad line wherever they lie", () => {
    const files = {
      ...sound,
      "lib/platform/clock.ts": todo,
      "lib/platform/deep/down/misc.ts": 'import "server-only";',
    };
    expect(withTemporaryTree(files, inspectTree).violations).toMatchObject([
      { rule: "file-name", path: "lib/platform/deep/down/misc.ts" },
      { rule: "todo", path: "lib/platform/clock.ts", line: 1 },
    ]);
  });

  it("leaves out what git ignores", () => {
    const files = { ...sound, "node_modules/left/index.js": "", ".next/build.js": "", "tsconfig.tsbuildinfo": "" };
    expect(withTemporaryTree(files, inspectTree)).toMatchObject({ files: 3, violations: [] });
  });

  it("lets a listed exception pass and counts it", () => {
    const list = { "lib/testing/structure/structure-exceptions.json": JSON.stringify([exception]) };
    const files = { ...sound, ...list, "lib/platform/clock.ts": todo };
    expect(withTemporaryTree(files, inspectTree)).toMatchObject({ exceptions: 1, violations: [] });
  });

  it("refuses to judge without the list of exceptions", () => {
    const { "lib/testing/structure/structure-exceptions.json": _list, ...files } = sound;
    expect(() => withTemporaryTree(files, inspectTree)).toThrow(/structure-exceptions/);
  });
});

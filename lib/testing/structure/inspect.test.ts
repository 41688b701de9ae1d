import { describe, expect, it } from "vitest";
import { BAD, type Sample } from "./bad-lines";
import { reviewQuestions } from "./budget-rules";
import { GOOD } from "./good-lines";
import { inspectPath, inspectSource, PATH_RULES, SOURCE_RULES } from "./inspect";
import { readSource } from "./source-file";
import { isSource } from "./tree";

const ruleIds = [...PATH_RULES, ...SOURCE_RULES].map(({ id }) => id);

function inspect({ path, text }: Sample) {
  return [...inspectPath(path), ...(isSource(path) ? inspectSource(readSource(path, text)) : [])];
}

const samples = (table: Readonly<Record<string, readonly Sample[]>>) =>
  Object.entries(table).flatMap(([rule, files]) =>
    files.map((file) => ({ rule, file, shown: file.text.slice(0, 90) })),
  );

describe("the structure rules", () => {
  it("are each fed at least one bad line and one good line, and nothing else is fed", () => {
    expect(Object.keys(BAD).sort()).toEqual([...ruleIds].sort());
    expect(Object.keys(GOOD).sort()).toEqual([...ruleIds].sort());
    for (const files of [...Object.values(BAD), ...Object.values(GOOD)]) expect(files.length).toBeGreaterThan(0);
  });

  it.each(samples(BAD))("$rule finds the fault in $file.path: $shown", ({ rule, file }) => {
    const found = inspect(file).filter((violation) => violation.rule === rule);
    expect(found.length).toBeGreaterThan(0);
  });

  it.each(samples(GOOD))("$rule and all others pass $file.path: $shown", ({ file }) => {
    expect(inspect(file)).toEqual([]);
  });

  it("say in every message what to do instead", () => {
    for (const { file } of samples(BAD)) {
      for (const { message } of inspect(file)) expect(message).toMatch(/.+; [a-z]+ \S+/);
    }
  });

  it("name the line of the fault", () => {
    const text = 'import "server-only";\n\nimport { eq } from "drizzle-orm";\n';
    expect(inspect({ path: "lib/platform/clock.ts", text })).toMatchObject([{ rule: "package-home", line: 3 }]);
  });

  it("ask the reviewer about a file between the budget and the limit, without failing it", () => {
    const file = readSource("lib/platform/ids.ts", `import "server-only";\n${"const a = 1;\n".repeat(200)}`);
    expect(inspectSource(file)).toEqual([]);
    expect(reviewQuestions(file)).toHaveLength(1);
    expect(reviewQuestions(readSource("lib/platform/ids.ts", 'import "server-only";\n'))).toEqual([]);
  });
});

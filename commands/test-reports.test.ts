import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readPlaywrightReport, readVitestReport } from "./test-reports";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "remit-reports-"));
});

afterEach(() => rm(folder, { recursive: true }));

async function file(content: unknown): Promise<string> {
  const path = join(folder, "report.json");
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
const playwright = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 };

describe("the closing line", () => {
  test("adds up what passed and what failed", async () => {
    expect(await readVitestReport(await file({ ...vitest, numFailedTests: 2 }), 1)).toEqual({ passed: 5, failed: 2 });
    const stats = { ...playwright, unexpected: 1 };
    expect(await readPlaywrightReport(await file({ stats }), 1)).toEqual({ passed: 3, failed: 1 });
  });

  test("counts a skipped or planned test as failed, and one that passed at the second try as passed", async () => {
    const report = { ...vitest, numPendingTests: 1, numTodoTests: 2 };
    expect(await readVitestReport(await file(report), 0)).toEqual({ passed: 5, failed: 3 });
    const stats = { ...playwright, flaky: 1, skipped: 1 };
    expect(await readPlaywrightReport(await file({ stats }), 0)).toEqual({ passed: 4, failed: 1 });
  });

  test("counts a run that broke as one failure, although no test failed", async () => {
    expect(await readVitestReport(await file(vitest), 1)).toEqual({ passed: 5, failed: 1 });
    expect(await readVitestReport(await file("{ cut o"), 0)).toEqual({ passed: 0, failed: 1 });
    expect(await readPlaywrightReport(join(folder, "missing.json"), 0)).toEqual({ passed: 0, failed: 1 });
  });

  test("counts a run that found no test as one failure", async () => {
    expect(await readVitestReport(await file({ ...vitest, numPassedTests: 0 }), 0)).toEqual({ passed: 0, failed: 1 });
    expect(await readPlaywrightReport(await file({ stats: { ...playwright, expected: 0 } }), 0)).toEqual({
      passed: 0,
      failed: 1,
    });
  });
});

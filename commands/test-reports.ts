import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Outcome } from "./tasks";

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/**
 * What a run of vitest has found, from its JSON report. A skipped test counts as failed: nothing is left out in
 * silence. So does a run that ends badly without a failing test, or without a report.
 */
export async function readVitestReport(file: string, exitCode: number): Promise<Outcome> {
  const report = vitestReport.safeParse(await readJson(file));
  if (!report.success) return brokenRun;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report.data;
  return settle({ passed: numPassedTests, failed: numFailedTests + numPendingTests + numTodoTests }, exitCode);
}

/** The same for Playwright. A test that passed only at the second try has passed; the run lists it as flaky, by name. */
export async function readPlaywrightReport(file: string, exitCode: number): Promise<Outcome> {
  const report = playwrightReport.safeParse(await readJson(file));
  if (!report.success) return brokenRun;
  const { expected, unexpected, flaky, skipped } = report.data.stats;
  return settle({ passed: expected + flaky, failed: unexpected + skipped }, exitCode);
}

const brokenRun: Outcome = { passed: 0, failed: 1 };

function settle(outcome: Outcome, exitCode: number): Outcome {
  const failedUnseen = exitCode !== 0 && outcome.failed === 0;
  const foundNothing = outcome.passed + outcome.failed === 0;
  return failedUnseen || foundNothing ? { ...outcome, failed: 1 } : outcome;
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return null; // Absent or cut off: the caller counts it as a broken run.
  }
}

import { join } from "node:path";
import { inheritedEnvironment, StartError } from "@/env";
import { runBrowserTests } from "./browser-tests";
import { STATIC_CHECKS } from "./static-checks";
import { addOutcomes, type Outcome, packageProgram, runTasks, runVisibly } from "./tasks";
import { readVitestReport } from "./test-reports";
import { withScratch } from "./with-scratch";

// `npm test`: everything, on a database and a browser of its own. A failing part does not keep the others from running.
const outcome = await withScratch(async (folder) => {
  const checked = await runTasks(STATIC_CHECKS, 2);
  const tested = await runTests(folder);
  const browsed = await runBrowserTests(folder, []).catch(showReason);
  return [checked, tested, browsed].reduce(addOutcomes);
});
console.log(`\n${outcome.passed} passed, ${outcome.failed} failed`);
process.exitCode = outcome.failed === 0 ? 0 : 1;

async function runTests(folder: string): Promise<Outcome> {
  const report = join(folder, "vitest.json");
  const projects = ["unit", "db", "proof", "start"].flatMap((name) => ["--project", name]);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const exitCode = await runVisibly(
    packageProgram("vitest"),
    ["run", ...projects, ...reporters],
    inheritedEnvironment(),
  );
  return readVitestReport(report, exitCode);
}

function showReason(error: unknown): Outcome {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  return { passed: 0, failed: 1 };
}

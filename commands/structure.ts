import { join } from "node:path";
import { inspectTree } from "@/lib/testing/structure/inspect-tree";
import type { Violation } from "@/lib/testing/structure/rule";

const started = performance.now();
const { files, exceptions, violations, questions } = inspectTree(join(import.meta.dirname, ".."));
const seconds = ((performance.now() - started) / 1000).toFixed(1);

for (const question of questions) console.log(lineOf(question));
for (const violation of violations) console.error(lineOf(violation));
console.log(`Structure: ${files} files, ${violations.length} faults, ${exceptions} exceptions, ${seconds} s`);
if (violations.length > 0) process.exitCode = 1;

function lineOf({ path, line, rule, message }: Violation): string {
  return `${path}:${line}  ${rule}  ${message}`;
}

import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { reviewQuestions } from "./budget-rules";
import { parseExceptions, withoutExceptions } from "./exceptions";
import { inspectPath, inspectSource } from "./inspect";
import type { Violation } from "./rule";
import { readSource } from "./source-file";
import { isSource, projectFiles } from "./tree";

/** What an inspection found; `questions` are for a reviewer and fail nothing. Counts are of files and of list entries. */
export type TreeReport = { files: number; exceptions: number; violations: Violation[]; questions: Violation[] };

/** Where the list of exceptions lies, counted from the root of the tree. */
const EXCEPTIONS = "lib/testing/structure/structure-exceptions.json";

/**
 * Every rule on every file below `root`, less the listed exceptions.
 * @throws when `.gitignore` or the list of exceptions is missing or malformed: without them the result would be a guess.
 */
export function inspectTree(root: string): TreeReport {
  const read = (path: string) => readFileSync(join(root, path), "utf8");
  const exceptions = parseExceptions(read(EXCEPTIONS));
  const paths = projectFiles(root);
  const sources = paths.filter(isSource).map((path) => readSource(path, read(path)));
  return {
    files: paths.length,
    exceptions: exceptions.length,
    violations: withoutExceptions([...paths.flatMap(inspectPath), ...sources.flatMap(inspectSource)], exceptions),
    questions: sources.flatMap((file) =>
      reviewQuestions(file).map((finding) => ({ rule: "review", path: file.path, ...finding })),
    ),
  };
}

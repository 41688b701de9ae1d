import "server-only";
import { fileBudgetRule, functionBudgetRule, pageBudgetRule } from "./budget-rules";
import { suppressionRule, todoRule } from "./comment-rules";
import { serverOnlyRule, useServerRule } from "./directive-rules";
import { environmentRule } from "./environment-rule";
import { docstringRule, reExportRule } from "./export-rules";
import { fileNameRule } from "./file-name-rule";
import { browserSafeRule, importDirectionRule, wingRule } from "./import-rules";
import { packageHomeRule } from "./package-rule";
import type { PathRule, SourceRule, Violation } from "./rule";
import type { SourceFile } from "./source-file";

/** The rules that judge a path alone. */
export const PATH_RULES: readonly PathRule[] = [fileNameRule];

/** The rules that judge a source file by itself. Import cycles are biome's, unused code is knip's. */
export const SOURCE_RULES: readonly SourceRule[] = [
  {
    id: "syntax",
    check: ({ faults }) => faults.map((message) => ({ line: 1, message: `${message}; make the file parse` })),
  },
  importDirectionRule,
  wingRule,
  browserSafeRule,
  packageHomeRule,
  useServerRule,
  serverOnlyRule,
  reExportRule,
  docstringRule,
  environmentRule,
  suppressionRule,
  todoRule,
  fileBudgetRule,
  pageBudgetRule,
  functionBudgetRule,
];

/** What is wrong with a file's name and place. */
export function inspectPath(path: string): Violation[] {
  return PATH_RULES.flatMap(({ id, check }) => {
    const message = check(path);
    return message === null ? [] : [{ rule: id, path, line: 1, message }];
  });
}

/** What is wrong inside a source file, by rule and then by line. */
export function inspectSource(file: SourceFile): Violation[] {
  return SOURCE_RULES.flatMap(({ id, check }) =>
    check(file).map((finding) => ({ rule: id, path: file.path, ...finding })),
  );
}

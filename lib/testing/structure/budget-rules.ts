import "server-only";
import { placeOf } from "./place";
import type { Finding, SourceRule } from "./rule";
import type { SourceFile } from "./source-file";

/** Lines a file may have before a reviewer asks why. Docstrings and policies are not counted. Source: STYLE_EXAMPLES 2. */
const FILE_LINES_IN_REVIEW = 200;

/** Lines a file may have at most; beyond them it holds two things. Source: STYLE_EXAMPLES 2. */
const FILE_LINES = 300;

/** Lines a function may have, its signature and closing brace counted. Source: STYLE_EXAMPLES 2. */
const FUNCTION_LINES = 50;

/** Lines a page may have: it parses, asks, queries and composes. Source: STYLE_EXAMPLES 2. */
const PAGE_LINES = 60;

/** A file stays within `FILE_LINES`. */
export const fileBudgetRule: SourceRule = {
  id: "file-budget",
  check: (file) => overBudget(file, FILE_LINES, "divide it by what its parts are about, one named file each"),
};

/** A page stays within `PAGE_LINES`. */
export const pageBudgetRule: SourceRule = {
  id: "page-budget",
  check: (file) =>
    /^app\/(?:.*\/)?page\.tsx$/.test(file.path)
      ? overBudget(file, PAGE_LINES, "move markup to components and reading to queries, and compose them here")
      : [],
};

/** A function stays within `FUNCTION_LINES`; a test suite's `describe` only holds functions and is not counted. */
export const functionBudgetRule: SourceRule = {
  id: "function-budget",
  check: (file) => {
    if (isPolicy(file)) return [];
    return file.functions.flatMap(({ name, line, endLine, suite }) => {
      const lines = countedLines(file, line, endLine);
      if (suite || lines <= FUNCTION_LINES) return [];
      return [
        { line, message: `${name} has ${lines} lines of ${FUNCTION_LINES}; take steps out into named functions` },
      ];
    });
  },
};

/** The files between the two file budgets, for the reviewer: not a violation, but a question. */
export function reviewQuestions(file: SourceFile): Finding[] {
  if (isPolicy(file)) return [];
  const lines = countedLines(file, 1, file.lineCount);
  if (lines <= FILE_LINES_IN_REVIEW || lines > FILE_LINES) return [];
  return [
    { line: 1, message: `has ${lines} lines where ${FILE_LINES_IN_REVIEW} are the budget; does it hold one thing?` },
  ];
}

function overBudget(file: SourceFile, budget: number, instead: string): Finding[] {
  const lines = countedLines(file, 1, file.lineCount);
  return isPolicy(file) || lines <= budget ? [] : [{ line: 1, message: `has ${lines} lines of ${budget}; ${instead}` }];
}

function isPolicy({ path }: SourceFile): boolean {
  return path.startsWith("lib/permissions/policies/") && !placeOf(path).test;
}

function countedLines(file: SourceFile, from: number, to: number): number {
  const documented = file.comments
    .filter(({ docstring, line, endLine }) => docstring && line >= from && endLine <= to)
    .reduce((sum, { line, endLine }) => sum + endLine - line + 1, 0);
  return to - from + 1 - documented;
}

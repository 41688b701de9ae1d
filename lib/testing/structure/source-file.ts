import "server-only";
import { posix } from "node:path";
import { type Comment, type Program, parseSync, Visitor } from "oxc-parser";
import { type EnvironmentUse, environmentUses } from "./environment-uses";
import { type ExportFact, exportFacts, isDocstring } from "./export-facts";
import { type FunctionFact, functionFacts } from "./function-facts";
import { type RawImport, rawImports } from "./import-facts";

/** One import, re-export, dynamic import or type import of a file, resolved without touching the disk. */
export type ImportEdge = {
  /** As written, such as `@/lib/platform/ids` or `drizzle-orm/pg-core`. */
  specifier: string;
  /** The imported file as a path from the repository root without its extension, or null for a package. */
  target: string | null;
  /** The package's name, such as `drizzle-orm` or `node:fs`, or null for a file of ours. */
  packageName: string | null;
  typeOnly: boolean;
  line: number;
};

/** What a directive such as `"use server"` says, where it stands, and whether it governs the whole module. */
export type DirectiveFact = { text: string; line: number; wholeModule: boolean };

/** A comment with its first and last line; `docstring` is true for the `/** … *\/` form. */
export type CommentFact = { text: string; line: number; endLine: number; docstring: boolean };

/** Everything the structure rules ask about one source file. Lines count from 1. */
export type SourceFile = {
  path: string;
  lineCount: number;
  imports: readonly ImportEdge[];
  exports: readonly ExportFact[];
  functions: readonly FunctionFact[];
  directives: readonly DirectiveFact[];
  comments: readonly CommentFact[];
  environment: readonly EnvironmentUse[];
  /** The module that the first statement imports for its side effect alone, as in `import "server-only"`. */
  firstSideEffect: string | null;
  /** What the parser could not read; empty for a sound file. */
  faults: readonly string[];
};

/**
 * The facts of one source file. `path` counts from the repository root, with forward slashes.
 * A file that does not parse comes back with its faults and no facts, never as a thrown error.
 */
export function readSource(path: string, text: string): SourceFile {
  const { program, module, comments, errors } = parseSync(path, text, { sourceType: "module" });
  const lineOf = lineFinder(text);
  return {
    path,
    lineCount: countLines(text),
    imports: rawImports(program, module).map((raw) => resolve(path, raw, lineOf)),
    exports: exportFacts(program, module, comments, text, lineOf),
    functions: functionFacts(program, lineOf),
    directives: directiveFacts(program, lineOf),
    comments: comments.map((comment) => commentFact(comment, lineOf)),
    environment: environmentUses(program, lineOf),
    firstSideEffect: firstSideEffect(program),
    faults: errors.filter((error) => error.severity === "Error").map((error) => error.message),
  };
}

function countLines(text: string): number {
  const lines = text.split("\n").length;
  return text.endsWith("\n") ? lines - 1 : lines;
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

function resolve(path: string, raw: RawImport, lineOf: (offset: number) => number): ImportEdge {
  const { specifier, typeOnly } = raw;
  const written = specifier.startsWith("@/")
    ? specifier.slice(2)
    : specifier.startsWith(".")
      ? posix.join(posix.dirname(path), specifier)
      : null;
  return {
    specifier,
    target: written === null ? null : written.replace(/\.(tsx?|jsx?|mjs)$/, ""),
    packageName: written === null ? packageOf(specifier) : null,
    typeOnly,
    line: lineOf(raw.start),
  };
}

function packageOf(specifier: string): string {
  if (specifier.startsWith("node:")) return specifier;
  const parts = specifier.split("/");
  return parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
}

function directiveFacts(program: Program, lineOf: (offset: number) => number): DirectiveFact[] {
  const topLevel = new Set(program.body.map((statement) => statement.start));
  const facts: DirectiveFact[] = [];
  new Visitor({
    ExpressionStatement(node) {
      if (typeof node.directive !== "string") return;
      facts.push({ text: node.directive, line: lineOf(node.start), wholeModule: topLevel.has(node.start) });
    },
  }).visit(program);
  return facts;
}

function commentFact(comment: Comment, lineOf: (offset: number) => number): CommentFact {
  return {
    text: comment.value,
    line: lineOf(comment.start),
    endLine: lineOf(comment.end),
    docstring: isDocstring(comment),
  };
}

function firstSideEffect(program: Program): string | null {
  const first = program.body.find((statement) => !("directive" in statement && statement.directive));
  if (first?.type !== "ImportDeclaration" || first.specifiers.length > 0) return null;
  return first.source.value;
}

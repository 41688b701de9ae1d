import "server-only";
import type { Comment, EcmaScriptModule, Program, Statement, StaticExportEntry } from "oxc-parser";

/** One exported name. `docstring` is the text of its `/** … *\/` comment without the stars, or null where there is none. */
export type ExportFact = {
  name: string;
  line: number;
  docstring: string | null;
  /** True where the name belongs to another module and is only passed on. */
  passedOn: boolean;
};

/** True for the `/** … *\/` form; `/***` and line comments are ordinary remarks. */
export function isDocstring(comment: Comment): boolean {
  return comment.type === "Block" && /^\*(?!\*)/.test(comment.value);
}

/**
 * Every exported name with its docstring, which stands directly above the export or above the declaration that the
 * export names. Of overloads and merged declarations, the first documented one speaks for all.
 */
export function exportFacts(
  program: Program,
  module: EcmaScriptModule,
  comments: readonly Comment[],
  text: string,
  lineOf: (offset: number) => number,
): ExportFact[] {
  const docstrings = docstringFinder(comments, text);
  const declared = declarationDocstrings(program, docstrings);
  const imported = new Set(
    module.staticImports.flatMap(({ entries }) => entries.map((entry) => entry.localName.value)),
  );
  const facts = new Map<string, ExportFact>();
  for (const { start, entries } of module.staticExports) {
    for (const entry of entries) {
      const name = exportedName(entry);
      const local = entry.localName.name;
      const docstring = docstrings(start) ?? (local === null ? null : (declared.get(local) ?? null));
      const passedOn = entry.moduleRequest !== null || (local !== null && imported.has(local));
      const known = facts.get(name);
      if (known === undefined) facts.set(name, { name, line: lineOf(start), docstring, passedOn });
      else known.docstring ??= docstring;
    }
  }
  return [...facts.values()];
}

function exportedName(entry: StaticExportEntry): string {
  if (entry.exportName.name !== null) return entry.exportName.name;
  return entry.exportName.kind === "Default" ? "default" : "*";
}

function docstringFinder(comments: readonly Comment[], text: string): (start: number) => string | null {
  const documented = comments.filter(isDocstring);
  return (start) => {
    const above = documented.findLast((comment) => comment.end <= start);
    if (above === undefined || text.slice(above.end, start).trim() !== "") return null;
    return above.value
      .split("\n")
      .map((line) => line.replace(/^\s*\*+ ?/, ""))
      .join("\n")
      .trim();
  };
}

function declarationDocstrings(program: Program, docstrings: (start: number) => string | null): Map<string, string> {
  const found = new Map<string, string>();
  for (const statement of program.body) {
    const docstring = docstrings(statement.start);
    if (docstring === null) continue;
    for (const name of declaredNames(statement)) found.set(name, docstring);
  }
  return found;
}

function declaredNames(statement: Program["body"][number] | Statement): string[] {
  switch (statement.type) {
    case "VariableDeclaration":
      return statement.declarations.flatMap(({ id }) => (id.type === "Identifier" ? [id.name] : []));
    case "FunctionDeclaration":
    case "ClassDeclaration":
      return statement.id === null ? [] : [statement.id.name];
    case "TSTypeAliasDeclaration":
    case "TSInterfaceDeclaration":
    case "TSEnumDeclaration":
      return [statement.id.name];
    default:
      return [];
  }
}

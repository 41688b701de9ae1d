import "server-only";
import { type EcmaScriptModule, type Expression, type Program, Visitor } from "oxc-parser";

/** An import as it is written, before anybody asks where it leads. `start` is an offset into the text. */
export type RawImport = { specifier: string; typeOnly: boolean; start: number };

/**
 * Every way in which a module names another one: imports, re-exports, `import()`, `import("…").Type` and `require`.
 * An import counts as type-only when nothing of it is left after compilation. A computed `import(name)` is not listed.
 */
export function rawImports(program: Program, module: EcmaScriptModule): RawImport[] {
  return [...staticImports(module), ...reExports(module), ...otherImports(program)];
}

function staticImports(module: EcmaScriptModule): RawImport[] {
  return module.staticImports.map((edge) => ({
    specifier: edge.moduleRequest.value,
    typeOnly: edge.entries.length > 0 && edge.entries.every((entry) => entry.isType),
    start: edge.start,
  }));
}

function reExports(module: EcmaScriptModule): RawImport[] {
  return module.staticExports.flatMap(({ entries }) =>
    entries.flatMap((entry) =>
      entry.moduleRequest === null
        ? []
        : [{ specifier: entry.moduleRequest.value, typeOnly: entry.isType, start: entry.start }],
    ),
  );
}

function otherImports(program: Program): RawImport[] {
  const found: RawImport[] = [];
  const add = (source: Expression, typeOnly: boolean) => {
    const specifier = literalText(source);
    if (specifier !== null) found.push({ specifier, typeOnly, start: source.start });
  };
  new Visitor({
    ImportExpression: (node) => add(node.source, false),
    TSImportType: (node) => add(node.source, true),
    TSExternalModuleReference: (node) => add(node.expression, false),
    CallExpression(node) {
      const [first] = node.arguments;
      if (node.callee.type !== "Identifier" || node.callee.name !== "require" || first === undefined) return;
      if (first.type !== "SpreadElement") add(first, false);
    },
  }).visit(program);
  return found;
}

function literalText(node: Expression): string | null {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : null;
  if (node.type !== "TemplateLiteral" || node.expressions.length > 0) return null;
  return node.quasis[0]?.value.cooked ?? null;
}

import "server-only";
import {
  type ArrowFunctionExpression,
  type Function as FunctionNode,
  type Node,
  type Program,
  Visitor,
} from "oxc-parser";

/** One function body with its first and last line; `suite` marks the callback of a `describe`, which holds tests. */
export type FunctionFact = { name: string; line: number; endLine: number; suite: boolean };

/** Every function of a module, nested ones too, named after what they are declared as or assigned to. */
export function functionFacts(program: Program, lineOf: (offset: number) => number): FunctionFact[] {
  const names = new Map<number, string>();
  const suites = new Set<number>();
  const facts: (FunctionFact & { start: number })[] = [];
  const add = (node: FunctionNode | ArrowFunctionExpression) => {
    const name = node.id?.name ?? names.get(node.start) ?? "an unnamed function";
    const [line, endLine] = [lineOf(node.start), lineOf(node.end)];
    facts.push({ name, line, endLine, suite: suites.has(node.start), start: node.start });
  };
  new Visitor({
    VariableDeclarator(node) {
      if (node.init !== null && node.id.type === "Identifier") names.set(node.init.start, node.id.name);
    },
    MethodDefinition(node) {
      if (node.key.type === "Identifier") names.set(node.value.start, node.key.name);
    },
    Property(node) {
      if (node.key.type === "Identifier") names.set(node.value.start, node.key.name);
    },
    CallExpression(node) {
      if (!isDescribe(node.callee)) return;
      for (const argument of node.arguments) suites.add(argument.start);
    },
    FunctionDeclaration: add,
    FunctionExpression: add,
    ArrowFunctionExpression: add,
  }).visit(program);
  return facts.map(({ name, line, endLine, suite }) => ({ name, line, endLine, suite }));
}

/** `describe(…)`, `describe.each(…)(…)`, `test.describe(…)` and their like. */
function isDescribe(node: Node): boolean {
  switch (node.type) {
    case "Identifier":
      return node.name === "describe";
    case "MemberExpression":
      return isDescribe(node.object) || isDescribe(node.property);
    case "CallExpression":
      return isDescribe(node.callee);
    default:
      return false;
  }
}

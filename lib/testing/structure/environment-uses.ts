import "server-only";
import { type Node, type Program, Visitor } from "oxc-parser";

/** A place where a module touches the process environment: reading it, or only setting or deleting one variable. */
export type EnvironmentUse = { line: number; kind: "read" | "write" };

/**
 * Every touch of the environment, whichever way it is spelt: `process.env`, `process["env"]`, `globalThis.process.env`,
 * `import.meta.env`, `const { env } = process`, and `env` imported from `node:process`.
 */
export function environmentUses(program: Program, lineOf: (offset: number) => number): EnvironmentUse[] {
  const reads = new Set<number>();
  const writes = new Set<number>();
  const markWrite = (target: Node) => {
    if (target.type !== "MemberExpression") return;
    if (isEnvironment(target)) writes.add(target.start);
    else if (isEnvironment(target.object)) writes.add(target.object.start);
  };
  new Visitor({
    MemberExpression(node) {
      if (isEnvironment(node)) reads.add(node.start);
    },
    AssignmentExpression(node) {
      if (node.operator === "=") markWrite(node.left);
    },
    UnaryExpression(node) {
      if (node.operator === "delete") markWrite(node.argument);
    },
    CallExpression(node) {
      const [target] = node.arguments;
      if (isObjectAssign(node.callee) && target !== undefined) markWrite(target);
    },
    VariableDeclarator(node) {
      if (node.id.type !== "ObjectPattern" || node.init === null || !isProcess(node.init)) return;
      if (node.id.properties.some((part) => part.type === "Property" && nameOf(part.key) === "env"))
        reads.add(node.start);
    },
    ImportDeclaration(node) {
      if (!/^(node:)?process$/.test(node.source.value)) return;
      for (const part of node.specifiers) {
        if (part.type === "ImportSpecifier" && nameOf(part.imported) === "env") reads.add(part.start);
      }
    },
  }).visit(program);
  return [...reads].map((start) => ({ line: lineOf(start), kind: writes.has(start) ? "write" : "read" }));
}

function isObjectAssign(callee: Node): boolean {
  if (callee.type !== "MemberExpression") return false;
  return nameOf(callee.object) === "Object" && nameOf(callee.property) === "assign";
}

function isEnvironment(node: Node): boolean {
  if (node.type !== "MemberExpression" || nameOf(node.property) !== "env") return false;
  return node.object.type === "MetaProperty" || isProcess(node.object);
}

function isProcess(node: Node): boolean {
  if (node.type === "Identifier") return node.name === "process";
  return node.type === "MemberExpression" && nameOf(node.property) === "process";
}

function nameOf(node: Node): string | null {
  if (node.type === "Identifier") return node.name;
  return node.type === "Literal" && typeof node.value === "string" ? node.value : null;
}

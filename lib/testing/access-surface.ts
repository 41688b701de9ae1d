import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFiles } from "./structure/tree";

/** Reads one file of the project, by its path from the root. */
export type ReadSource = (path: string) => string;

/** Everything that can be reached from outside: `METHOD /route` of pages and route handlers, `file#export` of server actions. */
export interface Surface {
  readonly routes: readonly string[];
  readonly actions: readonly string[];
}

/** The surface of the project in this folder. */
export function surfaceOf(root: string): Surface {
  return surfaceOfFiles(projectFiles(root), (path) => readFileSync(join(root, path), "utf8"));
}

/** The surface of these files. A page answers GET; a route handler what it exports; every export of an `actions.ts` is an action. */
export function surfaceOfFiles(files: readonly string[], read: ReadSource): Surface {
  return {
    routes: files.flatMap((path) => routesIn(path, read)),
    actions: files
      .filter((path) => /^lib\/(?:.+\/)?actions\.ts$/.test(path))
      .flatMap((path) => exportsIn(read(path)).map((name) => `${path}#${name}`)),
  };
}

function routesIn(path: string, read: ReadSource): string[] {
  const found = /^app\/(.*?)\/?(page\.tsx?|route\.tsx?)$/.exec(path);
  if (found === null) return [];
  const [, folders = "", file = ""] = found;
  // Folders in brackets only group, and do not show in the address.
  const route = `/${folders
    .split("/")
    .filter((folder) => folder !== "" && !/^\(.*\)$/.test(folder))
    .join("/")}`;
  const methods = file.startsWith("page") ? ["GET"] : exportsIn(read(path)).filter((name) => /^[A-Z]+$/.test(name));
  return methods.map((method) => `${method} ${route}`);
}

function exportsIn(source: string): string[] {
  const declared = source.matchAll(/^export (?:const|let|var|function|async function)\s+(\w+)/gm);
  const listed = source.matchAll(/^export \{([^}]*)\}/gm);
  return [
    ...[...declared].flatMap(([, name]) => name ?? []),
    ...[...listed].flatMap(([, names = ""]) =>
      names.split(",").flatMap(
        (name) =>
          name
            .trim()
            .split(/\s+as\s+/)
            .at(-1) || [],
      ),
    ),
  ];
}

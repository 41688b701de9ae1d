import "server-only";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const SOURCE = /\.(?:tsx?|jsx?|mjs|cjs)$/;

/** True for the files that rules look into; all others are judged by their names alone. */
export function isSource(path: string): boolean {
  return SOURCE.test(path);
}

/**
 * The project's files as sorted paths from `root`, with forward slashes. Left out are the folders and files that
 * `.gitignore` names, and hidden ones except `.ci`: they are products, not sources.
 */
export function projectFiles(root: string): string[] {
  const ignored = ignoredNames(readFileSync(join(root, ".gitignore"), "utf8"));
  const found: string[] = [];
  const walk = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (ignored(entry.name) || (entry.name.startsWith(".") && !KEPT.includes(entry.name))) continue;
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else found.push(path);
    }
  };
  walk("");
  return found.sort();
}

const KEPT = [".ci", ".well-known"];

function ignoredNames(gitignore: string): (name: string) => boolean {
  const patterns = gitignore
    .split("\n")
    .map((line) => line.trim().replace(/^\/|\/$/g, ""))
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => new RegExp(`^${line.replace(/[.+^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`));
  return (name) => patterns.some((pattern) => pattern.test(name));
}

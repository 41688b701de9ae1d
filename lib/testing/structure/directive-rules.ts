import "server-only";
import { isBrowserSafe } from "./import-rules";
import { placeOf } from "./place";
import type { SourceRule } from "./rule";
import type { SourceFile } from "./source-file";

/** `"use server"` makes a public address of every export: only `actions.ts` may, and always does. Source: STYLE_EXAMPLES 10, rule 5. */
export const useServerRule: SourceRule = {
  id: "use-server",
  check: (file) => {
    const { floor, stem, test } = placeOf(file.path);
    const actions = floor === "lib" && stem === "actions" && !test;
    const used = file.directives.filter(({ text }) => text === "use server");
    const stray = used.filter(({ wholeModule }) => !actions || !wholeModule);
    if (actions && used.length === 0)
      return [{ line: 1, message: 'actions.ts lacks its directive; begin it with "use server"' }];
    return stray.map(({ line }) => ({
      line,
      message:
        '"use server" makes a public address; move the action to the noun\'s actions.ts and wrap it in defineAction',
    }));
  },
};

/** Server files say so first, so that a build which would carry one to a browser fails. Source: STYLE_EXAMPLES 10, rule 5. */
export const serverOnlyRule: SourceRule = {
  id: "server-only",
  check: (file) => {
    if (!isServerFile(file) || file.firstSideEffect === "server-only") return [];
    return [{ line: 1, message: 'a server file begins with import "server-only"; make it the first statement' }];
  },
};

/**
 * Server files are `env.ts`, `proxy.ts`, `lib`, `db` and what `app` renders on the server. Not: tests, `schemas.ts`,
 * `constants.ts`, `actions.ts` (its own directive), client modules of `app`, and `db/schema`, which drizzle-kit
 * reads without our aliases and which only `lib` can import anyway (ADR 0021).
 */
function isServerFile({ path, directives }: SourceFile): boolean {
  const place = placeOf(path);
  if (place.test || path.startsWith("db/schema/")) return false;
  if (place.floor === "env" || place.floor === "proxy" || place.floor === "db") return true;
  if (place.floor === "app") return !directives.some(({ text, wholeModule }) => text === "use client" && wholeModule);
  return place.floor === "lib" && !isBrowserSafe(place) && place.stem !== "actions";
}

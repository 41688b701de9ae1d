import "server-only";
import type { EnvironmentUse } from "./environment-uses";
import { placeOf } from "./place";
import type { SourceRule } from "./rule";

/**
 * Settings are parsed once, in `env.ts`; everybody else takes the typed result. Tests and tools' settings may touch the
 * environment; commands and `lib/testing` may set variables for what they start. Source: STYLE_EXAMPLES 10, rule 6.
 */
export const environmentRule: SourceRule = {
  id: "environment",
  check: (file) =>
    file.environment
      .filter(({ kind }) => !mayTouch(file.path, kind))
      .map(({ line, kind }) => ({
        line,
        message:
          kind === "read"
            ? "reads the environment; add the setting to env.ts and import its typed value"
            : "sets the environment; only tests, tools' settings and commands may, so pass the value as an argument",
      })),
};

function mayTouch(path: string, kind: EnvironmentUse["kind"]): boolean {
  const { floor, area, test } = placeOf(path);
  if (test || floor === "env" || floor === "config") return true;
  return kind === "write" && (floor === "commands" || area === "testing");
}

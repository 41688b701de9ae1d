import "server-only";
import { placeOf } from "./place";
import type { SourceRule } from "./rule";

const SUPPRESSION =
  /^[\s*]*(?:biome-ignore|@ts-(?:ignore|nocheck|expect-error)\b|(?:eslint|oxlint)-disable|prettier-ignore|(?:v8|c8|istanbul) ignore|@(?:public|alias|beta|lintignore|knipignore)\b)/m;

/**
 * No comment switches a check off: exceptions stand in one list, where they are counted. A test may write
 * `@ts-expect-error` with its reason, because there it asserts that something does not type-check. Source: STYLE_EXAMPLES 10, rule 8.
 */
export const suppressionRule: SourceRule = {
  id: "suppression",
  check: (file) =>
    file.comments.flatMap(({ text, line }) => {
      const found = SUPPRESSION.exec(text)?.[0].trim();
      if (found === undefined) return [];
      if (placeOf(file.path).test && /^\W*@ts-expect-error\W+\w+\s+\w+/.test(text)) return [];
      return [
        { line, message: `"${found}" hides a fault; mend it, or enter it in structure-exceptions.json with a reason` },
      ];
    }),
};

/** What is left to do stands in an issue, whose number the comment names. Source: STYLE_EXAMPLES 9. */
export const todoRule: SourceRule = {
  id: "todo",
  check: (file) =>
    file.comments
      .filter(({ text }) => /\b(?:TODO|FIXME|XXX|HACK)\b(?!\s*\(?#\d+)/.test(text))
      .map(({ line }) => ({
        line,
        message: "names work without an issue; do it now, or write TODO (#12) with its issue",
      })),
};

import "server-only";
import { placeOf } from "./place";
import type { SourceRule } from "./rule";

/** No file passes another's names on: who needs a name imports it from where it is made. Source: STYLE_EXAMPLES 10, rule 6. */
export const reExportRule: SourceRule = {
  id: "re-export",
  check: (file) =>
    file.exports
      .filter(({ passedOn }) => passedOn)
      .map(({ name, line }) => ({
        line,
        message: `passes ${name === "*" ? "everything of another file" : name} on; import it from where it is made`,
      })),
};

/** Every export says what it gives, in at least one full sentence. Source: STYLE_EXAMPLES 9. */
export const docstringRule: SourceRule = {
  id: "docstring",
  check: (file) => {
    if (placeOf(file.path).test && !file.path.endsWith("fixtures.ts")) return [];
    return file.exports.flatMap(({ name, line, docstring, passedOn }) => {
      if (passedOn) return [];
      if (docstring === null)
        return [{ line, message: `${name} has no docstring; write /** what it gives. */ above it` }];
      if (isSentence(docstring)) return [];
      return [{ line, message: `the docstring of ${name} is no sentence; say what it gives and end with a full stop` }];
    });
  },
};

/** At least two words before any tag, closed by a full stop, colon, question or exclamation mark. */
function isSentence(docstring: string): boolean {
  const prose = docstring.split(/^@\w/m)[0] ?? "";
  return /\S+\s+\S+/.test(prose) && /[.:?!](?:[`)"'”’]|\s|$)/.test(prose);
}

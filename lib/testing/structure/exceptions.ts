import "server-only";
import { z } from "zod";
import type { Violation } from "./rule";

const exceptionSchema = z.strictObject({
  rule: z.string(),
  path: z.string(),
  /** A sentence for the reviewer. */
  reason: z.string().regex(/^\S+(?:\s+\S+){3,}[.]$/),
  /** The day, as YYYY-MM-DD, by which the exception should be gone. */
  until: z.iso.date(),
});

/** One file that may break one rule for a while, with the reason and the day by which it should no longer. */
export type StructureException = z.output<typeof exceptionSchema>;

/**
 * The exceptions of `structure-exceptions.json`, checked: each names a rule, a path, a reason and a last day.
 * @throws when an entry lacks one of these or the text is no JSON.
 */
export function parseExceptions(text: string): StructureException[] {
  return z.array(exceptionSchema).parse(JSON.parse(text));
}

/**
 * The violations that no exception covers. An exception that covers nothing comes back as a violation of its own, so
 * that the list shrinks as soon as it can. Source: STYLE_EXAMPLES 10, rule 8.
 */
export function withoutExceptions(
  violations: readonly Violation[],
  exceptions: readonly StructureException[],
): Violation[] {
  const covers = (exception: StructureException, { rule, path }: Violation) =>
    exception.rule === rule && exception.path === path;
  const left = violations.filter((violation) => !exceptions.some((exception) => covers(exception, violation)));
  const idle = exceptions.filter((exception) => !violations.some((violation) => covers(exception, violation)));
  return [
    ...left,
    ...idle.map(({ rule, path }) => ({
      rule: "exception",
      path,
      line: 1,
      message: `no longer breaks ${rule}; delete its entry from structure-exceptions.json`,
    })),
  ];
}

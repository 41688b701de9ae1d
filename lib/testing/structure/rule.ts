import "server-only";
import type { SourceFile } from "./source-file";

/** One broken rule at one line. The message says what is wrong and, after a semicolon or colon, what to do instead. */
export type Violation = { rule: string; path: string; line: number; message: string };

/** What a rule finds in one file; `SourceRule` gives it the rest of the violation. */
export type Finding = { line: number; message: string };

/** A rule that judges one source file by itself. Its id is what an exception names. */
export type SourceRule = { id: string; check: (file: SourceFile) => Finding[] };

/** A rule that needs nothing but the path, so that it also holds for files that are no source. */
export type PathRule = { id: string; check: (path: string) => string | null };

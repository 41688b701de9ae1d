import "server-only";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A folder with the given files, path to text, for as long as `work` takes; gives what `work` gives. */
export function withTemporaryTree<Result>(
  files: Readonly<Record<string, string>>,
  work: (root: string) => Result,
): Result {
  const root = mkdtempSync(join(tmpdir(), "remit-structure-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return work(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

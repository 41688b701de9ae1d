import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What `work` returns, having had a folder of its own in the temporary one; the folder is gone afterwards, also after Ctrl-C. */
export async function withScratch<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "remit-"));
  // As root the database server runs as another user, who must be able to enter.
  await chmod(folder, 0o711);
  // What `work` has started hears Ctrl-C too and ends; this process stays to tidy up after it.
  const stay = () => undefined;
  process.on("SIGINT", stay);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
    process.off("SIGINT", stay);
  }
}

import "server-only";
import { onStatement, writeTransaction } from "@/db/client";
import { loadWorld } from "@/lib/world/load";

/** Loads a world file, or the part of one, into the test's database. */
export async function loadForTest(json: unknown): Promise<void> {
  await writeTransaction({ actorId: null, requestId: null }, (tx) => loadWorld(tx, json));
}

/** How many statements `work` sends, without begin, commit and the one that settles role and settings. */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  onStatement((text) => {
    if (!text.startsWith("select set_config(")) count += 1;
  });
  await work().finally(() => onStatement(null));
  return count;
}

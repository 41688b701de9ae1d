import "server-only";
import { onStatement, writeTransaction } from "@/db/client";
import { type AuditEntry, recordAudit } from "@/lib/platform/audit";
import { type LoadOptions, loadWorld } from "@/lib/world/load";

const NOBODY = { actorId: null, requestId: null };

/** Loads a world file, or the part of one, into the test's database; with `reset` in the place of what is there. */
export async function loadForTest(json: unknown, options: LoadOptions = {}): Promise<void> {
  await writeTransaction(NOBODY, (tx) => loadWorld(tx, json, options));
}

/** Adds events to the audit trail of the test's database. */
export async function recordForTest(entries: readonly AuditEntry[]): Promise<void> {
  await writeTransaction(NOBODY, async (tx) => {
    for (const entry of entries) await recordAudit(tx, entry);
  });
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

import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";

/**
 * Puts a job in, as part of the transaction: it runs after the commit or not at all, in the worker, at least once.
 * @param payload plain data that the job's schema accepts; ids rather than contents, never a secret.
 * @param jobKey a job that still waits under the same key is replaced by this one.
 */
export async function enqueueJob(
  tx: Transaction,
  task: string,
  payload: Readonly<Record<string, unknown>>,
  jobKey: string | null = null,
): Promise<void> {
  await tx.execute(sql`select enqueue_job(${task}, ${JSON.stringify(payload)}::json, ${jobKey})`);
}

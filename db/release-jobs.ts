import "server-only";
import postgres from "postgres";

/**
 * Gives back the jobs that a killed worker had in hand; the queue itself would keep them from everybody for four hours.
 * Only for a moment in which no worker can run, such as when the embedded server has just been started.
 * @param ownerUrl logs in as the owner of the schema, to whom the queue belongs.
 */
export async function releaseJobs(ownerUrl: string): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, prepare: false, onnotice: () => undefined });
  try {
    await client`
      select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
      from graphile_worker.jobs where locked_by is not null`;
  } finally {
    await client.end({ timeout: 5 });
  }
}

import "server-only";
import { Logger, run } from "graphile-worker";
import { env } from "@/env";
import { log } from "@/lib/platform/log";
import { sendMailJob } from "@/lib/platform/mail/send-mail";
import type { Job } from "./job";
import { sweepJob } from "./sweep";

/** Jobs that one worker process runs at a time: they mostly wait for other machines. */
const CONCURRENCY = 4;

/** Milliseconds between looks for jobs whose time has come; fresh jobs are announced and start at once. */
const POLL_MS = 2_000;

/** The platform's own jobs; a wing's are passed to `startWorker`. */
const platformJobs: readonly Job[] = [sendMailJob, sweepJob];

/** A worker that runs: `stop` waits for jobs in hand, `ended` settles when it has stopped for whatever reason. */
export type Worker = Readonly<{ stop: () => Promise<void>; ended: Promise<void> }>;

/**
 * Starts the job worker of this process. It logs in as the owner of the schema without a pooler in between, because
 * the queue belongs to the owner and announcements (LISTEN) need a connection of their own; the jobs themselves use
 * `db/client` and thereby the application's role.
 * @param jobs further jobs than the platform's own.
 */
export async function startWorker(jobs: readonly Job[] = []): Promise<Worker> {
  const runner = await run({
    connectionString: env.databaseOwnerUrl,
    taskList: Object.fromEntries([...platformJobs, ...jobs].map((job) => [job.name, job.run])),
    crontab: `17 * * * * ${sweepJob.name} ?fill=1h`,
    concurrency: CONCURRENCY,
    pollInterval: POLL_MS,
    noPreparedStatements: true,
    // The process that called decides when to stop.
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === "error") log.error({ worker: true }, message);
      else if (level === "warning") log.warn({ worker: true }, message);
    }),
  });
  return { stop: () => runner.stop(), ended: runner.promise };
}

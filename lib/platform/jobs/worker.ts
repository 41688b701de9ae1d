import "server-only";
import { Logger, type Runner, run, type Task } from "graphile-worker";
import { env } from "@/env";
import { log } from "@/lib/platform/log";
import { sendMailJob } from "@/lib/platform/mail/send-mail";
import type { Job } from "./job";
import { sweepJob } from "./sweep";

/** Jobs of each group, quick and slow, that one worker process runs at a time: they mostly wait for other machines. */
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
 * `db/client` and thereby the application's role. Slow jobs run beside the others, not before them.
 * @param jobs further jobs than the platform's own.
 */
export async function startWorker(jobs: readonly Job[] = []): Promise<Worker> {
  const all = [...platformJobs, ...jobs];
  const groups = [all.filter(({ slow }) => slow !== true), all.filter(({ slow }) => slow === true)];
  const runners: Runner[] = [];
  // One after the other, because each makes sure that the queue's tables are there.
  for (const group of groups) if (group.length > 0) runners.push(await startRunner(group));
  const stop = async () => {
    await Promise.all(runners.map((runner) => runner.stop()));
  };
  return { stop, ended: endTogether(runners) };
}

/** When one ends, as for want of a database, the rest must not go on alone: whoever started the worker starts it anew. */
async function endTogether(runners: readonly Runner[]): Promise<void> {
  try {
    await Promise.race(runners.map((runner) => runner.promise));
  } finally {
    await Promise.allSettled(runners.map((runner) => runner.stop()));
  }
  await Promise.all(runners.map((runner) => runner.promise));
}

function taskOf(job: Job): Task {
  return (payload, helpers) => job.run(payload, helpers.abortSignal);
}

function startRunner(jobs: readonly Job[]): Promise<Runner> {
  return run({
    connectionString: env.databaseOwnerUrl,
    taskList: Object.fromEntries(jobs.map((job) => [job.name, taskOf(job)])),
    // A worker that was away makes up for what it missed in the last hour.
    crontab: jobs.flatMap(({ name, cron }) => (cron === undefined ? [] : `${cron} ${name} ?fill=1h`)).join("\n"),
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
}

import { findEmbedded, startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { releaseJobs } from "@/db/release-jobs";
import { env, inheritedEnvironment, parseSettings, settleEnv } from "@/env";
import { embeddedEnvironment } from "./embedded-environment";

/**
 * What `work` returns, run with the portal's database at hand and up to date: the one in DATABASE_URL, else the embedded
 * server of DATA_DIR, which is joined while `npm start` runs and otherwise started for the duration.
 * Ctrl-C ends the command at once, and before that the server it has started, also one that is still starting; with
 * `finish` it is left to `work`, which must listen before it first waits for anything.
 * Inside `work` `env` is complete; modules that read it may be imported before.
 * @throws StartError when settings are missing or the database cannot be used.
 */
export async function withDatabase<Result>(
  work: () => Promise<Result>,
  interrupted: "end" | "finish" = "end",
): Promise<Result> {
  const source = inheritedEnvironment();
  const settings = parseSettings(source);
  if (settings.DATABASE_URL !== undefined) {
    settleEnv(source);
    return migrateAndRun(work);
  }
  const running = await findEmbedded(settings.DATA_DIR);
  if (running !== null) {
    settleEnv(await embeddedEnvironment(source, settings, running));
    return migrateAndRun(work);
  }
  const ending = new AbortController();
  // Progress and results go to standard output; where data are kept is a remark beside them.
  const starting = startEmbedded({
    dataDir: settings.DATA_DIR,
    keeper: "command",
    durable: true,
    say: (line) => console.error(line),
    signal: ending.signal,
  });
  const stop = async () => {
    ending.abort();
    const server = await starting.catch(() => null);
    await server?.stop();
  };
  const interruption = onceInterrupted(stop);
  try {
    const server = await starting;
    settleEnv(await embeddedEnvironment(source, settings, server.url));
    await migrate(env.databaseOwnerUrl);
    await releaseJobs(env.databaseOwnerUrl);
    return await closing(() => {
      if (interrupted === "finish") interruption.ignore();
      return work();
    });
  } finally {
    // Once interrupted, the end of the process is near; what fails meanwhile fails because its server is gone.
    if (interruption.heard()) await new Promise(() => undefined);
    interruption.ignore();
    await stop();
  }
}

async function migrateAndRun<Result>(work: () => Promise<Result>): Promise<Result> {
  await migrate(env.databaseOwnerUrl);
  return closing(work);
}

async function closing<Result>(work: () => Promise<Result>): Promise<Result> {
  const { closeDatabase } = await import("@/db/client");
  try {
    return await work();
  } finally {
    await closeDatabase();
  }
}

/** The server ends first, so that it rolls back what is open and is not left over. */
function onceInterrupted(stop: () => Promise<void>): { heard: () => boolean; ignore: () => void } {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  let heard = false;
  const end = () => {
    if (heard) return;
    heard = true;
    void stop().finally(() => process.exit(130));
  };
  for (const name of signals) process.on(name, end);
  const ignore = () => {
    for (const name of signals) process.off(name, end);
  };
  return { heard: () => heard, ignore };
}

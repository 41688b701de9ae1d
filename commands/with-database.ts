import { findEmbedded, startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { env, inheritedEnvironment, parseSettings, settleEnv } from "@/env";
import { embeddedEnvironment } from "./embedded-environment";

/**
 * What `work` returns, run with the portal's database at hand and up to date: the one in DATABASE_URL, else the embedded
 * server of DATA_DIR, which is joined while `npm start` runs and otherwise started for the duration.
 * Ctrl-C ends the command at once, and before that the server it has started; with `finish` that is left to `work`.
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
  // Progress and results go to standard output; where data are kept is a remark beside them.
  const server = await startEmbedded({
    dataDir: settings.DATA_DIR,
    keeper: "command",
    durable: true,
    say: (line) => console.error(line),
  });
  const stopListening = interrupted === "end" ? onceInterrupted(server.stop) : () => undefined;
  try {
    settleEnv(await embeddedEnvironment(source, settings, server.url));
    return await migrateAndRun(work);
  } finally {
    stopListening();
    await server.stop();
  }
}

async function migrateAndRun<Result>(work: () => Promise<Result>): Promise<Result> {
  await migrate(env.databaseOwnerUrl);
  const { closeDatabase } = await import("@/db/client");
  try {
    return await work();
  } finally {
    await closeDatabase();
  }
}

/** The server ends first, so that it rolls back what is open and is not left over. */
function onceInterrupted(stop: () => Promise<void>): () => void {
  const signals = ["SIGINT", "SIGTERM"] as const;
  const end = () => void stop().finally(() => process.exit(130));
  for (const name of signals) process.once(name, end);
  return () => {
    for (const name of signals) process.off(name, end);
  };
}

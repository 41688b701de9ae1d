import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import postgres from "postgres";
import { StartError } from "@/env";
import { adminUrl, type Cluster, runningServer } from "./embedded-cluster";
import { endProcess } from "./embedded-process";

const KEEPERS = ["start", "command", "test"] as const;

/** Who keeps a server: npm start, a command for its duration, or a test run. */
export type Keeper = (typeof KEEPERS)[number];

/** Milliseconds a keeper that is just ending gets to end, and a silent server to speak. */
const PATIENCE_MS = 5_000;

/**
 * A login that lasts as long as this process and tells every later starter that the server is not left over.
 * The operating system closes it even when the process is killed, which no file could promise.
 */
export function keep(cluster: Cluster, port: number, keeper: Keeper): postgres.Sql {
  return postgres(adminUrl(cluster, port), {
    max: 1,
    prepare: false,
    max_lifetime: null,
    connection: { application_name: loginName(keeper) },
    onnotice: () => undefined,
  });
}

/** Who keeps the server on `port`: `nobody` after its keeper was killed, `unknown` while it answers no questions. */
export async function keeperOf(cluster: Cluster, port: number): Promise<Keeper | "nobody" | "unknown"> {
  const client = postgres(adminUrl(cluster, port), {
    max: 1,
    prepare: false,
    connect_timeout: 5,
    onnotice: () => undefined,
  });
  try {
    const rows = await client<{ name: string }[]>`select application_name as name from pg_stat_activity`;
    return KEEPERS.find((keeper) => rows.some((row) => row.name === loginName(keeper))) ?? "nobody";
  } catch {
    return "unknown"; // It is starting, stopping, recovering or hanging.
  } finally {
    await client.end({ timeout: 1 });
  }
}

/**
 * Ends a server that a killed starter has left behind on `cluster`, if there is one.
 * @throws StartError when somebody keeps it.
 */
export async function stopLeftover(cluster: Cluster, dataDir: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const running = await runningServer(cluster);
    if (running === null) return;
    const keeper = await keeperOf(cluster, running.port);
    const patienceEnded = Date.now() > deadline;
    if (keeper === "nobody" || (keeper === "unknown" && patienceEnded)) {
      await endProcess(running.pid, untilEnded(cluster, running.pid));
      return;
    }
    if (patienceEnded) {
      throw new StartError(
        keeper === "start"
          ? `Remit is already running on the data in ${dataDir}.`
          : `A command is using the data in ${dataDir}; wait until it has ended.`,
      );
    }
    await delay(200);
  }
}

async function untilEnded(cluster: Cluster, pid: number): Promise<void> {
  while ((await runningServer(cluster))?.pid === pid) await delay(40);
}

function loginName(keeper: Keeper): string {
  return `remit keeper ${keeper}`;
}

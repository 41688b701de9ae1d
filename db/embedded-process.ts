import "server-only";
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, fchownSync, openSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import postgres from "postgres";
import { StartError } from "@/env";
import type { NativeFolder } from "./embedded-binaries";
import { adminUrl, type Cluster, processOptions } from "./embedded-cluster";
import type { ServerUser } from "./embedded-user";

/** Long enough to recover after a crash in the middle of a large load. */
const READY_TIMEOUT_MS = 300_000;
const STOP_TIMEOUT_MS = 30_000;
const POLL_MS = 40;

/** A server process that accepts logins; `ended` settles when it has ended, for whatever reason. */
export type ServerProcess = Readonly<{ pid: number; port: number; ended: Promise<void> }>;

/**
 * Starts the server on `cluster` and returns when it accepts logins, after a crash once it has recovered.
 * @param options as for `startEmbedded`.
 * @throws StartError when it does not come up or `options.signal` gives the start up; then it has ended.
 */
export async function launch(
  native: NativeFolder,
  cluster: Cluster,
  user: ServerUser | null,
  { durable, signal: giveUp }: Readonly<{ durable: boolean; signal?: AbortSignal }>,
): Promise<ServerProcess> {
  // A second try covers the moments in which the processes of a killed server are still ending.
  const deadline = Date.now() + READY_TIMEOUT_MS;
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    if (giveUp?.aborted) throw new StartError("The start of the database server was given up.");
    const log = openSync(cluster.log, "a", 0o600);
    // So that a start by root does not shut the user out whose data these are.
    if (user !== null) fchownSync(log, user.uid, user.gid);
    const child = spawn(join(native, "bin", "postgres"), serverOptions(cluster.folder, port, durable), {
      ...processOptions(user),
      stdio: ["ignore", log, log],
      detached: true,
    });
    closeSync(log);
    const ended = new Promise<void>((resolve) => {
      child.once("exit", () => resolve());
      child.once("error", () => resolve());
    });
    const state = await becomesReady(
      child,
      adminUrl(cluster, port),
      () => giveUp?.aborted === true || Date.now() > deadline,
    );
    if (state === "ready" && child.pid !== undefined) return { pid: child.pid, port, ended };
    child.kill("SIGQUIT");
    await ended;
    if (state === "locked") {
      throw new StartError(
        `The file database-password does not belong to the data in ${cluster.folder}; put the right one back.`,
      );
    }
    if (attempt === 5)
      throw new StartError(`The embedded PostgreSQL did not start; its last words are in ${cluster.log}.`);
    await delay(attempt * 300);
  }
}

async function becomesReady(
  child: ChildProcess,
  url: string,
  isOver: () => boolean,
): Promise<"ready" | "locked" | "failed"> {
  while (child.exitCode === null && child.signalCode === null && child.pid !== undefined && !isOver()) {
    const client = postgres(url, { max: 1, prepare: false, connect_timeout: 5, onnotice: () => undefined });
    try {
      await client`select 1`;
      return "ready";
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "28P01") return "locked";
      await delay(POLL_MS); // Not yet: refused while it starts, or still recovering.
    } finally {
      await client.end({ timeout: 1 });
    }
  }
  return "failed";
}

/** Ends the server in order: transactions in progress are rolled back. After half a minute it is cut off, as by a crash. */
export async function endProcess(pid: number, ended: Promise<void>): Promise<void> {
  signal(pid, "SIGINT");
  const timer = setTimeout(() => signal(pid, "SIGQUIT"), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    return; // It has ended by itself meanwhile.
  }
}

function serverOptions(folder: string, port: number, durable: boolean): string[] {
  const settings = [
    "unix_socket_directories=",
    "max_connections=150",
    "log_min_messages=warning",
    "timezone=UTC",
    "log_timezone=UTC",
  ];
  const fast = [
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    // Nobody but a superuser may cut its workers off, and then a test's database cannot be dropped while one is in it.
    "autovacuum=off",
  ];
  const all = durable ? settings : [...settings, ...fast];
  return ["-D", folder, "-h", "127.0.0.1", "-p", String(port), ...all.flatMap((setting) => ["-c", setting])];
}

/** A port of 127.0.0.1 that nothing listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

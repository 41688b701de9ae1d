import "server-only";
import { execFile, execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { chown, mkdir, open, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { StartError } from "@/env";
import { makeHiddenPlace, type NativeFolder } from "./embedded-binaries";
import { canEnter, hiddenPlaceFor, type ServerUser } from "./embedded-user";

/** Name of the cluster's superuser; only this folder uses it, the portal logs in as `remit_owner`. */
const CLUSTER_ADMIN = "postgres";

/** A set of databases on disk. `log` is where its server writes, `password` opens both of its logins. */
export type Cluster = Readonly<{ folder: string; log: string; password: string }>;

/** Address at which the superuser logs in to the server of `cluster`. */
export function adminUrl(cluster: Cluster, port: number): string {
  return `postgres://${CLUSTER_ADMIN}:${cluster.password}@127.0.0.1:${port}/postgres`;
}

/** Makes DATA_DIR if it is missing and returns its full path. @throws StartError when it cannot be written to. */
export async function makeDataDir(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o755 });
    const probe = join(dataDir, `.probe-${process.pid}`);
    await writeFile(probe, "");
    await rm(probe);
    return await realpath(dataDir);
  } catch (cause) {
    throw new StartError(`DATA_DIR ${dataDir} cannot be written to.`, { cause });
  }
}

/** The secret kept in `file` of DATA_DIR: made at the first asking, 256 bits, readable by its owner alone. */
export async function keptSecret(dataDir: string, file: string): Promise<string> {
  const path = join(dataDir, file);
  try {
    const handle = await open(path, "wx", 0o600);
    await handle.writeFile(randomBytes(32).toString("hex"));
    await handle.close();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return (await readFile(path, "utf8")).trim();
}

/**
 * Where the cluster of `dataDir` lies or will lie; `dataDir` must exist. The password stays beside the databases, so that
 * the two are lost or kept together.
 */
export async function locateCluster(dataDir: string, user: ServerUser | null): Promise<Cluster> {
  const reachable = user === null || canEnter(user, dataDir);
  const place = reachable ? dataDir : hiddenPlaceFor(dataDir);
  if (!reachable) await makeHiddenPlace(place);
  return {
    folder: join(place, "database"),
    log: join(dataDir, "database.log"),
    password: await keptSecret(place, "database-password"),
  };
}

/**
 * Makes the cluster unless it is there. Text sorts by code point on every machine (builtin C.UTF-8), so that no
 * order depends on what languages a system has installed.
 * @throws StartError when its data come from another major version, or `initdb` fails.
 */
export async function makeCluster(native: NativeFolder, cluster: Cluster, user: ServerUser | null): Promise<void> {
  const version = await readVersion(cluster.folder);
  if (version !== null) return refuseOtherVersion(native, version, cluster.folder);
  // Made beside and renamed, so that an interrupted start is never taken for a complete cluster.
  const unfinished = `${cluster.folder}.unfinished`;
  const passwordFile = `${cluster.folder}.password`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile, cluster.password, { mode: 0o600 });
  if (user !== null) for (const path of [unfinished, passwordFile]) await chown(path, user.uid, user.gid);
  try {
    await promisify(execFile)(
      join(native, "bin", "initdb"),
      initdbOptions(unfinished, passwordFile),
      processOptions(user),
    );
  } catch (cause) {
    throw new StartError(
      `The embedded PostgreSQL does not run on this machine (${lastLine(cause)}); set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(unfinished, cluster.folder);
}

/** How the server's programs are run: from the root folder, which every user can enter, in an environment that steers nothing. */
export function processOptions(user: ServerUser | null): {
  cwd: string;
  env: NodeJS.ProcessEnv;
  uid?: number;
  gid?: number;
} {
  const environment = { LC_ALL: "C", TZ: "UTC" } as unknown as NodeJS.ProcessEnv;
  return { cwd: "/", env: environment, ...(user && { uid: user.uid, gid: user.gid }) };
}

/** A server running on this cluster, as its lock file tells: null when none does. A lock left behind by a dead one is removed. */
export async function runningServer(cluster: Cluster): Promise<{ pid: number; port: number } | null> {
  const lockFile = join(cluster.folder, "postmaster.pid");
  const lines = (await readFile(lockFile, "utf8").catch(() => "")).split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (commandLine(pid).includes(cluster.folder)) return { pid, port: Number(lines[3]) };
  // After a crash the number may have gone to another process, for which the server would refuse to start.
  await rm(lockFile, { force: true });
  return null;
}

/** Program and arguments of a process; empty when there is none, or it has ended and only waits to be collected. */
export function commandLine(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    return ""; // No such process.
  }
}

function initdbOptions(folder: string, passwordFile: string): string[] {
  return [
    `--pgdata=${folder}`,
    `--username=${CLUSTER_ADMIN}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-sync",
  ];
}

/** Null only when there is no cluster: one that cannot be read must never be taken for none. */
async function readVersion(folder: string): Promise<string | null> {
  try {
    return (await readFile(join(folder, "PG_VERSION"), "utf8")).trim();
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
    throw new StartError(`The data in ${folder} belong to another user; start Remit as the one who made them.`, {
      cause,
    });
  }
}

function refuseOtherVersion(native: NativeFolder, version: string, folder: string): void {
  const program = execFileSync(join(native, "bin", "postgres"), ["--version"], { encoding: "utf8" });
  const major = /(\d+)\./.exec(program)?.[1];
  if (major === version) return;
  throw new StartError(
    `The data in ${folder} belong to PostgreSQL ${version}, this release brings ${major}; see docs/operations.md on upgrading.`,
  );
}

function lastLine(error: unknown): string {
  const text =
    error instanceof Error && "stderr" in error && String(error.stderr).trim() !== ""
      ? String(error.stderr)
      : String(error);
  return text.trim().split("\n").at(-1) ?? "";
}

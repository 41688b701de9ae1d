import "server-only";
import type postgres from "postgres";
import { EMBEDDED_OWNER } from "@/env";
import { locateBinaries } from "./embedded-binaries";
import { type Cluster, locateCluster, makeCluster, makeDataDir, runningServer } from "./embedded-cluster";
import { type Keeper, keep, keeperOf, stopLeftover } from "./embedded-keeper";
import { endProcess, launch } from "./embedded-process";
import { serverUser } from "./embedded-user";

/** Name of the portal's database inside the embedded server. */
const DATABASE_NAME = "remit";

/** How to run the server. */
export type EmbeddedOptions = Readonly<{
  dataDir: string;
  keeper: Keeper;
  /** False gives up safety against power cuts for speed: for tests alone. */
  durable: boolean;
  say: (line: string) => void;
  /** Gives the start up, which may have minutes of recovery before it. A server that runs already is not touched. */
  signal?: AbortSignal;
}>;

/** A running server that this process has started. */
export type EmbeddedServer = Readonly<{
  /** Logs in as the owner of the portal's database, on 127.0.0.1. */
  url: string;
  /** Folder that holds the databases. */
  folder: string;
  /** File the server writes to. */
  log: string;
  /** Settles when the server has ended, for whatever reason. */
  ended: Promise<void>;
  /** Ends the server: open transactions are rolled back, committed ones are kept. */
  stop: () => Promise<void>;
}>;

/**
 * A fresh server on the data in `dataDir`, which are made if missing. A server left over from a killed starter is
 * stopped first; nothing committed is lost. It listens on 127.0.0.1 alone, on a free port, and asks for a password.
 * @throws StartError when the data are in use, or the server cannot run here, or the start is given up; then nothing is left running.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const dataDir = await makeDataDir(options.dataDir);
  const user = serverUser(dataDir);
  const native = await locateBinaries(user, options.say);
  const cluster = await locateCluster(dataDir, user);
  await stopLeftover(cluster, dataDir);
  await makeCluster(native, cluster, user);
  if (!cluster.folder.startsWith(dataDir))
    options.say(`The database is kept in ${cluster.folder}, because ${user?.name} cannot reach ${dataDir}.`);
  const server = await launch(native, cluster, user, options);
  const keeper = keep(cluster, server.port, options.keeper);
  const stop = async () => {
    await keeper.end({ timeout: 1 });
    await endProcess(server.pid, server.ended);
  };
  try {
    await makeDatabase(keeper, cluster.password);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: ownerUrl(cluster, server.port), folder: cluster.folder, log: cluster.log, ended: server.ended, stop };
}

/** Address of the server that another process keeps running on `dataDir`; null when there is none. */
export async function findEmbedded(dataDir: string): Promise<string | null> {
  const place = await makeDataDir(dataDir);
  const cluster = await locateCluster(place, serverUser(place));
  const running = await runningServer(cluster);
  if (running === null || (await keeperOf(cluster, running.port)) !== "start") return null;
  return ownerUrl(cluster, running.port);
}

/** The owner may make databases and roles but is no superuser, as on a hosted server. */
async function makeDatabase(admin: postgres.Sql, password: string): Promise<void> {
  const [role] = await admin`select 1 from pg_roles where rolname = ${EMBEDDED_OWNER}`;
  if (!role) await admin.unsafe(`create role ${EMBEDDED_OWNER} login createdb createrole password '${password}'`);
  const [database] = await admin`select 1 from pg_database where datname = ${DATABASE_NAME}`;
  if (!database) await admin.unsafe(`create database ${DATABASE_NAME} owner ${EMBEDDED_OWNER}`);
}

function ownerUrl(cluster: Cluster, port: number): string {
  return `postgres://${EMBEDDED_OWNER}:${cluster.password}@127.0.0.1:${port}/${DATABASE_NAME}`;
}

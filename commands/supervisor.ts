import { randomBytes } from "node:crypto";
import { createRequire } from "node:module";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type EmbeddedServer, startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { releaseJobs } from "@/db/release-jobs";
import { env, inheritedEnvironment, isStartedByNpm, parseSettings, type Settings, StartError, settleEnv } from "@/env";
import { START_ANSWER, START_HEADER } from "@/lib/platform/start-answer";
import { buildIfStale } from "./build-if-stale";
import { type Child, startChild } from "./child";
import { embeddedEnvironment } from "./embedded-environment";
import { requireFreePort } from "./port";
import { welcome } from "./welcome";

/** Seconds the server gets for its first answer; Next.js in development compiles the page first. */
const FIRST_ANSWER_SECONDS = 120;

/** Everything that this process has started, in the order in which it is stopped. */
type Running = {
  children: Child[];
  /** From the moment its start begins: a start that is interrupted must be stopped too. */
  database: Promise<EmbeddedServer> | null;
  /** Aborted when stopping begins, after which nothing more may be started. */
  ending: AbortController;
};

/**
 * Runs the portal until somebody ends it: database (embedded unless DATABASE_URL is set), migrations, demo world, build,
 * server and worker. SIGINT, SIGTERM, SIGHUP and the end of npm stop server, worker and database, in this order, and the
 * process ends with 0. A part that ends by itself takes the rest with it, and the process ends with 1.
 * @throws StartError before anything serves, after stopping what has been started.
 */
export async function supervise(mode: "start" | "dev"): Promise<void> {
  // A closed terminal or pipe must not stop the stopping.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  const running: Running = { children: [], database: null, ending: new AbortController() };
  const asked = untilAsked();
  try {
    const ended = await Promise.race([asked, startAll(mode, running)]);
    const reason = ended ?? (await Promise.race([asked, untilSomethingEnds(running)]));
    console.log(reason === "asked" ? "\nStopping." : `${reason}; stopping the rest.`);
    process.exitCode = reason === "asked" ? 0 : 1;
  } finally {
    await stopAll(running);
  }
  process.exit();
}

/** What has ended before the portal served, as a phrase; null once it serves. */
async function startAll(mode: "start" | "dev", running: Running): Promise<string | null> {
  const source = inheritedEnvironment();
  const settings = parseSettings(source);
  const host = settings.DATABASE_URL === undefined ? "127.0.0.1" : null;
  await requireFreePort(settings.PORT, host);
  const environment = await openDatabase(source, settings, running);
  settleEnv(environment);
  const { signal } = running.ending;
  signal.throwIfAborted();
  await migrate(env.databaseOwnerUrl);
  // Nobody but the processes of a start that is over can have held jobs of the embedded server.
  if (running.database !== null) await releaseJobs(env.databaseOwnerUrl);
  await prepareData();
  signal.throwIfAborted();
  if (mode === "start")
    await buildIfStale(
      (line) => console.log(line),
      (child) => running.children.push(child),
    );
  signal.throwIfAborted();
  const token = randomBytes(16).toString("hex");
  running.children = [startServer(mode, host, { ...environment, REMIT_START_TOKEN: token }), startWorker(environment)];
  const answered = firstAnswer(settings.PORT, token).then(() => null);
  const ended = await Promise.race([answered, untilSomethingEnds(running)]);
  if (ended !== null) return ended;
  for (const line of await welcome(settings.DATA_DIR)) console.log(line);
  return null;
}

/** Imported only now, because the settings must be complete first. */
async function prepareData(): Promise<void> {
  const { closeDatabase } = await import("@/db/client");
  const { requireServingRole } = await import("@/db/serving-role");
  await requireServingRole();
  if (env.demo) {
    const { seedDemo } = await import("./seed-demo");
    if (await seedDemo()) console.log("The demo world has been loaded.");
  }
  await closeDatabase();
}

async function openDatabase(
  source: NodeJS.ProcessEnv,
  settings: Settings,
  running: Running,
): Promise<NodeJS.ProcessEnv> {
  if (settings.DATABASE_URL !== undefined) return source;
  running.database = startEmbedded({
    dataDir: settings.DATA_DIR,
    keeper: "start",
    durable: true,
    say: (line) => console.log(line),
    signal: running.ending.signal,
  });
  const { url } = await running.database;
  return { ...source, ...(await embeddedEnvironment(source, settings, url)) };
}

function startServer(mode: "start" | "dev", host: string | null, environment: NodeJS.ProcessEnv): Child {
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const address = ["--port", String(env.port), ...(host === null ? [] : ["--hostname", host])];
  const nodeEnv = mode === "start" ? ("production" as const) : ("development" as const);
  return startChild("The web server", [next, mode, ...address], {
    ...environment,
    NODE_ENV: nodeEnv,
    NEXT_TELEMETRY_DISABLED: "1",
  });
}

function startWorker(environment: NodeJS.ProcessEnv): Child {
  return startChild("The job worker", [fileURLToPath(new URL("run.js", import.meta.url)), "worker"], environment);
}

/** Resolves when our own server answers; another program that has taken the port meanwhile does not know `token`. */
async function firstAnswer(port: number, token: string): Promise<void> {
  const deadline = Date.now() + FIRST_ANSWER_SECONDS * 1000;
  while (Date.now() < deadline) {
    const question = { redirect: "manual", headers: { [START_HEADER]: token } } as const;
    const answered = await fetch(`http://127.0.0.1:${port}/sign-in`, question).then(
      (response) => response.arrayBuffer().then(() => response.headers.get(START_HEADER) === START_ANSWER),
      () => false,
    );
    if (answered) return;
    await delay(100);
  }
  throw new StartError(`The web server gave no answer for ${FIRST_ANSWER_SECONDS} seconds.`);
}

/** Resolves when somebody wants the portal to end. A second Ctrl-C changes nothing: ending takes seconds at most. */
function untilAsked(): Promise<"asked"> {
  return new Promise((resolve) => {
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => resolve("asked"));
    if (!isStartedByNpm()) return;
    // Killing npm does not end what it runs; without this check the portal would go on unseen.
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && resolve("asked"), 500).unref();
  });
}

function untilSomethingEnds(running: Running): Promise<string> {
  const ends = running.children.map((child) => child.ended.then((how) => `${child.name} ended unexpectedly (${how})`));
  const { database } = running;
  if (database !== null)
    ends.push(
      database.then(({ ended, log }) => ended.then(() => `The database server ended unexpectedly; see ${log}`)),
    );
  return Promise.race(ends);
}

async function stopAll(running: Running): Promise<void> {
  running.ending.abort();
  for (const child of running.children) await child.stop();
  const database = await running.database?.catch(() => null);
  await database?.stop();
}

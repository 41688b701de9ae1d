import { existsSync, readdirSync, readFileSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import postgres from "postgres";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findEmbedded } from "@/db/embedded";
import { locateCluster, runningServer } from "@/db/embedded-cluster";
import { freePort } from "@/db/embedded-process";
import { serverUser } from "@/db/embedded-user";
import { type RunningCommand, runCommand, startCommand } from "@/lib/testing/run-command";

/** Milliseconds for a production build on a slow machine. */
const BUILD_MS = 600_000;

let folder: string;
let mark: string;
let portals: RunningCommand[];

beforeAll(async () => {
  const { exitCode, stderr } = await runCommand("build", {});
  expect(stderr).toBe("");
  expect(exitCode).toBe(0);
  expect(existsSync(".next/BUILD_ID")).toBe(true);
}, BUILD_MS);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "remit-supervisor-"));
  await chmod(folder, 0o711);
  mark = `remit-mark-${folder.slice(-6)}`;
  portals = [];
});

afterEach(async () => {
  for (const { child, ended } of portals) {
    child.kill("SIGTERM");
    await ended;
  }
  await rm(folder, { recursive: true, force: true });
});

type Portal = RunningCommand & Readonly<{ address: string; dataDir: string; databaseUrl: string }>;

/** A portal with data of its own that has said that it is ready. */
async function startPortal(name: string): Promise<Portal> {
  const port = await freePort();
  const dataDir = join(folder, name);
  const portal = startCommand("start", {
    PORT: String(port),
    DATA_DIR: dataDir,
    REMIT_TEST_MARK: mark,
    LOG_LEVEL: "warn",
  });
  portals.push(portal);
  const early = portal.ended.then(({ stderr }) => Promise.reject(new Error(`The portal ended early: ${stderr}`)));
  await Promise.race([until(() => portal.said().includes("Remit is ready")), early]);
  const databaseUrl = await findEmbedded(dataDir);
  if (databaseUrl === null) throw new Error("The portal runs without its database server");
  return { ...portal, address: `http://127.0.0.1:${port}`, dataDir, databaseUrl };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await delay(50);
}

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = postgres(url, { max: 1, prepare: false, onnotice: () => undefined });
  try {
    return [...(await client.unsafe(statement))];
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function answers(address: string): Promise<boolean> {
  return fetch(`${address}/sign-in`).then(
    (response) => response.status === 200,
    () => false,
  );
}

/** Processes that have come from a portal of this test, as Linux tells; none elsewhere. */
function markedProcesses(): string[] {
  if (!existsSync("/proc/self/environ")) return [];
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name) && environmentOf(name).includes(mark));
}

function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8");
  } catch {
    return ""; // Ended meanwhile, or another user's.
  }
}

describe("npm start", () => {
  test("serves the sign-in page, names one account per role, and Ctrl-C leaves nothing running", async () => {
    const portal = await startPortal("one");
    expect(await answers(portal.address)).toBe(true);
    expect(portal.said()).toMatch(/Root +\S+@\S+\.example/);
    expect(portal.said()).toContain("/mailbox");
    expect(markedProcesses().length > 1 || !existsSync("/proc/self/environ")).toBe(true);
    portal.child.kill("SIGINT");
    expect(await portal.ended).toMatchObject({ exitCode: 0, stderr: "" });
    expect(markedProcesses()).toEqual([]);
    expect(await answers(portal.address)).toBe(false);
    await expect(ask(portal.databaseUrl, "select 1")).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });

  test("after kill -9 leaves neither server nor worker behind, and the next start has all committed data", async () => {
    const killed = await startPortal("one");
    await ask(killed.databaseUrl, "insert into rate_limits (key, points) values ('kept through a kill', 1)");
    killed.child.kill("SIGKILL");
    await killed.ended;
    await until(() => markedProcesses().length === 0);
    expect(await answers(killed.address)).toBe(false);
    const next = await startPortal("one");
    expect(await ask(next.databaseUrl, "select key from rate_limits where key like 'kept%'")).toEqual([
      { key: "kept through a kill" },
    ]);
    expect(await answers(next.address)).toBe(true);
  });

  test("ends as a whole, with 1 and a sentence, when the database server dies", async () => {
    const portal = await startPortal("one");
    const cluster = await locateCluster(portal.dataDir, serverUser(portal.dataDir));
    const running = await runningServer(cluster);
    process.kill(running?.pid ?? Number.NaN, "SIGKILL");
    const { exitCode, stdout } = await portal.ended;
    expect(stdout).toContain("The database server ended unexpectedly");
    expect(exitCode).toBe(1);
    expect(markedProcesses()).toEqual([]);
  });

  test("runs twice side by side on data of its own, and a third on the same data is refused", async () => {
    const [one, two] = await Promise.all([startPortal("one"), startPortal("two")]);
    expect([await answers(one.address), await answers(two.address)]).toEqual([true, true]);
    expect(one.databaseUrl).not.toBe(two.databaseUrl);
    const third = await runCommand("start", { PORT: String(await freePort()), DATA_DIR: one.dataDir });
    expect(third).toMatchObject({ exitCode: 1, stderr: `Remit is already running on the data in ${one.dataDir}.\n` });
    expect(await answers(one.address)).toBe(true);
  });

  test("ends at once, with 1 and a sentence, when its server dies at the start, and takes no other program for it", async () => {
    const other = createServer((_request, response) => response.end("Another program"));
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    // The other program comes between the look at the port and its use.
    const lookAway = `import net from "node:net"; const { listen } = net.Server.prototype;
      net.Server.prototype.listen = function (options, ...rest) {
        return listen.call(this, options.port === ${port} ? { ...options, port: 0 } : options, ...rest);
      };`;
    const settings = { PORT: String(port), DATA_DIR: join(folder, "one"), REMIT_TEST_MARK: mark, LOG_LEVEL: "warn" };
    const { exitCode, stdout } = await runCommand("start", settings, lookAway);
    other.close();
    expect(stdout).toContain("The web server ended unexpectedly (exit code 1)");
    expect(stdout).not.toContain("Remit is ready");
    expect(exitCode).toBe(1);
    expect(markedProcesses()).toEqual([]);
  });

  test("lets a command work on its database, and keeps it when the command has ended", async () => {
    const portal = await startPortal("one");
    expect(await runCommand("migrate", { DATA_DIR: portal.dataDir })).toMatchObject({ exitCode: 0, stderr: "" });
    expect(await answers(portal.address)).toBe(true);
  });
});

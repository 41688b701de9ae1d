import { existsSync, readdirSync, readFileSync } from "node:fs";
import { chmod, cp, mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { commandLine } from "@/db/embedded-cluster";
import { freePort } from "@/db/embedded-process";
import { type RunningCommand, startCommand } from "@/lib/testing/run-command";
import { ROOT_FOLDER } from "./root-folder";

/** What a checkout needs for a build to begin, which here never comes to its end. */
const LINKED = ["app", "components", "db", "env.ts", "instrumentation.ts", "lib", "next.config.js", "node_modules"];
const COPIED = ["commands", "package.json", "package-lock.json", "tsconfig.json", "tsconfig.commands.json"];

let folder: string;
let settings: Record<string, string>;
let running: RunningCommand | null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "remit-interrupted-"));
  await chmod(folder, 0o711);
  settings = { DATA_DIR: join(folder, "data"), PORT: String(await freePort()), LOG_LEVEL: "warn", DEMO: "0" };
  running = null;
});

afterEach(async () => {
  running?.child.kill("SIGKILL");
  await running?.ended;
  await rm(folder, { recursive: true, force: true });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await delay(5);
}

/** Processes whose program, arguments or environment name this test's folder; the command itself is among them. */
function processes(): string[] {
  const all = existsSync("/proc/self") ? readdirSync("/proc").filter((name) => /^\d+$/.test(name)) : [];
  return all.filter((pid) => `${commandLine(Number(pid))}${environmentOf(pid)}`.includes(folder));
}

function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8");
  } catch {
    return ""; // Ended meanwhile, or another user's.
  }
}

/** Moments of a start on new data, as the data folder shows them. */
const moments = [
  ["the databases are being made", () => existsSync(join(folder, "data", "database.unfinished"))],
  ["the database server is coming up", () => existsSync(join(folder, "data", "database", "postmaster.pid"))],
] as const;

describe.each(moments)("asked to stop while %s", (_moment, reached) => {
  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("by %s, npm start leaves nothing running", async (signal) => {
    running = startCommand("start", settings);
    await until(reached);
    running.child.kill(signal);
    expect(await running.ended).toMatchObject({ exitCode: 0, stderr: "" });
    expect(processes()).toEqual([]);
  });

  test.each(["migrate", "worker"])("npm run %s leaves nothing running", async (command) => {
    running = startCommand(command, settings);
    await until(reached);
    running.child.kill("SIGINT");
    expect(await running.ended).toMatchObject({ exitCode: 130, stderr: "" });
    expect(processes()).toEqual([]);
  });
});

test("asked to stop while it builds, npm start leaves nothing running and blames nothing", async () => {
  const checkout = join(folder, "checkout");
  await mkdir(checkout);
  for (const name of LINKED) await symlink(join(ROOT_FOLDER, name), join(checkout, name));
  for (const name of COPIED) await cp(join(ROOT_FOLDER, name), join(checkout, name), { recursive: true });
  running = startCommand("start", settings, "", checkout);
  await until(() => processes().some((pid) => commandLine(Number(pid)).includes("next-build")));
  running.child.kill("SIGTERM");
  expect(await running.ended).toMatchObject({ exitCode: 0, stderr: "" });
  expect(processes()).toEqual([]);
});

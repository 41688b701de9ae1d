import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { commandLine } from "@/db/embedded-cluster";
import { takeBuildLock, withBuildLock } from "./build-lock";

let folder: string;
let lock: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "remit-lock-"));
  lock = join(folder, "cache", "build.lock");
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test("the lock is never seen without its owner's number, and nothing else is left beside it", async () => {
  const seen = new Set<string>();
  let over = false;
  const watching = (async () => {
    while (!over) seen.add(await readFile(lock, "utf8").catch(() => String(process.pid)));
  })();
  for (let round = 0; round < 300; round += 1) {
    expect(await takeBuildLock(lock)).toBe(true);
    await rm(lock);
  }
  over = true;
  await watching;
  expect([...seen]).toEqual([String(process.pid)]);
  expect(await readdir(join(folder, "cache"))).toEqual([]);
});

test("a living command's lock is respected, a dead one's is taken over", async () => {
  expect(await takeBuildLock(lock)).toBe(true);
  const other = spawn(process.execPath, ["-e", "setInterval(() => 0, 1000)", "commands/other"], { stdio: "ignore" });
  const ended = new Promise((resolve) => other.once("exit", resolve));
  const pid = other.pid ?? Number.NaN;
  while (!commandLine(pid).includes("commands/")) await delay(10);
  await writeFile(lock, String(pid));
  expect(await takeBuildLock(lock)).toBe(false);
  expect(await readFile(lock, "utf8")).toBe(String(pid));
  other.kill("SIGKILL");
  await ended;
  expect(await takeBuildLock(lock)).toBe(true);
  expect(await readFile(lock, "utf8")).toBe(String(process.pid));
});

test("work done under the lock gives it back, also when it fails", async () => {
  const work = withBuildLock(
    lock,
    () => undefined,
    async () => {
      expect(await readFile(lock, "utf8")).toBe(String(process.pid));
      throw new Error("on purpose");
    },
  );
  await expect(work).rejects.toThrow("on purpose");
  expect(await readdir(join(folder, "cache"))).toEqual([]);
});

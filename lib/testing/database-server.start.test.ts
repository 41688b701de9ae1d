import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import postgres from "postgres";
import { expect, test } from "vitest";
import { z } from "zod";

const ROOT_FOLDER = join(import.meta.dirname, "../..");

/** A test run that does nothing but start its server and tell where it is. */
const run = `
  const { register } = await import("tsx/esm/api");
  register({ tsconfig: "tsconfig.commands.json" });
  const { startTestServer } = await import("${import.meta.dirname}/database-server.ts");
  const { templateUrl, dataDir } = await startTestServer();
  console.log(JSON.stringify({ templateUrl, dataDir }));
  setInterval(() => undefined, 1000);
`;

test("the test server and its folder go when the test run is killed", async () => {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", run], {
    cwd: ROOT_FOLDER,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = await once(child.stdout.setEncoding("utf8"), "data");
  const { templateUrl, dataDir } = z
    .object({ templateUrl: z.string(), dataDir: z.string() })
    .parse(JSON.parse(String(said)));
  const client = postgres(templateUrl, { max: 1, prepare: false });
  expect(await client`select count(*)::int as users from users`).toEqual([{ users: 0 }]);
  await client.end();
  child.kill("SIGKILL");
  while (existsSync(dataDir)) await delay(50);
  const late = postgres(templateUrl, { max: 1, prepare: false });
  await expect(late`select 1`).rejects.toMatchObject({ code: "ECONNREFUSED" });
  await late.end();
});

test("a test run that is killed before its server has come up leaves neither behind", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "remit-test-"));
  const server = spawn(process.execPath, ["commands/run.js", "test-server", dataDir], {
    cwd: ROOT_FOLDER,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = once(server, "exit");
  server.disconnect();
  await ended;
  expect(existsSync(dataDir)).toBe(false);
});

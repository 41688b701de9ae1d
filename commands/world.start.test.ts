import { chmod, mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmbedded } from "@/db/embedded";
import { runCommand } from "@/lib/testing/run-command";
import { smallWorld } from "@/lib/testing/small-world";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "remit-world-"));
  await chmod(folder, 0o711);
  await writeFile(join(folder, "small.json"), JSON.stringify(smallWorld));
  await writeFile(join(folder, "broken.json"), '{ "users": [');
  await writeFile(join(folder, "huge.json"), "");
  // A file of holes: it takes no room on the disk.
  await truncate(join(folder, "huge.json"), 2 ** 30);
  await writeFile(join(folder, "wrong.json"), '{ "partners": [{ "id": "p", "name": "P", "serviceAreas": ["E99"] }] }');
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function world(text: string, environment: Record<string, string> = {}, preload = "") {
  return runCommand(`world ${text}`, { DATA_DIR: join(folder, "data"), ...environment }, preload);
}

/** Breaks the rows of people on their way to the database, so that it refuses a statement and quotes from them. */
const BREAK_PEOPLE = `const whole = JSON.stringify;
  JSON.stringify = (value, ...rest) =>
    Array.isArray(value) && value[0]?.email ? whole(value, ...rest) + "!" : whole(value, ...rest);`;

test("a dry run writes nothing, a load writes, a second load changes nothing, an export holds it all", async () => {
  const file = join(folder, "small.json");
  expect((await world(`load ${file} --dry-run`)).stdout).toMatch(/Nothing was written.*\n\s+users +3 created/);
  expect((await world(`load ${file}`)).stdout).toMatch(/users +3 created/);
  expect((await world(`load ${file}`)).stdout).toMatch(/partners +0 created, 0 changed, 2 unchanged/);
  const exported = join(folder, "exported.json");
  expect((await world(`export ${exported}`)).exitCode).toBe(0);
  expect(JSON.parse(await readFile(exported, "utf8"))).toMatchObject({
    format: "remit-world/1",
    partners: [{ id: "p1" }, { id: "p2" }],
  });
});

test("an export reads from the replica where there is one", async () => {
  const dataDir = join(folder, "replicated");
  const server = await startEmbedded({ dataDir, keeper: "test", durable: false, say: () => undefined });
  const replica = new URL(server.url);
  replica.pathname = "/replica";
  const client = postgres(server.url, { max: 1, prepare: false, onnotice: () => undefined });
  await client`create database replica`;
  await client.end();
  const settings = {
    APP_URL: "https://portal.example",
    AUTH_SECRET: "a secret for tests, never for anybody's data",
    SMTP_URL: "smtp://mail.example:587",
  };
  const primaryFirst = { ...settings, DATABASE_URL: server.url, DATABASE_REPLICA_URL: replica.href };
  const exported = join(folder, "from-replica.json");
  try {
    const loaded = await world(`load ${join(folder, "small.json")}`, { ...settings, DATABASE_URL: replica.href });
    expect(loaded).toMatchObject({ exitCode: 0, stderr: "" });
    expect(await world(`export ${exported}`, primaryFirst)).toMatchObject({ exitCode: 0, stderr: "" });
  } finally {
    await server.stop();
  }
  expect(JSON.parse(await readFile(exported, "utf8"))).toMatchObject({ partners: [{ id: "p1" }, { id: "p2" }] });
});

test("every error is a line, and the exit status is 1", async () => {
  const { exitCode, stderr } = await world(`load ${join(folder, "wrong.json")}`);
  expect(stderr).toContain('partners[0].serviceAreas[0]: unknown neighbourhood "E99"\n1 error in ');
  expect(exitCode).toBe(1);
});

test("a fault that nobody foresaw is told without the people's data that the statement carried", async () => {
  const file = join(folder, "people.json");
  await writeFile(file, JSON.stringify({ users: [{ email: "amina@remit.example", name: "Amina Yusuf" }] }));
  const { exitCode, stderr } = await world(`load ${file}`, {}, BREAK_PEOPLE);
  expect(stderr).toMatch(
    /Failed query: .*insert into users.*Caused by: PostgresError: a value that it cannot take \(code 22P02\)/s,
  );
  expect(stderr).not.toContain("amina");
  expect(exitCode).toBe(1);
});

test.each([
  ["--reset in production without --yes", "load small.json --reset", "--reset empties the portal."],
  ["text that is not JSON", "load broken.json", "is not JSON"],
  ["a file larger than a text may be", "load huge.json", "MB: split it into several files. Nothing was changed."],
  ["a file that is not there", "load missing.json", "cannot be read"],
  ["an unknown verb", "swallow small.json", "Use: npm run world"],
  ["an unknown option", "load small.json --force", "Use: npm run world"],
])("%s is refused in one sentence with exit status 1", async (_, text, sentence) => {
  const { exitCode, stderr } = await world(text.replace(/(\w+\.json)/, join(folder, "$1")), { NODE_ENV: "production" });
  expect(stderr.trimEnd().split("\n")).toEqual([expect.stringContaining(sentence)]);
  expect(exitCode).toBe(1);
});

import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand } from "@/lib/testing/run-command";
import { smallWorld } from "@/lib/testing/small-world";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "remit-world-"));
  await chmod(folder, 0o711);
  await writeFile(join(folder, "small.json"), JSON.stringify(smallWorld));
  await writeFile(join(folder, "broken.json"), '{ "users": [');
  await writeFile(join(folder, "wrong.json"), '{ "partners": [{ "id": "p", "name": "P", "serviceAreas": ["E99"] }] }');
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function world(text: string, environment: Record<string, string> = {}) {
  return runCommand(`world ${text}`, { DATA_DIR: join(folder, "data"), ...environment });
}

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

test("every error is a line, and the exit status is 1", async () => {
  const { exitCode, stderr } = await world(`load ${join(folder, "wrong.json")}`);
  expect(stderr).toContain('partners[0].serviceAreas[0]: unknown neighbourhood "E99"\n1 error in ');
  expect(exitCode).toBe(1);
});

test.each([
  ["--reset in production without --yes", "load small.json --reset", "--reset empties the portal."],
  ["text that is not JSON", "load broken.json", "is not JSON"],
  ["a file that is not there", "load missing.json", "cannot be read"],
  ["an unknown verb", "swallow small.json", "Use: npm run world"],
  ["an unknown option", "load small.json --force", "Use: npm run world"],
])("%s is refused in one sentence with exit status 1", async (_, text, sentence) => {
  const { exitCode, stderr } = await world(text.replace(/(\w+\.json)/, join(folder, "$1")), { NODE_ENV: "production" });
  expect(stderr.trimEnd().split("\n")).toEqual([expect.stringContaining(sentence)]);
  expect(exitCode).toBe(1);
});

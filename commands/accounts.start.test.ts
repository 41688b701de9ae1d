import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EmbeddedServer, startEmbedded } from "@/db/embedded";
import { runCommand } from "@/lib/testing/run-command";

let folder: string;
let server: EmbeddedServer;
let database: postgres.Sql;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "remit-accounts-"));
  await chmod(folder, 0o711);
  server = await startEmbedded({ dataDir: join(folder, "data"), keeper: "test", durable: false, say: () => undefined });
  database = postgres(server.url, { max: 1, prepare: false, onnotice: () => undefined });
});

afterAll(async () => {
  await database.end({ timeout: 5 });
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

describe("npm run root -- create", () => {
  it("makes a root with an account, says so, and done again changes nothing", async () => {
    const first = await run("root create Amina@Remit.Example --name Amina");
    expect(first).toEqual({
      exitCode: 0,
      stderr: "",
      stdout: "amina@remit.example is root now, with a new account. A mail says where to sign in.\n",
    });
    const again = await run("root create amina@remit.example");
    expect(again).toMatchObject({ exitCode: 0, stdout: "amina@remit.example is root already; nothing was changed.\n" });
    const grants = await database`
      select u.name, g.role from role_grants g inner join users u on u.id = g.user_id where u.email = 'amina@remit.example'`;
    expect([...grants]).toEqual([{ name: "Amina", role: "root" }]);
    const [{ mails, jobs } = {}] = await database`
      select (select count(*)::int from mails) as mails, (select count(*)::int from graphile_worker.jobs) as jobs`;
    expect({ mails, jobs }).toEqual({ mails: 1, jobs: 1 });
  });

  it.each([
    ["root create nonsense", /^"nonsense" is not an e-mail address such as name@portal\.example\.$/],
    ["root create a@b.example --admin", /^Use: npm run root -- create EMAIL/],
  ])("%s ends with one sentence", async (command, sentence) => {
    const { exitCode, stdout, stderr } = await run(command);
    expect(stderr.trimEnd().split("\n")).toEqual([expect.stringMatching(sentence)]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
  });
});

describe("npm run api-key", () => {
  it("shows a new key once, alone on standard output, lists keys without it, and revokes by name", async () => {
    const made = await run("api-key create checker --scope authz:inspect");
    expect(made).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^remit_[\w-]{43}\n$/) });
    const listed = await run("api-key list");
    expect(listed.stdout).toMatch(/^checker\tauthz:inspect\tmade \S+\tin force\n$/);
    const [stored] = await database`select row_to_json(api_keys)::text as row from api_keys`;
    for (const text of [listed.stdout, stored?.row]) expect(text).not.toContain(made.stdout.trim());
    expect((await run("api-key create checker")).stderr).toBe(
      'There is or was a key named "checker"; choose another name.\n',
    );
    expect((await run("api-key revoke checker")).stdout).toBe('The key "checker" opens nothing any more.\n');
    expect((await run("api-key list")).stdout).toMatch(/\trevoked \S+\n$/);
    expect((await run("api-key revoke checker")).exitCode).toBe(1);
    const trail = await database`select action from audit_events where resource_type = 'api_key' order by id`;
    expect(trail.map(({ action }) => action)).toEqual(["api_key.create", "api_key.revoke"]);
  });

  it.each(["api-key create", "api-key create a --scope root", "api-key create a --scope authz:self"])(
    "%j ends with one sentence",
    async (command) => {
      const { exitCode, stderr } = await run(command);
      expect(stderr.trimEnd().split("\n")).toHaveLength(1);
      expect(exitCode).toBe(1);
    },
  );
});

function run(command: string) {
  return runCommand(command, {
    DATABASE_URL: server.url,
    APP_URL: "https://portal.example",
    AUTH_SECRET: "0123456789012345678901234567890123456789",
    SMTP_URL: "smtp://mail.example:587",
    LOG_LEVEL: "silent",
  });
}

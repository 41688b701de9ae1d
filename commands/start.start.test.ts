import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type EmbeddedServer, startEmbedded } from "@/db/embedded";
import { freePort } from "@/db/embedded-process";
import { runCommand } from "@/lib/testing/run-command";

const complete = {
  APP_URL: "https://portal.example",
  AUTH_SECRET: "0123456789012345678901234567890123456789",
  SMTP_URL: "smtp://mail.example:587",
};

let folder: string;
let server: EmbeddedServer;
let freeAddress: { PORT: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "remit-start-"));
  await chmod(folder, 0o711);
  server = await startEmbedded({ dataDir: join(folder, "data"), keeper: "test", durable: false, say: () => undefined });
  freeAddress = { PORT: String(await freePort()) };
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Starts the portal and expects it to refuse with this sentence and nothing else. */
async function expectRefusal(environment: Record<string, string>, sentence: string | RegExp, preload = "") {
  const settings = { DATA_DIR: join(folder, "refused"), ...freeAddress, ...environment };
  const { exitCode, stdout, stderr } = await runCommand("start", settings, preload);
  expect(stderr.trimEnd().split("\n")).toEqual([
    typeof sentence === "string" ? sentence : expect.stringMatching(sentence),
  ]);
  expect(stdout).toBe("");
  expect(exitCode).toBe(1);
}

function address(change: (url: URL) => void): string {
  const url = new URL(server.url);
  change(url);
  return url.href;
}

function pretend(object: string, property: string, value: string): string {
  return `Object.defineProperty(${object}, ${JSON.stringify(property)}, { value: ${JSON.stringify(value)} });`;
}

describe("npm start refuses in one sentence", () => {
  test("a port that is taken", async () => {
    const other: Server = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
    await expectRefusal(
      { PORT: String(port) },
      `Port ${port} is taken by another program; stop it or choose another with PORT=…`,
    );
    other.close();
  });

  test("a database that cannot be reached", async () => {
    const port = await freePort();
    await expectRefusal(
      { ...complete, DATABASE_URL: `postgres://portal:x@127.0.0.1:${port}/remit` },
      `The database server at 127.0.0.1:${port} cannot be reached.`,
    );
  });

  test("a wrong password, which it does not repeat", async () => {
    const wrong = address((url) => {
      url.password = "hunter2";
    });
    await expectRefusal(
      { ...complete, DATABASE_URL: wrong },
      /^The database server at \S+ refuses the password or the user remit_owner\.$/,
    );
  });

  test.each([
    ["all of them", {}, "APP_URL, AUTH_SECRET and SMTP_URL must be set when DATABASE_URL is set."],
    ["APP_URL", { ...complete, APP_URL: "" }, "APP_URL must be set when DATABASE_URL is set."],
    ["AUTH_SECRET", { ...complete, AUTH_SECRET: "" }, "AUTH_SECRET must be set when DATABASE_URL is set."],
    ["SMTP_URL", { ...complete, SMTP_URL: "" }, "SMTP_URL must be set when DATABASE_URL is set."],
    [
      "all of them with the demo flag forged",
      { REMIT_EMBEDDED: "1" },
      "APP_URL, AUTH_SECRET and SMTP_URL must be set when DATABASE_URL is set.",
    ],
  ])("missing settings: %s", async (_which, settings, sentence) => {
    await expectRefusal({ ...settings, DATABASE_URL: server.url }, sentence);
  });

  test("a DATA_DIR that cannot be written to", async () => {
    const file = join(folder, "a-file");
    await writeFile(file, "");
    await expectRefusal({ DATA_DIR: join(file, "data") }, `DATA_DIR ${join(file, "data")} cannot be written to.`);
  });

  test.each([
    ["win32", "x64"],
    ["linux", "s390x"],
  ])("a platform without an embedded server: %s %s", async (platform, arch) => {
    await expectRefusal(
      {},
      `There is no embedded PostgreSQL for ${platform} on ${arch}; set DATABASE_URL to a PostgreSQL 15 or newer.`,
      pretend("process", "platform", platform) + pretend("process", "arch", arch),
    );
  });

  test("a malformed PORT", () => expectRefusal({ PORT: "http" }, "PORT must be a whole number from 1 to 65535."));

  test("a malformed DATABASE_URL", () =>
    expectRefusal({ DATABASE_URL: "db.example" }, /^DATABASE_URL must be an address such as \S+\.$/));

  test("a Node.js that is too old", () =>
    expectRefusal(
      {},
      "Remit needs Node.js 20.19 or newer, and this is 20.18.3.",
      pretend("process.versions", "node", "20.18.3"),
    ));

  test("data that something else is using", async () => {
    await expectRefusal(
      { DATA_DIR: join(folder, "data") },
      `A command is using the data in ${join(folder, "data")}; wait until it has ended.`,
    );
  });
});

import { chmod, mkdir, mkdtemp, readFile, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type EmbeddedServer, findEmbedded, startEmbedded } from "./embedded";
import type { Keeper } from "./embedded-keeper";

let dataDir: string;
let servers: EmbeddedServer[];

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), "remit-embedded-"));
  await chmod(folder, 0o711);
  dataDir = join(folder, "data with a space");
  servers = [];
});

afterEach(async () => {
  for (const server of servers) await server.stop();
  await rm(join(dataDir, ".."), { recursive: true, force: true });
});

async function start(keeper: Keeper = "start"): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir, keeper, durable: true, say: () => undefined });
  servers.push(server);
  return server;
}

/** What the owner gets for one statement on a connection of its own. */
async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = postgres(url, { max: 1, prepare: false, onnotice: () => undefined });
  try {
    return [...(await client.unsafe(statement))];
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function serverPid(server: EmbeddedServer): Promise<number> {
  return Number((await readFile(join(server.folder, "postmaster.pid"), "utf8")).split("\n")[0]);
}

describe("data", () => {
  test("are there after stopping and starting again", async () => {
    const first = await start();
    await ask(first.url, "create table kept (n int); insert into kept values (1)");
    await first.stop();
    const second = await start();
    expect(await ask(second.url, "select n from kept")).toEqual([{ n: 1 }]);
  });

  test("that were committed are there after the server was killed", async () => {
    const first = await start();
    await ask(first.url, "create table kept (n int); insert into kept values (1)");
    process.kill(await serverPid(first), "SIGKILL");
    await first.ended;
    const second = await start();
    expect(await ask(second.url, "select n from kept")).toEqual([{ n: 1 }]);
  });

  test("of a start that was cut off while making them are made anew", async () => {
    await mkdir(join(dataDir, "database.unfinished"), { recursive: true });
    await writeFile(join(dataDir, "database.unfinished", "PG_VERSION"), "18");
    expect(await ask((await start()).url, "select 1 as n")).toEqual([{ n: 1 }]);
  });

  test("of another major version are refused, not touched", async () => {
    const first = await start();
    await first.stop();
    await writeFile(join(first.folder, "PG_VERSION"), "17\n");
    await expect(start()).rejects.toThrow(/^The data in .* belong to PostgreSQL 17, this release brings 18; /);
    expect(await readFile(join(first.folder, "PG_VERSION"), "utf8")).toBe("17\n");
  });
});

describe("data that cannot be read", () => {
  test("are refused and never made anew over what is there", async () => {
    const first = await start();
    await ask(first.url, "create table kept (n int); insert into kept values (1)");
    await first.stop();
    const version = join(first.folder, "PG_VERSION");
    await rename(version, `${version}.away`);
    await mkdir(version);
    await expect(start()).rejects.toThrow(/ belong to another user; start Remit as the one who made them\.$/);
    await rmdir(version);
    await rename(`${version}.away`, version);
    expect(await ask((await start()).url, "select n from kept")).toEqual([{ n: 1 }]);
  });
});

test("data whose password is lost are refused at once", async () => {
  const first = await start();
  await first.stop();
  await rm(join(first.folder, "..", "database-password"));
  await expect(start()).rejects.toThrow(/^The file database-password does not belong to the data in /);
});

describe("a second starter", () => {
  test("is refused while the first keeps the server, whose address a command can find", async () => {
    const first = await start();
    await expect(start()).rejects.toThrow(/^Remit is already running on the data in /);
    expect(await findEmbedded(dataDir)).toBe(first.url);
    expect(await ask(first.url, "select 1 as n")).toEqual([{ n: 1 }]);
  });

  test("finds no address to join while a command has the server for itself", async () => {
    await start("command");
    expect(await findEmbedded(dataDir)).toBeNull();
  });

  test("is not stopped by the lock of a dead server whose number another process has now", async () => {
    const first = await start();
    const lock = await readFile(join(first.folder, "postmaster.pid"), "utf8");
    await first.stop();
    await writeFile(join(first.folder, "postmaster.pid"), lock.replace(/^\d+/, String(process.pid)));
    expect(await ask((await start()).url, "select 1 as n")).toEqual([{ n: 1 }]);
  });
});

describe("the server", () => {
  test("lets nobody in without the password, which only its owner can read", async () => {
    const { url, folder } = await start();
    const guess = new URL(url);
    guess.password = "postgres";
    await expect(ask(guess.href, "select 1")).rejects.toMatchObject({ code: "28P01" });
    guess.password = "";
    await expect(ask(guess.href, "select 1")).rejects.toThrow();
    expect((await stat(join(folder, "..", "database-password"))).mode & 0o777).toBe(0o600);
  });

  test("listens on this machine alone", async () => {
    expect(await ask((await start()).url, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  });

  test("gives the portal an owner that is no superuser but may make the serving role", async () => {
    const { url } = await start();
    const rights = await ask(url, "select rolsuper, rolcreaterole from pg_roles where rolname = current_user");
    expect(rights).toEqual([{ rolsuper: false, rolcreaterole: true }]);
  });

  test("sorts text by code point and stores every letter, whatever languages the system has", async () => {
    const { url } = await start();
    const rows = await ask(
      url,
      "select name from (values ('éire'), ('Zoë'), ('abc'), ('Ŵyddgrug')) as t(name) order by name",
    );
    expect(rows.map((row) => row.name)).toEqual(["Zoë", "abc", "éire", "Ŵyddgrug"]);
  });
});

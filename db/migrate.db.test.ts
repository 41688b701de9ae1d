import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, describe, expect, inject, test } from "vitest";
import { createTestDatabase } from "@/lib/testing/database";
import { migrate } from "./migrate";

const undo: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** A database of its own, with nothing in it. */
async function emptyDatabase(): Promise<{ url: string; client: postgres.Sql }> {
  const template = new URL(inject("templateUrl"));
  template.pathname = "/template1";
  const database = await createTestDatabase(template.href);
  const client = postgres(database.url, { max: 1, prepare: false, onnotice: () => undefined });
  undo.push(database.drop, () => client.end());
  return { url: database.url, client };
}

async function ownTables(client: postgres.Sql): Promise<number> {
  const [row] = await client<{ n: number }[]>`select count(*)::int as n from pg_tables where schemaname = 'public'`;
  return row?.n ?? -1;
}

describe("migrating", () => {
  test("an empty database gets every table, and doing it again changes nothing", async () => {
    const { url, client } = await emptyDatabase();
    await migrate(url);
    const tables = await ownTables(client);
    const applied = await client`select hash, created_at from drizzle.__drizzle_migrations order by id`;
    await migrate(url);
    expect(tables).toBeGreaterThan(10);
    expect(await ownTables(client)).toBe(tables);
    expect([...(await client`select hash, created_at from drizzle.__drizzle_migrations order by id`)]).toEqual([
      ...applied,
    ]);
  });

  test("two starters at once do it once", async () => {
    const { url, client } = await emptyDatabase();
    await Promise.all([migrate(url), migrate(url), migrate(url)]);
    const rows = await client<
      { n: number }[]
    >`select count(*)::int as n from drizzle.__drizzle_migrations group by hash`;
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.n === 1)).toBe(true);
  });

  test("a failing migration leaves nothing of those before it", async () => {
    const { url, client } = await emptyDatabase();
    const folder = await mkdtemp(join(tmpdir(), "remit-migrations-"));
    undo.push(() => rm(folder, { recursive: true }));
    await mkdir(join(folder, "meta"));
    const entries = ["first", "second"].map((tag, idx) => ({
      idx,
      version: "7",
      when: idx + 1,
      tag,
      breakpoints: true,
    }));
    await writeFile(
      join(folder, "meta", "_journal.json"),
      JSON.stringify({ version: "7", dialect: "postgresql", entries }),
    );
    await writeFile(join(folder, "first.sql"), "create table first (id int)");
    await writeFile(join(folder, "second.sql"), "select 1/0");
    await expect(migrate(url, folder)).rejects.toThrow();
    expect(await ownTables(client)).toBe(0);
  });
});

describe("one sentence", () => {
  test("for a server older than 15", async () => {
    const { url, client } = await emptyDatabase();
    await client.unsafe(`
      create schema older;
      create function older.current_setting(text) returns text language sql as
        $$ select case $1 when 'server_version_num' then '140011' else '14.11' end $$;
    `);
    await client.unsafe(`alter database ${new URL(url).pathname.slice(1)} set search_path = older, pg_catalog`);
    await expect(migrate(url)).rejects.toMatchObject({
      name: "StartError",
      message: "The database server is PostgreSQL 14.11; Remit needs 15 or newer.",
    });
  });

  test("for a wrong password, without repeating it", async () => {
    const url = new URL(inject("templateUrl"));
    url.password = "hunter2";
    await expect(migrate(url.href)).rejects.toMatchObject({
      name: "StartError",
      message: `The database server at ${url.host} refuses the password or the user remit_owner.`,
    });
  });

  test("for a database that is not there", async () => {
    const url = new URL(inject("templateUrl"));
    url.pathname = "/nowhere";
    await expect(migrate(url.href)).rejects.toThrow(
      `The database server at ${url.host} has no database named nowhere.`,
    );
  });

  test("for a user who may not make the role that serves", async () => {
    const { url } = await asPlainUser();
    await expect(migrate(url)).rejects.toMatchObject({
      name: "StartError",
      message: expect.stringMatching(/^The database role remit_app is not granted .*grant remit_app to [^\n]*\.$/),
    });
  });

  test("for a user who may not add the extension that searches", async () => {
    const { url, client, name } = await asPlainUser();
    await client.unsafe(`grant remit_app to ${name}`);
    await expect(migrate(url)).rejects.toMatchObject({
      name: "StartError",
      message: expect.stringMatching(/^The database lacks the extension pg_trgm, [^\n]*create extension pg_trgm\.$/),
    });
  });
});

/** An empty database with a login that may do nothing in it, and its owner's client. */
async function asPlainUser(): Promise<{ url: string; client: postgres.Sql; name: string }> {
  const { url, client } = await emptyDatabase();
  const [row] = await client<{ name: string }[]>`select 'plain_' || substr(md5(random()::text), 1, 12) as name`;
  const name = row?.name ?? "";
  await client.unsafe(`create role ${name} login password 'plain'`);
  undo.push(() => client.unsafe(`drop role ${name}`));
  const plain = new URL(url);
  plain.username = name;
  plain.password = "plain";
  return { url: plain.href, client, name };
}

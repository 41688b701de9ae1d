import "server-only";
import { randomBytes } from "node:crypto";
import postgres from "postgres";

/** A database of its own for one test file or one process under test. */
export type TestDatabase = Readonly<{
  /** Logs in as the owner of the schema, who may do everything; the portal's own transactions change to `remit_app`. */
  url: string;
  /** Settings with which `env.ts` accepts this database: embedded, mail in the outbox, without demo mode. */
  environment: Readonly<Record<string, string>>;
  /** Removes the database, cutting off whoever is still connected. */
  drop: () => Promise<void>;
}>;

/**
 * A fresh database with the migrated, empty schema. In a `.db.test.ts` file this has already happened before the
 * file is imported; call it only for a second database, with `inject("templateUrl")` from vitest.
 * @param templateUrl address of a migrated database to which nothing is connected.
 */
export async function createTestDatabase(templateUrl: string): Promise<TestDatabase> {
  const template = databaseName(templateUrl);
  const name = `test_${randomBytes(8).toString("hex")}`;
  await asMaintainer(templateUrl, (client) => client.unsafe(`create database ${name} template ${template}`));
  const url = withDatabaseName(templateUrl, name);
  return {
    url,
    environment: {
      DATABASE_URL: url,
      REMIT_EMBEDDED: "1",
      DEMO: "0",
      APP_URL: "http://localhost:3000",
      AUTH_SECRET: "a secret for tests, never for anybody's data",
      LOG_LEVEL: "silent",
    },
    drop: () => asMaintainer(templateUrl, (client) => client.unsafe(`drop database if exists ${name} with (force)`)),
  };
}

/** Connects to the maintenance database: a template must have no connections while it is copied. */
async function asMaintainer(url: string, work: (client: postgres.Sql) => Promise<unknown>): Promise<void> {
  const client = postgres(withDatabaseName(url, "postgres"), { max: 1, prepare: false, onnotice: () => undefined });
  try {
    await work(client);
  } finally {
    await client.end({ timeout: 5 });
  }
}

function databaseName(address: string): string {
  return new URL(address).pathname.slice(1);
}

function withDatabaseName(address: string, name: string): string {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}

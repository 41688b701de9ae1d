import "server-only";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import { Logger, runMigrations } from "graphile-worker";
import postgres from "postgres";
import { StartError } from "@/env";
import { APPLICATION_ROLE } from "./client";
import { connectionSentence } from "./connection-sentence";

/** Any fixed number does, as long as every release uses the same. */
const MIGRATION_LOCK = 7_251_413_098;

const OUR_MIGRATIONS = fileURLToPath(new URL("./migrations", import.meta.url));

/** server_version_num of the oldest PostgreSQL that is supported. */
const OLDEST_VERSION = 150_000;

/**
 * Brings the database up to date: the job tables first, because ours refer to them, then every pending migration of
 * ours in one transaction. A second starter waits for the first. Running it again changes nothing.
 * @param ownerUrl logs in as the owner of the schema, straight to the server: the lock belongs to the session.
 * @throws StartError when the server cannot be reached, refuses the login, is too old, or role or extension cannot be made.
 */
export async function migrate(ownerUrl: string, migrationsFolder: string = OUR_MIGRATIONS): Promise<void> {
  const client = postgres(ownerUrl, {
    max: 1,
    prepare: false,
    connect_timeout: 10,
    connection: { application_name: "remit migrate" },
    onnotice: () => undefined,
  });
  try {
    await refuseOldServer(client, ownerUrl);
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await makeApplicationRole(client);
    await makeSearchExtension(client);
    await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => undefined) });
    await applyMigrations(drizzle({ client }), {
      migrationsFolder,
    });
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function refuseOldServer(client: postgres.Sql, url: string): Promise<void> {
  const version = await readVersion(client, url);
  if (Number(version.number) >= OLDEST_VERSION) return;
  throw new StartError(`The database server is PostgreSQL ${version.name}; Remit needs 15 or newer.`);
}

async function readVersion(client: postgres.Sql, url: string): Promise<{ number: string; name: string }> {
  try {
    const rows = await client<{ number: string; name: string }[]>`
      select current_setting('server_version_num') as number, current_setting('server_version') as name`;
    return rows[0] ?? { number: "0", name: "of unknown version" };
  } catch (cause) {
    throw new StartError(connectionSentence(cause, url), { cause });
  }
}

/** The owner must be a member of the role that serves, because each transaction changes over to it. */
async function makeApplicationRole(client: postgres.Sql): Promise<void> {
  try {
    const [role] = await client`select 1 from pg_roles where rolname = ${APPLICATION_ROLE}`;
    if (!role) await client.unsafe(`create role ${APPLICATION_ROLE} nologin`);
    const [member] =
      await client`select pg_has_role(current_user, ${APPLICATION_ROLE}, ${await membershipPrivilege(client)}) as yes`;
    if (member?.yes !== true) await client.unsafe(`grant ${APPLICATION_ROLE} to current_user`);
  } catch (cause) {
    throw new StartError(
      `The database role ${APPLICATION_ROLE} is not granted to this user, who may not see to it; have an administrator run: create role ${APPLICATION_ROLE} nologin; grant ${APPLICATION_ROLE} to the user in DATABASE_URL.`,
      { cause },
    );
  }
}

/** Searching names by a part of them is served by trigram indexes, which PostgreSQL brings as an extension of its own. */
async function makeSearchExtension(client: postgres.Sql): Promise<void> {
  try {
    await client.unsafe("create extension if not exists pg_trgm");
  } catch (cause) {
    throw new StartError(
      "The database lacks the extension pg_trgm, which this user may not add or which its server does not hold; have an administrator see to PostgreSQL's contrib packages and run there: create extension pg_trgm.",
      { cause },
    );
  }
}

/** From version 16 a creator administers a new role without being able to change over to it. */
async function membershipPrivilege(client: postgres.Sql): Promise<"SET" | "MEMBER"> {
  const [row] = await client`select current_setting('server_version_num')::int >= 160000 as recent`;
  return row?.recent === true ? "SET" : "MEMBER";
}

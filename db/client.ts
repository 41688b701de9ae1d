import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/env";

/** The role that serves: it owns nothing, may not change the schema and may only add to the audit log. */
export const APPLICATION_ROLE = "remit_app";

/** Connections per process; the worker and every application process have their own pool of this size. */
const POOL_SIZE = 10;

/** Seconds after which an unreachable server is given up. */
const CONNECT_TIMEOUT_SECONDS = 10;

/**
 * Milliseconds that one statement may take, and that a transaction may stay open without asking anything. Generous: they
 * free the connection of a fault and stop no work that a person waits for; mail is handed over in less.
 */
const STATEMENT_TIMEOUT_MS = 60_000;
const IDLE_TIMEOUT_MS = 60_000;

function connect(url: string, onStatementText: (text: string) => void) {
  const client = postgres(url, {
    // An older PgBouncer in transaction mode hangs on prepared statements.
    prepare: false,
    max: POOL_SIZE,
    idle_timeout: 60,
    connect_timeout: CONNECT_TIMEOUT_SECONDS,
    connection: { application_name: "remit" },
    onnotice: () => undefined,
  });
  return { client, database: drizzle({ client, logger: { logQuery: onStatementText } }) };
}

type Connected = ReturnType<typeof connect>;

/** The only way to the database: a Drizzle transaction that runs as the application role and ends with the work. */
export type Transaction = Parameters<Parameters<Connected["database"]["transaction"]>[0]>[0];

/** Who writes, for triggers and the audit log. `null`: nobody signed in, or no request (a command). */
export type WriteSettings = Readonly<{ actorId: string | null; requestId: string | null }>;

/** Hears the text of each statement sent through Drizzle; begin, commit and savepoints are not reported. */
export type StatementListener = (text: string) => void;

/** The transaction that the running work belongs to; `over` once it has ended, whatever goes on after it. */
type Running = { over: boolean };

type Pools = {
  primary: Connected | null;
  replica: Connected | null;
  listener: StatementListener | null;
  running: AsyncLocalStorage<Running>;
};

// On the global object, because the framework may load this module once per bundle and again after an edit.
const globalPools = globalThis as typeof globalThis & { remitPools?: Pools };
globalPools.remitPools ??= { primary: null, replica: null, listener: null, running: new AsyncLocalStorage() };
const pools: Pools = globalPools.remitPools;

/**
 * What `work` returns, read in one read-only transaction: a write inside it is an error.
 * @param from `replica` reads from DATABASE_REPLICA_URL where there is one. That copy lags by moments, so only
 * lists and exports may ask for it, never a check that a write depends on.
 * @throws Error inside another transaction's work.
 */
export async function readTransaction<Result>(
  work: (tx: Transaction) => Promise<Result>,
  from: "primary" | "replica" = "primary",
): Promise<Result> {
  return alone((run) =>
    pool(from).database.transaction(async (tx) => {
      await tx.execute(sql`select set_config('transaction_read_only', 'on', true), ${common}`);
      return run(() => work(tx));
    }),
  );
}

/**
 * What `work` returns, after its writes have been committed; anything thrown rolls all of them back and is passed on.
 * The settings are readable in SQL as `nullif(current_setting('app.actor', true), '')` and `app.request`.
 * @throws Error inside another transaction's work.
 */
export async function writeTransaction<Result>(
  settings: WriteSettings,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return alone((run) =>
    pool("primary").database.transaction(async (tx) => {
      await tx.execute(
        sql`select set_config('app.actor', ${settings.actorId ?? ""}, true), set_config('app.request', ${settings.requestId ?? ""}, true), ${common}`,
      );
      return run(() => work(tx));
    }),
  );
}

/** Lets this transaction take as long as it needs: for loading, importing and exporting whole worlds by a command. */
export async function liftTimeLimits(tx: Transaction): Promise<void> {
  await tx.execute(
    sql`select set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', '0', true)`,
  );
}

/**
 * Reports the text of every statement of this process to `listener` until called with null. For tests that count.
 * The one statement that settles role and settings begins with `select set_config(`.
 */
export function onStatement(listener: StatementListener | null): void {
  pools.listener = listener;
}

/** Ends every connection of this process, waiting up to five seconds for running statements. A later use connects anew. */
export async function closeDatabase(): Promise<void> {
  const open = [pools.primary, pools.replica];
  pools.primary = null;
  pools.replica = null;
  await Promise.all(open.map((connected) => connected?.client.end({ timeout: 5 })));
}

/** What every transaction settles in its first statement, until it ends: a pooler hands the connection on clean. */
const common = sql`set_config('role', ${APPLICATION_ROLE}, true), set_config('statement_timeout', ${String(STATEMENT_TIMEOUT_MS)}, true), set_config('idle_in_transaction_session_timeout', ${String(IDLE_TIMEOUT_MS)}, true)`;

/**
 * Begins a transaction unless one is running already: the inner one would need a second connection while the outer
 * keeps its own, and as many of these at once as the pool has connections would wait for each other for ever.
 */
async function alone<Result>(
  begin: (run: (work: () => Promise<Result>) => Promise<Result>) => Promise<Result>,
): Promise<Result> {
  if (pools.running.getStore()?.over === false) {
    throw new Error("A transaction was begun inside another one; pass the outer one's `tx` on instead.");
  }
  const running: Running = { over: false };
  try {
    return await begin((work) => pools.running.run(running, work));
  } finally {
    running.over = true;
  }
}

function pool(from: "primary" | "replica"): Connected {
  if (from === "replica" && env.databaseReplicaUrl !== null) {
    pools.replica ??= connect(env.databaseReplicaUrl, report);
    return pools.replica;
  }
  pools.primary ??= connect(env.databaseUrl, report);
  return pools.primary;
}

function report(text: string): void {
  pools.listener?.(text);
}

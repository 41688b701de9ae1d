import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";

/** Entries in one statement: a few megabytes of JSON at most. */
const CHUNK_ROWS = 5_000;

/** How many entries of a list were new, differed from what was stored, or were just as stored. */
export type ListCounts = { created: number; changed: number; unchanged: number };

/** Hears that so many more entries are done. */
export type Report = (entries: number) => void;

/** Splits a long list into the pieces that one statement takes. */
export function* chunked<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += CHUNK_ROWS) yield rows.slice(start, start + CHUNK_ROWS);
}

/**
 * Rows as a table `r` with the given columns, sent as one parameter.
 * @param columns such as `id uuid, "externalId" text`; keys of the rows that are not named are left out.
 */
export function recordset(rows: readonly object[], columns: string): SQL {
  return sql`json_to_recordset(${JSON.stringify(rows)}::text::json) as r(${sql.raw(columns)})`;
}

/** Texts as an array expression, sent as one parameter. */
export function textArray(values: readonly string[]): SQL {
  return sql`array(select json_array_elements_text(${JSON.stringify(values)}::text::json))`;
}

/** Ids as an array expression, sent as one parameter. */
export function uuidArray(values: readonly string[]): SQL {
  return sql`array(select json_array_elements_text(${JSON.stringify(values)}::text::json)::uuid)`;
}

/** Runs a statement that returns `id` and adds the ids to a set. */
export async function collectIds(tx: Transaction, into: Set<string>, statement: SQL): Promise<void> {
  for (const row of await tx.execute<{ id: string }>(statement)) into.add(row.id);
}

/** Adds one to the version of every row that really changed. */
export async function countEdit(tx: Transaction, table: SQL, ids: ReadonlySet<string>): Promise<void> {
  if (ids.size === 0) return;
  await tx.execute(sql`
    update ${table} set version = version + 1, updated_at = now() where id = any(${uuidArray([...ids])})`);
}

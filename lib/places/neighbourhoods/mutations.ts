import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { NeighbourhoodPlan, PlannedNeighbourhood, StoredNeighbourhood } from "./import-plan";

/** Rows in one statement: large enough that a country takes a dozen, small enough to show progress. */
const CHUNK_ROWS = 2_000;

/**
 * A lock on the tree as a whole, until the transaction ends: whoever changes it takes this first, so that nobody decides
 * on what another one is about to change, such as two moves that would put two places inside each other.
 */
export async function lockTree(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('remit.neighbourhoods'))`);
}

/** The whole tree as it is stored, about 10,000 places for the United Kingdom, locked as by `lockTree`. */
export async function lockNeighbourhoods(tx: Transaction): Promise<StoredNeighbourhood[]> {
  await lockTree(tx);
  const rows = await tx.execute<StoredNeighbourhood>(sql`
    select n.id, n.code, n.name, n.welsh_name as "welshName", n.unit, parent.code as "parentCode"
      from neighbourhoods n left join neighbourhoods parent on parent.id = n.parent_id
     order by n.code`);
  return [...rows];
}

/**
 * Writes a plan: wave by wave, parents first, in bulk. Paths, and the reach of the partners below a moved place, follow
 * by the database's own triggers.
 * @param onProgress hears how many rows of the plan are written.
 */
export async function writeNeighbourhoods(
  tx: Transaction,
  plan: NeighbourhoodPlan,
  onProgress: (rows: number) => void = () => undefined,
): Promise<void> {
  let written = 0;
  const report = (rows: number) => {
    written += rows;
    onProgress(written);
  };
  for (const { created, changed } of plan.waves) {
    for (const rows of chunks(changed)) {
      await updateRows(tx, rows);
      report(rows.length);
    }
    for (const rows of chunks(created)) {
      await insertRows(tx, rows);
      report(rows.length);
    }
  }
}

async function insertRows(tx: Transaction, rows: readonly PlannedNeighbourhood[]): Promise<void> {
  await tx.execute(sql`
    insert into neighbourhoods (id, code, name, welsh_name, unit, parent_id)
    select r.id, r.code, r.name, r."welshName", r.unit, r."parentId" from ${recordset(rows)}`);
}

async function updateRows(tx: Transaction, rows: readonly PlannedNeighbourhood[]): Promise<void> {
  await tx.execute(sql`
    update neighbourhoods n
       set name = r.name, welsh_name = r."welshName", unit = r.unit, parent_id = r."parentId",
           version = n.version + 1, updated_at = now()
      from ${recordset(rows)}
     where n.id = r.id`);
}

function recordset(rows: readonly PlannedNeighbourhood[]) {
  return sql`json_to_recordset(${JSON.stringify(rows)}::text::json)
    as r(id uuid, code text, name text, "welshName" text, unit text, "parentId" uuid)`;
}

function* chunks<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += CHUNK_ROWS) yield rows.slice(start, start + CHUNK_ROWS);
}

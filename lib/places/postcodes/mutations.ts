import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";

/** A postcode as it is kept, and what it lies in. */
export type PostcodeRow = Readonly<{ postcode: string; neighbourhoodId: string }>;

/**
 * Writes what some thousands of postcodes lie in, in one statement: new ones are added, others moved to where they lie
 * now; the rest is not touched.
 * @param rows each postcode once, as `normalPostcode` gives it.
 * @returns how many were new and how many had lain elsewhere.
 */
export async function writePostcodes(
  tx: Transaction,
  rows: readonly PostcodeRow[],
): Promise<{ created: number; changed: number }> {
  if (rows.length === 0) return { created: 0, changed: 0 };
  const source = sql`json_to_recordset(${JSON.stringify(rows)}::text::json) as r(postcode text, "neighbourhoodId" uuid)`;
  // A row version that nobody had written before this statement has no `xmax`.
  const [written] = await tx.execute<{ created: number; changed: number }>(sql`
    with written as (
      insert into postcodes as p (postcode, neighbourhood_id) select r.postcode, r."neighbourhoodId" from ${source}
      on conflict (postcode) do update set neighbourhood_id = excluded.neighbourhood_id
       where p.neighbourhood_id <> excluded.neighbourhood_id
      returning p.xmax = 0 as fresh)
    select count(*) filter (where fresh)::int as created, count(*) filter (where not fresh)::int as changed from written`);
  return written ?? { created: 0, changed: 0 };
}

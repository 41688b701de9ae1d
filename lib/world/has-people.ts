import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";

/** True when anybody is in the portal: only an empty one may be filled with the demo world. */
export async function hasPeople(tx: Transaction): Promise<boolean> {
  const [row] = await tx.execute<{ found: boolean }>(sql`select exists (select 1 from users) as found`);
  return row?.found === true;
}

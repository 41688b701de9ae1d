import "server-only";
import { type SQL, sql } from "drizzle-orm";

/**
 * Whole numbers as a list for the database. Only for numbers from our own tables: they are written out, because the driver
 * would send an array parameter as a text that the planner cannot estimate.
 */
export function numberList(numbers: readonly number[]): SQL {
  return sql.raw(`'{${numbers.map(Math.trunc).join(",")}}'::integer[]`);
}

import "server-only";
import { type SQL, sql } from "drizzle-orm";

/** Objects as the rows of a table, each once. */
export function rows(list: readonly object[]): SQL {
  return sql`jsonb_to_recordset(${JSON.stringify(list)}::text::jsonb)`;
}

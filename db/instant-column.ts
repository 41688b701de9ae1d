import "server-only";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/**
 * A column of the instant in another one as ISO 8601 writes it in UTC.
 * @param fraction how fine: to the second for showing, to the millisecond (`.MS`) as JavaScript keeps instants, or to the
 * microsecond (`.US`) as the database does.
 */
export function instantColumn(column: SQLWrapper, fraction: "" | ".MS" | ".US" = ""): SQL {
  return sql`to_char((${column}) at time zone 'UTC', ${sql.raw(`'YYYY-MM-DD"T"HH24:MI:SS${fraction}"Z"'`)})`;
}

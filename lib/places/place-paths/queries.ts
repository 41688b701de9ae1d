import "server-only";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { neighbourhoods } from "@/db/schema/places";

/**
 * A column beside a row of `neighbourhoods`: the names on its way up to the country as a JSON list, itself first.
 * @param path the row's path, where the table goes by another name.
 */
export function pathNames(path: SQLWrapper = neighbourhoods.path): SQL {
  return sql`(
    select json_agg(above.name order by array_position(${path}, above.number) desc)
    from ${neighbourhoods} above where above.number = any(${path}))`;
}

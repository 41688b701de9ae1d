import "server-only";
import { sql } from "drizzle-orm";
import { readTransaction } from "@/db/client";

/** Every row of every table, so that a change of anything shows. */
export async function everything(): Promise<unknown> {
  const tables = [
    "users",
    "user_deactivations",
    "role_grants",
    "role_grant_neighbourhoods",
    "role_grant_partnerships",
    "neighbourhoods",
    "tags",
    "partners",
    "partner_addresses",
    "partner_service_areas",
    "partner_tags",
    "partner_opening_hours",
    "partner_hidings",
    "audit_events",
  ];
  return Promise.all(
    tables.map(async (table) => [
      table,
      ...(await readTransaction((tx) => tx.execute(sql.raw(`select * from ${table} t order by t::text`)))),
    ]),
  );
}

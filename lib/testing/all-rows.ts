import "server-only";
import { sql } from "drizzle-orm";
import { readTransaction } from "@/db/client";

/** All rows of a table, behind its name. */
export type TableRows = readonly [table: string, ...rows: unknown[]];

/** Every row of every table that records and their history are kept in, so that a change of anything shows. */
export async function everything(): Promise<TableRows[]> {
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
    tables.map(
      async (table): Promise<TableRows> => [
        table,
        ...(await readTransaction((tx) => tx.execute(sql.raw(`select * from ${table} t order by t::text`)))),
      ],
    ),
  );
}

/** The same without the trail, into which signing in and refused look-ups go as well. */
export async function everythingButTrail(): Promise<TableRows[]> {
  return (await everything()).filter(([table]) => table !== "audit_events");
}

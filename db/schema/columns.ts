import { sql } from "drizzle-orm";
import { integer, timestamp, uuid } from "drizzle-orm/pg-core";

/** A UUIDv7 primary key, made by the application (`lib/platform/ids`): the database can make them only from version 18. */
export const primaryKey = () => uuid("id").primaryKey();

/** An instant in UTC, read as a Date. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** When the row was made; the database's clock is only the default for rows that no code dated. */
export const createdAt = () => instant("created_at").notNull().default(sql`now()`);

/** The edit counter that a stale write is found by: every update adds one. */
export const version = () => integer("version").notNull().default(1);

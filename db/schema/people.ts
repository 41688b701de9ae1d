import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, primaryKey, version } from "./columns";

/** People with an account. The e-mail address is the natural key: kept trimmed and in lower case, so that it compares as people read it. */
export const users = pgTable(
  "users",
  {
    id: primaryKey(),
    email: text("email").notNull().unique(),
    name: text("name").notNull(),
    phone: text("phone"),
    verifiedAt: instant("verified_at"),
    version: version(),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull().default(sql`now()`),
  },
  (table) => [
    check("users_email_normal", sql`${table.email} = lower(btrim(${table.email})) and ${table.email} <> ''`),
    index("users_name").on(sql`lower(${table.name})`, table.id),
    index("users_name_search").using("gin", sql`lower(${table.name}) gin_trgm_ops`),
    index("users_email_search").using("gin", sql`${table.email} gin_trgm_ops`),
  ],
);

/** A person's account put out of use, with who and when; the row without an end is the one in force, at most one a person. */
export const userDeactivations = pgTable(
  "user_deactivations",
  {
    id: primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    deactivatedBy: uuid("deactivated_by").references(() => users.id, { onDelete: "set null" }),
    deactivatedAt: instant("deactivated_at").notNull(),
    reactivatedBy: uuid("reactivated_by").references(() => users.id, { onDelete: "set null" }),
    reactivatedAt: instant("reactivated_at"),
  },
  (table) => [
    uniqueIndex("user_deactivations_in_force").on(table.userId).where(sql`${table.reactivatedAt} is null`),
    index("user_deactivations_user").on(table.userId),
    index("user_deactivations_deactivated_by").on(table.deactivatedBy),
    index("user_deactivations_reactivated_by").on(table.reactivatedBy),
  ],
);

/** Signed-in browsers. Only the hash of the cookie's token is kept; a session ends by its row, at once and everywhere. */
export const sessions = pgTable(
  "sessions",
  {
    id: primaryKey(),
    tokenHash: text("token_hash").notNull().unique(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    device: text("device").notNull(),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (table) => [index("sessions_user").on(table.userId), index("sessions_expires_at").on(table.expiresAt)],
);

/**
 * A sign-in that was asked for by e-mail and may be confirmed once, by the link or by the code.
 * Unknown addresses get a row too, without a user, so that both take the same path and time.
 */
export const signInChallenges = pgTable(
  "sign_in_challenges",
  {
    id: primaryKey(),
    email: text("email").notNull(),
    userId: uuid("user_id").references(() => users.id, { onDelete: "cascade" }),
    linkHash: text("link_hash").notNull().unique(),
    codeHash: text("code_hash").notNull(),
    codeAttempts: integer("code_attempts").notNull().default(0),
    returnTo: text("return_to").notNull().default("/"),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (table) => [
    index("sign_in_challenges_email").on(table.email, table.createdAt),
    index("sign_in_challenges_user").on(table.userId),
    index("sign_in_challenges_expires_at").on(table.expiresAt),
  ],
);

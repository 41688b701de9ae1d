import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, primaryKey } from "./columns";

/**
 * What was done, by whom, to what: written in the transaction of the change and never altered (a trigger refuses it).
 * No foreign keys, because the trace outlives the people and records it speaks of; `actorLabel` keeps a name for them.
 */
export const auditEvents = pgTable(
  "audit_events",
  {
    id: primaryKey(),
    at: instant("at").notNull(),
    actorId: uuid("actor_id"),
    actorLabel: text("actor_label").notNull(),
    actingAsId: uuid("acting_as_id"),
    action: text("action").notNull(),
    resourceType: text("resource_type").notNull(),
    resourceId: text("resource_id").notNull(),
    before: jsonb("before"),
    after: jsonb("after"),
    reason: text("reason"),
    requestId: text("request_id"),
  },
  (table) => [
    index("audit_events_resource").on(table.resourceType, table.resourceId, table.id),
    index("audit_events_actor").on(table.actorId, table.id),
  ],
);

/**
 * Mail that was sent or waits to be. Bodies of mails that carry a secret, good until `secretUntil`, are emptied once they
 * are really sent or the secret is long over, so that no working link stays at rest; in demo mode the outbox itself is the
 * letter box.
 */
export const mails = pgTable(
  "mails",
  {
    id: primaryKey(),
    template: text("template").notNull(),
    recipient: text("recipient").notNull(),
    subject: text("subject").notNull(),
    html: text("html"),
    text: text("text"),
    createdAt: createdAt(),
    secretUntil: instant("secret_until"),
    /** How often the mail server was asked to take it. */
    attempts: integer("attempts").notNull().default(0),
    sentAt: instant("sent_at"),
    failedAt: instant("failed_at"),
    failure: text("failure"),
  },
  (table) => [index("mails_created_at").on(table.createdAt, table.id)],
);

/** Keys of other systems that may ask for decisions. Only the hash is kept; a key is shown once, when it is made. */
export const apiKeys = pgTable(
  "api_keys",
  {
    id: primaryKey(),
    name: text("name").notNull().unique(),
    keyHash: text("key_hash").notNull().unique(),
    scope: text("scope").notNull(),
    createdAt: createdAt(),
    revokedAt: instant("revoked_at"),
  },
  (table) => [check("api_keys_scope", sql`${table.scope} = 'authz:inspect'`)],
);

/** Counters of the rate limiter (rate-limiter-flexible's own table shape); rows past their hour are swept by the limiter. */
export const rateLimits = pgTable(
  "rate_limits",
  {
    key: text("key").primaryKey(),
    points: integer("points").notNull(),
    expire: instant("expire"),
  },
  (table) => [index("rate_limits_expire").on(table.expire)],
);

import { sql } from "drizzle-orm";
import { check, primaryKey as compositeKey, date, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, primaryKey } from "./columns";
import { users } from "./people";
import { neighbourhoods, partners, tags } from "./places";

/**
 * Every role that anybody holds or held: who, what, over what, given by whom and when, and when it ended.
 * What a neighbourhood or partnership grant is held over lies in the two child tables. A grant is in force while
 * `endedAt` is null and `endsOn` (the last day, UTC) is not past. Source: domains/places.md section 2.
 */
export const roleGrants = pgTable(
  "role_grants",
  {
    id: primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text("role", {
      enum: ["root", "support", "neighbourhood_admin", "partnership_admin", "partner_admin"],
    }).notNull(),
    partnerId: uuid("partner_id").references(() => partners.id, { onDelete: "cascade" }),
    grantedBy: uuid("granted_by").references(() => users.id, { onDelete: "set null" }),
    grantedAt: instant("granted_at").notNull(),
    endsOn: date("ends_on", { mode: "string" }),
    endedBy: uuid("ended_by").references(() => users.id, { onDelete: "set null" }),
    endedAt: instant("ended_at"),
  },
  (table) => [
    check(
      "role_grants_role",
      sql`${table.role} in ('root', 'support', 'neighbourhood_admin', 'partnership_admin', 'partner_admin')`,
    ),
    check("role_grants_scope", sql`(${table.role} = 'partner_admin') = (${table.partnerId} is not null)`),
    uniqueIndex("role_grants_single")
      .on(table.userId, table.role)
      .where(sql`${table.endedAt} is null and ${table.role} in ('root', 'support', 'neighbourhood_admin')`),
    uniqueIndex("role_grants_partner_admin")
      .on(table.partnerId, table.userId)
      .where(sql`${table.endedAt} is null and ${table.role} = 'partner_admin'`),
    index("role_grants_user").on(table.userId),
    index("role_grants_partner").on(table.partnerId),
    index("role_grants_granted_by").on(table.grantedBy),
    index("role_grants_ended_by").on(table.endedBy),
  ],
);

/** The neighbourhoods that a neighbourhood or partnership grant is held over. */
export const roleGrantNeighbourhoods = pgTable(
  "role_grant_neighbourhoods",
  {
    grantId: uuid("grant_id")
      .notNull()
      .references(() => roleGrants.id, { onDelete: "cascade" }),
    neighbourhoodId: uuid("neighbourhood_id")
      .notNull()
      .references(() => neighbourhoods.id, { onDelete: "restrict" }),
  },
  (table) => [
    compositeKey({ columns: [table.grantId, table.neighbourhoodId] }),
    index("role_grant_neighbourhoods_neighbourhood").on(table.neighbourhoodId),
  ],
);

/** The partnership tags that a partnership grant is held over. A trigger keeps tags of other kinds out. */
export const roleGrantPartnerships = pgTable(
  "role_grant_partnerships",
  {
    grantId: uuid("grant_id")
      .notNull()
      .references(() => roleGrants.id, { onDelete: "cascade" }),
    tagId: uuid("tag_id")
      .notNull()
      .references(() => tags.id, { onDelete: "cascade" }),
  },
  (table) => [
    compositeKey({ columns: [table.grantId, table.tagId] }),
    index("role_grant_partnerships_tag").on(table.tagId),
  ],
);

import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  primaryKey as compositeKey,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  time,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instant, primaryKey, version } from "./columns";
import { users } from "./people";

const emptyNumbers = sql`'{}'::integer[]`;

/**
 * The tree of places: country, region, county, district, ward; levels may be missing. `parentId` is the truth.
 * `path` holds the numbers from the root down to the place itself and is kept by triggers, also for everything below
 * a place that moves. `number` is the place's short name inside `path` and the partners' `scope_ids`.
 */
export const neighbourhoods = pgTable(
  "neighbourhoods",
  {
    id: primaryKey(),
    number: integer("number").notNull().unique().generatedByDefaultAsIdentity(),
    code: text("code").notNull().unique(),
    name: text("name").notNull(),
    welshName: text("welsh_name"),
    unit: text("unit", { enum: ["country", "region", "county", "district", "ward"] }).notNull(),
    parentId: uuid("parent_id").references((): AnyPgColumn => neighbourhoods.id, { onDelete: "restrict" }),
    path: integer("path").array().notNull().default(emptyNumbers),
    version: version(),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull().default(sql`now()`),
  },
  (table) => [
    check("neighbourhoods_unit", sql`${table.unit} in ('country', 'region', 'county', 'district', 'ward')`),
    index("neighbourhoods_parent").on(table.parentId),
    index("neighbourhoods_path").using("gin", table.path),
    index("neighbourhoods_name").on(table.name, table.id),
  ],
);

/** Words that partners are sorted by. Only tags of kind partnership ever grant, block or narrow anything (places.md section 1). */
export const tags = pgTable(
  "tags",
  {
    id: primaryKey(),
    number: integer("number").notNull().unique().generatedByDefaultAsIdentity(),
    externalId: text("external_id").unique(),
    kind: text("kind", { enum: ["category", "facility", "partnership"] }).notNull(),
    name: text("name").notNull(),
    description: text("description"),
    version: version(),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull().default(sql`now()`),
  },
  (table) => [
    check("tags_kind", sql`${table.kind} in ('category', 'facility', 'partnership')`),
    index("tags_kind_name").on(table.kind, table.name),
  ],
);

/**
 * The organisations that the portal looks after. The four arrays are kept by triggers from addresses, service areas and
 * tags, never written by hand: `placeIds` the numbers of its own places, `scopeIds` those and all their ancestors,
 * `tagIds` the numbers of all its tags, `partnershipIds` those of kind partnership. So are `version`, which a transaction
 * raises by one when it changes the partner, its address, service areas, tags, opening hours or hidings, however many
 * statements that takes, and `updatedAt`, when the last such transaction began.
 */
export const partners = pgTable(
  "partners",
  {
    id: primaryKey(),
    externalId: text("external_id").unique(),
    name: text("name").notNull(),
    slug: text("slug").unique(),
    summary: text("summary"),
    description: text("description"),
    accessibility: text("accessibility"),
    website: text("website"),
    socials: jsonb("socials").$type<Record<string, string>>().notNull().default({}),
    publicContactName: text("public_contact_name"),
    publicContactPhone: text("public_contact_phone"),
    publicContactEmail: text("public_contact_email"),
    internalContactName: text("internal_contact_name"),
    internalContactPhone: text("internal_contact_phone"),
    internalContactEmail: text("internal_contact_email"),
    placeIds: integer("place_ids").array().notNull().default(emptyNumbers),
    scopeIds: integer("scope_ids").array().notNull().default(emptyNumbers),
    tagIds: integer("tag_ids").array().notNull().default(emptyNumbers),
    partnershipIds: integer("partnership_ids").array().notNull().default(emptyNumbers),
    version: version(),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull().default(sql`now()`),
  },
  (table) => [
    uniqueIndex("partners_name_unique").on(sql`lower(${table.name})`),
    index("partners_name_search").using("gin", sql`lower(${table.name}) gin_trgm_ops`),
    index("partners_updated_at").on(table.updatedAt, table.id),
    index("partners_scope_ids").using("gin", table.scopeIds),
    index("partners_tag_ids").using("gin", table.tagIds),
    index("partners_partnership_ids").using("gin", table.partnershipIds),
  ],
);

/** Where a partner is, at most one address each. */
export const partnerAddresses = pgTable(
  "partner_addresses",
  {
    partnerId: uuid("partner_id")
      .primaryKey()
      .references(() => partners.id, { onDelete: "cascade" }),
    line1: text("line1").notNull(),
    line2: text("line2"),
    city: text("city"),
    postcode: text("postcode").notNull(),
    neighbourhoodId: uuid("neighbourhood_id")
      .notNull()
      .references(() => neighbourhoods.id, { onDelete: "restrict" }),
  },
  (table) => [
    index("partner_addresses_neighbourhood").on(table.neighbourhoodId),
    index("partner_addresses_postcode").on(sql`upper(replace(${table.postcode}, ' ', '')) text_pattern_ops`),
  ],
);

/** The neighbourhoods that a partner serves beside its address. */
export const partnerServiceAreas = pgTable(
  "partner_service_areas",
  {
    partnerId: uuid("partner_id")
      .notNull()
      .references(() => partners.id, { onDelete: "cascade" }),
    neighbourhoodId: uuid("neighbourhood_id")
      .notNull()
      .references(() => neighbourhoods.id, { onDelete: "restrict" }),
  },
  (table) => [
    compositeKey({ columns: [table.partnerId, table.neighbourhoodId] }),
    index("partner_service_areas_neighbourhood").on(table.neighbourhoodId),
  ],
);

/** The tags that a partner carries. */
export const partnerTags = pgTable(
  "partner_tags",
  {
    partnerId: uuid("partner_id")
      .notNull()
      .references(() => partners.id, { onDelete: "cascade" }),
    tagId: uuid("tag_id")
      .notNull()
      .references(() => tags.id, { onDelete: "cascade" }),
  },
  (table) => [compositeKey({ columns: [table.partnerId, table.tagId] }), index("partner_tags_tag").on(table.tagId)],
);

/** When a partner is open: one row for each spell, days counted from Monday (1) to Sunday (7). */
export const partnerOpeningHours = pgTable(
  "partner_opening_hours",
  {
    partnerId: uuid("partner_id")
      .notNull()
      .references(() => partners.id, { onDelete: "cascade" }),
    day: smallint("day").notNull(),
    opens: time("opens").notNull(),
    closes: time("closes").notNull(),
  },
  (table) => [
    compositeKey({ columns: [table.partnerId, table.day, table.opens] }),
    check("partner_opening_hours_day", sql`${table.day} between 1 and 7`),
    check("partner_opening_hours_order", sql`${table.opens} < ${table.closes}`),
  ],
);

/** A partner taken off the public pages, with reason, who and when; the row without an end is in force, at most one a partner. */
export const partnerHidings = pgTable(
  "partner_hidings",
  {
    id: primaryKey(),
    partnerId: uuid("partner_id")
      .notNull()
      .references(() => partners.id, { onDelete: "cascade" }),
    reason: text("reason").notNull(),
    hiddenBy: uuid("hidden_by").references(() => users.id, { onDelete: "set null" }),
    hiddenAt: instant("hidden_at").notNull(),
    unhiddenBy: uuid("unhidden_by").references(() => users.id, { onDelete: "set null" }),
    unhiddenAt: instant("unhidden_at"),
  },
  (table) => [
    check("partner_hidings_reason", sql`btrim(${table.reason}) <> ''`),
    uniqueIndex("partner_hidings_in_force").on(table.partnerId).where(sql`${table.unhiddenAt} is null`),
    index("partner_hidings_partner").on(table.partnerId),
    index("partner_hidings_hidden_by").on(table.hiddenBy),
    index("partner_hidings_unhidden_by").on(table.unhiddenBy),
  ],
);

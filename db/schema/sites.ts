import { sql } from "drizzle-orm";
import { check, primaryKey as compositeKey, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, primaryKey, version } from "./columns";
import { images } from "./images";
import { users } from "./people";
import { neighbourhoods, tags } from "./places";

/**
 * Public pages for an area, at `/s/<slug>`: they show the partners in its neighbourhoods which carry one of its
 * partnership tags, where it has any, and their coming events. Source: domains/places.md section 3.
 */
export const sites = pgTable(
  "sites",
  {
    id: primaryKey(),
    externalId: text("external_id").unique(),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    domain: text("domain"),
    placeName: text("place_name"),
    tagline: text("tagline"),
    description: text("description"),
    heroText: text("hero_text"),
    theme: text("theme"),
    heroImageId: uuid("hero_image_id").references(() => images.id, { onDelete: "set null" }),
    logoId: uuid("logo_id").references(() => images.id, { onDelete: "set null" }),
    footerLogoId: uuid("footer_logo_id").references(() => images.id, { onDelete: "set null" }),
    version: version(),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull().default(sql`now()`),
  },
  (table) => [
    uniqueIndex("sites_domain").on(sql`lower(${table.domain})`),
    index("sites_name").on(sql`lower(${table.name})`, table.id),
    index("sites_hero_image").on(table.heroImageId),
    index("sites_logo").on(table.logoId),
    index("sites_footer_logo").on(table.footerLogoId),
  ],
);

/** The neighbourhoods whose partners a site shows, each with everything below it. */
export const siteNeighbourhoods = pgTable(
  "site_neighbourhoods",
  {
    siteId: uuid("site_id")
      .notNull()
      .references(() => sites.id, { onDelete: "cascade" }),
    neighbourhoodId: uuid("neighbourhood_id")
      .notNull()
      .references(() => neighbourhoods.id, { onDelete: "restrict" }),
  },
  (table) => [
    compositeKey({ columns: [table.siteId, table.neighbourhoodId] }),
    index("site_neighbourhoods_neighbourhood").on(table.neighbourhoodId),
  ],
);

/** The partnership tags that narrow what a site shows. A trigger keeps tags of other kinds out. */
export const sitePartnerships = pgTable(
  "site_partnerships",
  {
    siteId: uuid("site_id")
      .notNull()
      .references(() => sites.id, { onDelete: "cascade" }),
    tagId: uuid("tag_id")
      .notNull()
      .references(() => tags.id, { onDelete: "cascade" }),
  },
  (table) => [compositeKey({ columns: [table.siteId, table.tagId] }), index("site_partnerships_tag").on(table.tagId)],
);

/** A site put before the public, with who and when; the row without an end is in force, at most one a site. */
export const sitePublications = pgTable(
  "site_publications",
  {
    id: primaryKey(),
    siteId: uuid("site_id")
      .notNull()
      .references(() => sites.id, { onDelete: "cascade" }),
    publishedBy: uuid("published_by").references(() => users.id, { onDelete: "set null" }),
    publishedAt: instant("published_at").notNull(),
    unpublishedBy: uuid("unpublished_by").references(() => users.id, { onDelete: "set null" }),
    unpublishedAt: instant("unpublished_at"),
  },
  (table) => [
    check(
      "site_publications_order",
      sql`${table.unpublishedAt} is null or ${table.publishedAt} <= ${table.unpublishedAt}`,
    ),
    uniqueIndex("site_publications_in_force").on(table.siteId).where(sql`${table.unpublishedAt} is null`),
    index("site_publications_site").on(table.siteId),
    index("site_publications_published_by").on(table.publishedBy),
    index("site_publications_unpublished_by").on(table.unpublishedBy),
  ],
);

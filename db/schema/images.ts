import { sql } from "drizzle-orm";
import { check, customType, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, primaryKey } from "./columns";
import { partners } from "./places";

const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/**
 * Pictures as the portal serves them: always made anew by a library from what was uploaded, never the upload itself.
 * A row is never changed, so that its address can be cached for ever; what nothing refers to any more is swept away.
 */
export const images = pgTable(
  "images",
  {
    id: primaryKey(),
    mediaType: text("media_type", { enum: ["image/webp"] }).notNull(),
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    content: bytes("content").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    check("images_media_type", sql`${table.mediaType} in ('image/webp')`),
    check("images_size", sql`${table.width} between 1 and 4096 and ${table.height} between 1 and 4096`),
    check("images_bytes", sql`octet_length(${table.content}) between 1 and 2097152`),
  ],
);

/** The one picture of a partner, and what it shows in words. */
export const partnerImages = pgTable(
  "partner_images",
  {
    partnerId: uuid("partner_id")
      .primaryKey()
      .references(() => partners.id, { onDelete: "cascade" }),
    imageId: uuid("image_id")
      .notNull()
      .references(() => images.id, { onDelete: "restrict" }),
    alt: text("alt").notNull().default(""),
  },
  (table) => [index("partner_images_image").on(table.imageId)],
);

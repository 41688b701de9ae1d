import { sql } from "drizzle-orm";
import { boolean, check, index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, primaryKey, version } from "./columns";
import { users } from "./people";
import { partners } from "./places";

/** Something that an import met and could cope with, how often, and the title of one event that shows it. */
export type StoredNotice = Readonly<{ code: string; count: number; example: string }>;

/**
 * The calendars that events come from. A calendar belongs to the partner that organises it; `placeId` is the partner
 * whose address is the default place. `url` is as people typed it, without userinfo; `urlKey` is what makes a source
 * unique: without scheme, the host in lower case. Source: domains/places.md sections 3 and 7.
 */
export const calendars = pgTable(
  "calendars",
  {
    id: primaryKey(),
    externalId: text("external_id").unique(),
    partnerId: uuid("partner_id")
      .notNull()
      .references(() => partners.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    url: text("url"),
    urlKey: text("url_key"),
    contactName: text("contact_name"),
    contactPhone: text("contact_phone"),
    contactEmail: text("contact_email"),
    placeId: uuid("place_id").references(() => partners.id, { onDelete: "set null" }),
    strategy: text("strategy", {
      enum: ["place", "event", "event_override", "room_number", "no_location", "online_only"],
    })
      .notNull()
      .default("place"),
    version: version(),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull().default(sql`now()`),
  },
  (table) => [
    check(
      "calendars_strategy",
      sql`${table.strategy} in ('place', 'event', 'event_override', 'room_number', 'no_location', 'online_only')`,
    ),
    check("calendars_url_key", sql`(${table.url} is null) = (${table.urlKey} is null)`),
    uniqueIndex("calendars_source").on(table.urlKey),
    index("calendars_partner").on(table.partnerId),
    index("calendars_place").on(table.placeId),
    index("calendars_name").on(sql`lower(${table.name})`, table.id),
    index("calendars_name_search").using("gin", sql`lower(${table.name}) gin_trgm_ops`),
  ],
);

/**
 * How the importing of each calendar stands, one row a calendar, made with it by a trigger. Written by the worker, so
 * that an import never makes somebody's edit stale. `succeededAt` is the last time the source could be read, also when
 * nothing had changed; `changedAt` the last time that it brought something new. `failure` is a code of
 * lib/places/calendar-imports/constants; `failingSince` begins an outage, `mailedAt` is when its mail went.
 */
export const calendarImports = pgTable(
  "calendar_imports",
  {
    calendarId: uuid("calendar_id")
      .primaryKey()
      .references(() => calendars.id, { onDelete: "cascade" }),
    state: text("state", { enum: ["idle", "queued", "running", "error", "unreachable"] })
      .notNull()
      .default("idle"),
    stateSince: instant("state_since").notNull().default(sql`now()`),
    checkedAt: instant("checked_at"),
    succeededAt: instant("succeeded_at"),
    changedAt: instant("changed_at"),
    nextAt: instant("next_at"),
    etag: text("etag"),
    lastModified: text("last_modified"),
    checksum: text("checksum"),
    failure: text("failure"),
    failingSince: instant("failing_since"),
    mailedAt: instant("mailed_at"),
    notices: jsonb("notices").$type<readonly StoredNotice[]>().notNull().default([]),
  },
  (table) => [
    check("calendar_imports_state", sql`${table.state} in ('idle', 'queued', 'running', 'error', 'unreachable')`),
    check(
      "calendar_imports_failure",
      sql`${table.state} not in ('error', 'unreachable') or ${table.failure} is not null`,
    ),
    index("calendar_imports_next").on(table.nextAt),
    index("calendar_imports_by_state").on(table.state),
  ],
);

/**
 * One happening: a single event, or one of a recurring one, told apart by `recurrenceId` (empty for a single event). One
 * that its source does not have any more is withdrawn, so that its moderation is still there when it comes back.
 */
export const events = pgTable(
  "events",
  {
    id: primaryKey(),
    calendarId: uuid("calendar_id")
      .notNull()
      .references(() => calendars.id, { onDelete: "cascade" }),
    uid: text("uid").notNull(),
    recurrenceId: text("recurrence_id").notNull().default(""),
    title: text("title").notNull(),
    description: text("description"),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    allDay: boolean("all_day").notNull().default(false),
    timeZone: text("time_zone").notNull(),
    location: text("location"),
    room: text("room"),
    online: boolean("online").notNull().default(false),
    url: text("url"),
    placeId: uuid("place_id").references(() => partners.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull().default(sql`now()`),
    withdrawnAt: instant("withdrawn_at"),
  },
  (table) => [
    check("events_order", sql`${table.startsAt} <= ${table.endsAt}`),
    uniqueIndex("events_occurrence").on(table.calendarId, table.uid, table.recurrenceId),
    index("events_calendar_starts").on(table.calendarId, table.startsAt),
    index("events_starts").on(table.startsAt, table.id),
    index("events_ends").on(table.endsAt),
    index("events_title_search").using("gin", sql`lower(${table.title}) gin_trgm_ops`),
    index("events_place").on(table.placeId),
  ],
);

/** An event taken off the public pages, with reason, who and when; the row without an end is in force, at most one an event. */
export const eventHidings = pgTable(
  "event_hidings",
  {
    id: primaryKey(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    reason: text("reason").notNull(),
    hiddenBy: uuid("hidden_by").references(() => users.id, { onDelete: "set null" }),
    hiddenAt: instant("hidden_at").notNull(),
    unhiddenBy: uuid("unhidden_by").references(() => users.id, { onDelete: "set null" }),
    unhiddenAt: instant("unhidden_at"),
  },
  (table) => [
    check("event_hidings_reason", sql`btrim(${table.reason}) <> ''`),
    uniqueIndex("event_hidings_in_force").on(table.eventId).where(sql`${table.unhiddenAt} is null`),
    index("event_hidings_event").on(table.eventId),
    index("event_hidings_hidden_by").on(table.hiddenBy),
    index("event_hidings_unhidden_by").on(table.unhiddenBy),
  ],
);

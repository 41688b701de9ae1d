CREATE TABLE "calendar_imports" (
	"calendar_id" uuid PRIMARY KEY NOT NULL,
	"state" text DEFAULT 'idle' NOT NULL,
	"state_since" timestamp with time zone DEFAULT now() NOT NULL,
	"checked_at" timestamp with time zone,
	"succeeded_at" timestamp with time zone,
	"changed_at" timestamp with time zone,
	"next_at" timestamp with time zone,
	"etag" text,
	"last_modified" text,
	"checksum" text,
	"failure" text,
	"failing_since" timestamp with time zone,
	"mailed_at" timestamp with time zone,
	"notices" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "calendar_imports_state" CHECK ("calendar_imports"."state" in ('idle', 'queued', 'running', 'error', 'unreachable')),
	CONSTRAINT "calendar_imports_failure" CHECK ("calendar_imports"."state" not in ('error', 'unreachable') or "calendar_imports"."failure" is not null)
);
--> statement-breakpoint
CREATE TABLE "calendars" (
	"id" uuid PRIMARY KEY NOT NULL,
	"external_id" text,
	"partner_id" uuid NOT NULL,
	"name" text NOT NULL,
	"url" text,
	"url_key" text,
	"contact_name" text,
	"contact_phone" text,
	"contact_email" text,
	"place_id" uuid,
	"strategy" text DEFAULT 'place' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calendars_external_id_unique" UNIQUE("external_id"),
	CONSTRAINT "calendars_strategy" CHECK ("calendars"."strategy" in ('place', 'event', 'event_override', 'room_number', 'no_location', 'online_only')),
	CONSTRAINT "calendars_url_key" CHECK (("calendars"."url" is null) = ("calendars"."url_key" is null))
);
--> statement-breakpoint
CREATE TABLE "event_hidings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"hidden_by" uuid,
	"hidden_at" timestamp with time zone NOT NULL,
	"unhidden_by" uuid,
	"unhidden_at" timestamp with time zone,
	CONSTRAINT "event_hidings_reason" CHECK (btrim("event_hidings"."reason") <> '')
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"calendar_id" uuid NOT NULL,
	"uid" text NOT NULL,
	"recurrence_id" text DEFAULT '' NOT NULL,
	"title" text NOT NULL,
	"description" text,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"all_day" boolean DEFAULT false NOT NULL,
	"time_zone" text NOT NULL,
	"location" text,
	"room" text,
	"online" boolean DEFAULT false NOT NULL,
	"url" text,
	"place_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "events_order" CHECK ("events"."starts_at" <= "events"."ends_at")
);
--> statement-breakpoint
CREATE TABLE "images" (
	"id" uuid PRIMARY KEY NOT NULL,
	"media_type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"content" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "images_media_type" CHECK ("images"."media_type" in ('image/webp')),
	CONSTRAINT "images_size" CHECK ("images"."width" between 1 and 4096 and "images"."height" between 1 and 4096),
	CONSTRAINT "images_bytes" CHECK (octet_length("images"."content") between 1 and 2097152)
);
--> statement-breakpoint
CREATE TABLE "partner_images" (
	"partner_id" uuid PRIMARY KEY NOT NULL,
	"image_id" uuid NOT NULL,
	"alt" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "partner_deletions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" uuid NOT NULL,
	"external_id" text,
	"name" text NOT NULL,
	"snapshot" jsonb NOT NULL,
	"deleted_by" uuid,
	"deleted_at" timestamp with time zone NOT NULL,
	"restored_by" uuid,
	"restored_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "postcodes" (
	"postcode" text PRIMARY KEY NOT NULL,
	"neighbourhood_id" uuid NOT NULL,
	CONSTRAINT "postcodes_form" CHECK ("postcodes"."postcode" ~ '^[A-Z0-9]{2,10}$')
);
--> statement-breakpoint
CREATE TABLE "site_neighbourhoods" (
	"site_id" uuid NOT NULL,
	"neighbourhood_id" uuid NOT NULL,
	CONSTRAINT "site_neighbourhoods_site_id_neighbourhood_id_pk" PRIMARY KEY("site_id","neighbourhood_id")
);
--> statement-breakpoint
CREATE TABLE "site_partnerships" (
	"site_id" uuid NOT NULL,
	"tag_id" uuid NOT NULL,
	CONSTRAINT "site_partnerships_site_id_tag_id_pk" PRIMARY KEY("site_id","tag_id")
);
--> statement-breakpoint
CREATE TABLE "site_publications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"site_id" uuid NOT NULL,
	"published_by" uuid,
	"published_at" timestamp with time zone NOT NULL,
	"unpublished_by" uuid,
	"unpublished_at" timestamp with time zone,
	CONSTRAINT "site_publications_order" CHECK ("site_publications"."unpublished_at" is null or "site_publications"."published_at" <= "site_publications"."unpublished_at")
);
--> statement-breakpoint
CREATE TABLE "sites" (
	"id" uuid PRIMARY KEY NOT NULL,
	"external_id" text,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"domain" text,
	"place_name" text,
	"tagline" text,
	"description" text,
	"hero_text" text,
	"theme" text,
	"hero_image_id" uuid,
	"logo_id" uuid,
	"footer_logo_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sites_external_id_unique" UNIQUE("external_id"),
	CONSTRAINT "sites_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "role_grants" DROP CONSTRAINT "role_grants_role";--> statement-breakpoint
ALTER TABLE "role_grants" ADD COLUMN "site_id" uuid;--> statement-breakpoint
ALTER TABLE "calendar_imports" ADD CONSTRAINT "calendar_imports_calendar_id_calendars_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendars"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendars" ADD CONSTRAINT "calendars_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendars" ADD CONSTRAINT "calendars_place_id_partners_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."partners"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_hidings" ADD CONSTRAINT "event_hidings_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_hidings" ADD CONSTRAINT "event_hidings_hidden_by_users_id_fk" FOREIGN KEY ("hidden_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_hidings" ADD CONSTRAINT "event_hidings_unhidden_by_users_id_fk" FOREIGN KEY ("unhidden_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_calendar_id_calendars_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendars"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_place_id_partners_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."partners"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_images" ADD CONSTRAINT "partner_images_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_images" ADD CONSTRAINT "partner_images_image_id_images_id_fk" FOREIGN KEY ("image_id") REFERENCES "public"."images"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_deletions" ADD CONSTRAINT "partner_deletions_deleted_by_users_id_fk" FOREIGN KEY ("deleted_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_deletions" ADD CONSTRAINT "partner_deletions_restored_by_users_id_fk" FOREIGN KEY ("restored_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postcodes" ADD CONSTRAINT "postcodes_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_neighbourhoods" ADD CONSTRAINT "site_neighbourhoods_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_neighbourhoods" ADD CONSTRAINT "site_neighbourhoods_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_partnerships" ADD CONSTRAINT "site_partnerships_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_partnerships" ADD CONSTRAINT "site_partnerships_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_publications" ADD CONSTRAINT "site_publications_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_publications" ADD CONSTRAINT "site_publications_published_by_users_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_publications" ADD CONSTRAINT "site_publications_unpublished_by_users_id_fk" FOREIGN KEY ("unpublished_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_hero_image_id_images_id_fk" FOREIGN KEY ("hero_image_id") REFERENCES "public"."images"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_logo_id_images_id_fk" FOREIGN KEY ("logo_id") REFERENCES "public"."images"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_footer_logo_id_images_id_fk" FOREIGN KEY ("footer_logo_id") REFERENCES "public"."images"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calendar_imports_next" ON "calendar_imports" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "calendar_imports_by_state" ON "calendar_imports" USING btree ("state");--> statement-breakpoint
CREATE UNIQUE INDEX "calendars_source" ON "calendars" USING btree ("url_key");--> statement-breakpoint
CREATE INDEX "calendars_partner" ON "calendars" USING btree ("partner_id");--> statement-breakpoint
CREATE INDEX "calendars_place" ON "calendars" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "calendars_name" ON "calendars" USING btree (lower("name"),"id");--> statement-breakpoint
CREATE INDEX "calendars_name_search" ON "calendars" USING gin (lower("name") gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "event_hidings_in_force" ON "event_hidings" USING btree ("event_id") WHERE "event_hidings"."unhidden_at" is null;--> statement-breakpoint
CREATE INDEX "event_hidings_event" ON "event_hidings" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "event_hidings_hidden_by" ON "event_hidings" USING btree ("hidden_by");--> statement-breakpoint
CREATE INDEX "event_hidings_unhidden_by" ON "event_hidings" USING btree ("unhidden_by");--> statement-breakpoint
CREATE UNIQUE INDEX "events_occurrence" ON "events" USING btree ("calendar_id","uid","recurrence_id");--> statement-breakpoint
CREATE INDEX "events_calendar_starts" ON "events" USING btree ("calendar_id","starts_at");--> statement-breakpoint
CREATE INDEX "events_starts" ON "events" USING btree ("starts_at","id");--> statement-breakpoint
CREATE INDEX "events_place" ON "events" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "partner_images_image" ON "partner_images" USING btree ("image_id");--> statement-breakpoint
CREATE UNIQUE INDEX "partner_deletions_in_force" ON "partner_deletions" USING btree ("partner_id") WHERE "partner_deletions"."restored_at" is null;--> statement-breakpoint
CREATE INDEX "partner_deletions_external_id" ON "partner_deletions" USING btree ("external_id");--> statement-breakpoint
CREATE INDEX "partner_deletions_deleted_at" ON "partner_deletions" USING btree ("deleted_at","id");--> statement-breakpoint
CREATE INDEX "partner_deletions_deleted_by" ON "partner_deletions" USING btree ("deleted_by");--> statement-breakpoint
CREATE INDEX "partner_deletions_restored_by" ON "partner_deletions" USING btree ("restored_by");--> statement-breakpoint
CREATE INDEX "postcodes_neighbourhood" ON "postcodes" USING btree ("neighbourhood_id");--> statement-breakpoint
CREATE INDEX "site_neighbourhoods_neighbourhood" ON "site_neighbourhoods" USING btree ("neighbourhood_id");--> statement-breakpoint
CREATE INDEX "site_partnerships_tag" ON "site_partnerships" USING btree ("tag_id");--> statement-breakpoint
CREATE UNIQUE INDEX "site_publications_in_force" ON "site_publications" USING btree ("site_id") WHERE "site_publications"."unpublished_at" is null;--> statement-breakpoint
CREATE INDEX "site_publications_site" ON "site_publications" USING btree ("site_id");--> statement-breakpoint
CREATE INDEX "site_publications_published_by" ON "site_publications" USING btree ("published_by");--> statement-breakpoint
CREATE INDEX "site_publications_unpublished_by" ON "site_publications" USING btree ("unpublished_by");--> statement-breakpoint
CREATE UNIQUE INDEX "sites_domain" ON "sites" USING btree (lower("domain"));--> statement-breakpoint
CREATE INDEX "sites_name" ON "sites" USING btree (lower("name"),"id");--> statement-breakpoint
CREATE INDEX "sites_hero_image" ON "sites" USING btree ("hero_image_id");--> statement-breakpoint
CREATE INDEX "sites_logo" ON "sites" USING btree ("logo_id");--> statement-breakpoint
CREATE INDEX "sites_footer_logo" ON "sites" USING btree ("footer_logo_id");--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "role_grants_site_admin" ON "role_grants" USING btree ("site_id","user_id") WHERE "role_grants"."ended_at" is null and "role_grants"."role" = 'site_admin';--> statement-breakpoint
CREATE INDEX "role_grants_site_id" ON "role_grants" USING btree ("site_id");--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_site" CHECK (("role_grants"."role" = 'site_admin') = ("role_grants"."site_id" is not null));--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_role" CHECK ("role_grants"."role" in ('root', 'support', 'neighbourhood_admin', 'partnership_admin', 'partner_admin', 'site_admin'));
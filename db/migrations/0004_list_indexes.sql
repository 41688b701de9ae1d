DROP INDEX "partners_name";--> statement-breakpoint
CREATE INDEX "partner_addresses_postcode" ON "partner_addresses" USING btree (upper(replace("postcode", ' ', '')) text_pattern_ops);--> statement-breakpoint
CREATE INDEX "partners_name_search" ON "partners" USING gin (lower("name") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "partners_updated_at" ON "partners" USING btree ("updated_at","id");
CREATE INDEX "events_ends" ON "events" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "events_title_search" ON "events" USING gin (lower("title") gin_trgm_ops);
-- The application's role reads and writes rows and nothing else: it owns no table, cannot alter one, and cannot touch the
-- audit trail beyond adding to it. The role itself is made by the migrator before this runs.
grant usage on schema public to remit_app;
--> statement-breakpoint
grant select, insert, update, delete on
  users, user_deactivations, sessions, sign_in_challenges,
  role_grants, role_grant_neighbourhoods, role_grant_partnerships,
  neighbourhoods, tags, partners, partner_addresses, partner_service_areas, partner_tags, partner_opening_hours, partner_hidings,
  mails, api_keys, rate_limits
  to remit_app;
--> statement-breakpoint
grant select, insert on audit_events to remit_app;
--> statement-breakpoint

-- graphile_worker's own schema belongs to the owner; the application may only put a job in, through this function, in the
-- transaction of the change that asks for it.
create function enqueue_job(task text, payload json, job_key text default null) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job(task, payload, job_key := job_key, max_attempts := 10);
end $$;
--> statement-breakpoint
revoke all on function enqueue_job(text, json, text) from public;
--> statement-breakpoint
grant execute on function enqueue_job(text, json, text) to remit_app;

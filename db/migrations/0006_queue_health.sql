-- How the job queue fares, in numbers: the queue itself belongs to the owner, and what its jobs are about is nobody's
-- business but the worker's. A job that failed once waits to be tried again; one that used up its tries stays for somebody
-- to look at.
create function queue_health() returns table (waiting integer, retrying integer, failed integer, oldest_due timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select (count(*) filter (where attempts < max_attempts))::integer,
           (count(*) filter (where attempts > 0 and attempts < max_attempts and locked_at is null))::integer,
           (count(*) filter (where attempts >= max_attempts))::integer,
           min(run_at) filter (where attempts < max_attempts and run_at <= now())
      from graphile_worker.jobs;
end $$;
--> statement-breakpoint
revoke all on function queue_health() from public;
--> statement-breakpoint
grant execute on function queue_health() to remit_app;

-- The one root that must stay is one without a last day: a root whose role runs out would one morning leave nobody who
-- can give a role. Only what becomes of the roots there are is asked, so that a portal whose one root has a last day
-- already can still be given another. A world file says what is, not what somebody decides: while one is loaded
-- (`app.any_root`) any root in force will do.
create or replace function require_root() returns trigger language plpgsql set search_path = public as $$
declare
  any_root boolean := coalesce(current_setting('app.any_root', true), '') = 'on';
begin
  if nullif(current_setting('app.structure_only', true), '') = 'on' then
    return null;
  end if;
  perform pg_advisory_xact_lock(hashtext('remit.root'));
  if not exists (
    select 1 from role_grants g
     where g.role = 'root' and g.ended_at is null and (g.ends_on is null or any_root and g.ends_on >= (now() at time zone 'UTC')::date)
       and not exists (select 1 from user_deactivations d where d.user_id = g.user_id and d.reactivated_at is null)
  ) then
    raise exception 'The portal needs at least one root without a last day' using errcode = '23514', constraint = 'portal_has_root';
  end if;
  return null;
end $$;
--> statement-breakpoint
create or replace function require_root_after_deactivation() returns trigger language plpgsql set search_path = public as $$
declare
  any_root boolean := coalesce(current_setting('app.any_root', true), '') = 'on';
begin
  if exists (select 1 from role_grants g where g.user_id = new.user_id and g.role = 'root' and g.ended_at is null) then
    perform pg_advisory_xact_lock(hashtext('remit.root'));
    if nullif(current_setting('app.structure_only', true), '') is distinct from 'on' and not exists (
      select 1 from role_grants g
       where g.role = 'root' and g.ended_at is null and (g.ends_on is null or any_root and g.ends_on >= (now() at time zone 'UTC')::date)
         and not exists (select 1 from user_deactivations d where d.user_id = g.user_id and d.reactivated_at is null)
    ) then
      raise exception 'The portal needs at least one root without a last day' using errcode = '23514', constraint = 'portal_has_root';
    end if;
  end if;
  return null;
end $$;

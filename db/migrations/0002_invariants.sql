-- Invariants that no single row can hold. "At least one" is a deferred constraint trigger that first locks the parent
-- and then counts; without the lock two deletes at once would both pass.

-- A partner has an address or a service area (places.md section 1). Loading broken legacy data on purpose switches the
-- rule off for its own transaction with the setting app.structure_only.
create function require_partner_place() returns trigger language plpgsql set search_path = public as $$
declare
  partner uuid;
begin
  if nullif(current_setting('app.structure_only', true), '') = 'on' then
    return null;
  end if;
  if tg_table_name = 'partners' then
    partner := new.id;
  else
    partner := old.partner_id;
  end if;
  perform 1 from partners where id = partner for no key update;
  if not found then
    return null;
  end if;
  if not exists (select 1 from partner_addresses where partner_id = partner)
     and not exists (select 1 from partner_service_areas where partner_id = partner) then
    raise exception 'A partner needs an address or a service area'
      using errcode = '23514', constraint = 'partner_has_place', detail = partner::text;
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger partner_has_place after insert on partners
  deferrable initially deferred for each row execute function require_partner_place();
--> statement-breakpoint
create constraint trigger partner_keeps_place after delete or update of partner_id on partner_addresses
  deferrable initially deferred for each row execute function require_partner_place();
--> statement-breakpoint
create constraint trigger partner_keeps_place after delete or update of partner_id on partner_service_areas
  deferrable initially deferred for each row execute function require_partner_place();
--> statement-breakpoint

-- Once there is a root, one stays: otherwise nobody could ever give a role again. The advisory lock stands for the
-- parent row, which root does not have.
create function require_root() returns trigger language plpgsql set search_path = public as $$
begin
  if nullif(current_setting('app.structure_only', true), '') = 'on' then
    return null;
  end if;
  perform pg_advisory_xact_lock(hashtext('remit.root'));
  if not exists (
    select 1 from role_grants g
     where g.role = 'root' and g.ended_at is null and (g.ends_on is null or g.ends_on >= (now() at time zone 'UTC')::date)
       and not exists (select 1 from user_deactivations d where d.user_id = g.user_id and d.reactivated_at is null)
  ) then
    raise exception 'The portal needs at least one root' using errcode = '23514', constraint = 'portal_has_root';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger portal_keeps_root_on_update after update on role_grants
  deferrable initially deferred for each row when (old.role = 'root' and old.ended_at is null)
  execute function require_root();
--> statement-breakpoint
create constraint trigger portal_keeps_root_on_delete after delete on role_grants
  deferrable initially deferred for each row when (old.role = 'root' and old.ended_at is null)
  execute function require_root();
--> statement-breakpoint
create function require_root_after_deactivation() returns trigger language plpgsql set search_path = public as $$
begin
  if exists (select 1 from role_grants g where g.user_id = new.user_id and g.role = 'root' and g.ended_at is null) then
    perform pg_advisory_xact_lock(hashtext('remit.root'));
    if nullif(current_setting('app.structure_only', true), '') is distinct from 'on' and not exists (
      select 1 from role_grants g
       where g.role = 'root' and g.ended_at is null and (g.ends_on is null or g.ends_on >= (now() at time zone 'UTC')::date)
         and not exists (select 1 from user_deactivations d where d.user_id = g.user_id and d.reactivated_at is null)
    ) then
      raise exception 'The portal needs at least one root' using errcode = '23514', constraint = 'portal_has_root';
    end if;
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger portal_keeps_root_on_deactivation after insert or update on user_deactivations
  deferrable initially deferred for each row execute function require_root_after_deactivation();
--> statement-breakpoint

-- A partnership grant is held over partnership tags only, and a tag keeps its kind for life, so the two never drift apart.
create function require_partnership_tag() returns trigger language plpgsql set search_path = public as $$
begin
  if not exists (select 1 from tags where id = new.tag_id and kind = 'partnership') then
    raise exception 'A partnership grant takes partnership tags only'
      using errcode = '23514', constraint = 'role_grant_partnerships_kind';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger role_grant_partnerships_kind before insert or update on role_grant_partnerships
  for each row execute function require_partnership_tag();
--> statement-breakpoint
create function refuse_tag_kind_change() returns trigger language plpgsql set search_path = public as $$
begin
  raise exception 'A tag keeps its kind' using errcode = '23514', constraint = 'tags_kind_fixed';
end $$;
--> statement-breakpoint
create trigger tags_kind_fixed before update of kind on tags
  for each row when (old.kind is distinct from new.kind) execute function refuse_tag_kind_change();
--> statement-breakpoint

-- The audit trail is append-only for everybody, the owner included.
create function refuse_audit_change() returns trigger language plpgsql set search_path = public as $$
begin
  raise exception 'The audit trail is append-only' using errcode = '42501';
end $$;
--> statement-breakpoint
create trigger audit_events_append_only before update or delete or truncate on audit_events
  for each statement execute function refuse_audit_change();

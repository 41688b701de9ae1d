-- partners.version and partners.updated_at, kept like the columns of 0001. A transaction that changes a partner, its
-- address, service areas, tags, opening hours or hidings raises the version by one, with its first such statement; the
-- instant at which it began is its mark on the row. What a statement writes into the two columns by hand is put right.
-- Columns that triggers compute from other records are no change of the partner: a place that moves makes no edit stale.
create function keep_partner_version() returns trigger language plpgsql set search_path = public as $$
declare
  compared partners := new;
begin
  compared.place_ids := old.place_ids;
  compared.scope_ids := old.scope_ids;
  compared.tag_ids := old.tag_ids;
  compared.partnership_ids := old.partnership_ids;
  compared.version := old.version;
  if old.updated_at <> now() and compared is distinct from old then
    new.version := old.version + 1;
    new.updated_at := now();
  else
    new.version := old.version;
    new.updated_at := old.updated_at;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger partners_keep_version before update on partners
  for each row execute function keep_partner_version();
--> statement-breakpoint

-- Marks partners as changed by this transaction, where it has not changed them yet. Locked in the order of their ids, as
-- by refresh_partners, so that two writers of the same partners wait for each other instead of standing in each other's way.
create function touch_partners(ids uuid[]) returns void language plpgsql set search_path = public as $$
begin
  perform 1 from partners where id = any(ids) order by id for no key update;
  update partners set updated_at = now() where id = any(ids) and updated_at <> now();
end $$;
--> statement-breakpoint

-- A bulk load touches what it has changed itself, once for each batch (app.keep_later, see 0001).
create function touch_partner_of_link() returns trigger language plpgsql set search_path = public as $$
begin
  if nullif(current_setting('app.keep_later', true), '') = 'on' then
    return null;
  end if;
  if tg_op = 'INSERT' then
    perform touch_partners(array(select distinct partner_id from new_rows));
  elsif tg_op = 'DELETE' then
    perform touch_partners(array(select distinct partner_id from old_rows));
  else
    perform touch_partners(array(
      select partner_id from (select * from new_rows except select * from old_rows) come
      union select partner_id from (select * from old_rows except select * from new_rows) gone));
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger partner_addresses_touch_insert after insert on partner_addresses referencing new table as new_rows
  for each statement execute function touch_partner_of_link();
--> statement-breakpoint
create trigger partner_addresses_touch_update after update on partner_addresses referencing old table as old_rows new table as new_rows
  for each statement execute function touch_partner_of_link();
--> statement-breakpoint
create trigger partner_addresses_touch_delete after delete on partner_addresses referencing old table as old_rows
  for each statement execute function touch_partner_of_link();
--> statement-breakpoint
create trigger partner_service_areas_touch_insert after insert on partner_service_areas referencing new table as new_rows
  for each statement execute function touch_partner_of_link();
--> statement-breakpoint
create trigger partner_service_areas_touch_update after update on partner_service_areas referencing old table as old_rows new table as new_rows
  for each statement execute function touch_partner_of_link();
--> statement-breakpoint
create trigger partner_service_areas_touch_delete after delete on partner_service_areas referencing old table as old_rows
  for each statement execute function touch_partner_of_link();
--> statement-breakpoint
create trigger partner_tags_touch_insert after insert on partner_tags referencing new table as new_rows
  for each statement execute function touch_partner_of_link();
--> statement-breakpoint
create trigger partner_tags_touch_update after update on partner_tags referencing old table as old_rows new table as new_rows
  for each statement execute function touch_partner_of_link();
--> statement-breakpoint
create trigger partner_tags_touch_delete after delete on partner_tags referencing old table as old_rows
  for each statement execute function touch_partner_of_link();
--> statement-breakpoint
create trigger partner_opening_hours_touch_insert after insert on partner_opening_hours referencing new table as new_rows
  for each statement execute function touch_partner_of_link();
--> statement-breakpoint
create trigger partner_opening_hours_touch_update after update on partner_opening_hours referencing old table as old_rows new table as new_rows
  for each statement execute function touch_partner_of_link();
--> statement-breakpoint
create trigger partner_opening_hours_touch_delete after delete on partner_opening_hours referencing old table as old_rows
  for each statement execute function touch_partner_of_link();
--> statement-breakpoint
create trigger partner_hidings_touch_insert after insert on partner_hidings referencing new table as new_rows
  for each statement execute function touch_partner_of_link();
--> statement-breakpoint
create trigger partner_hidings_touch_delete after delete on partner_hidings referencing old table as old_rows
  for each statement execute function touch_partner_of_link();
--> statement-breakpoint

-- Who hid a partner is forgotten when that account is deleted, which is no change of the partner.
create function touch_partner_of_hiding() returns trigger language plpgsql set search_path = public as $$
begin
  if nullif(current_setting('app.keep_later', true), '') is distinct from 'on' then
    perform touch_partners(array[old.partner_id, new.partner_id]);
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger partner_hidings_touch_update after update on partner_hidings for each row
  when ((old.partner_id, old.reason, old.hidden_at, old.unhidden_at) is distinct from (new.partner_id, new.reason, new.hidden_at, new.unhidden_at))
  execute function touch_partner_of_hiding();

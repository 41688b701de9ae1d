grant select, insert, update, delete on
  calendars, calendar_imports, events, event_hidings, sites, site_neighbourhoods, site_partnerships, site_publications,
  images, partner_images, partner_deletions, postcodes
  to remit_app;
--> statement-breakpoint

-- Every calendar has its row of how importing stands, whoever makes the calendar.
create function add_calendar_import() returns trigger language plpgsql set search_path = public as $$
begin
  insert into calendar_imports (calendar_id) select id from new_rows on conflict do nothing;
  return null;
end $$;
--> statement-breakpoint
create trigger calendars_add_import after insert on calendars referencing new table as new_rows
  for each statement execute function add_calendar_import();
--> statement-breakpoint

-- A site is narrowed by partnership tags only, as a partnership grant is (0002).
create function require_site_partnership_tag() returns trigger language plpgsql set search_path = public as $$
begin
  if not exists (select 1 from tags where id = new.tag_id and kind = 'partnership') then
    raise exception 'A site takes partnership tags only'
      using errcode = '23514', constraint = 'site_partnerships_kind';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger site_partnerships_kind before insert or update on site_partnerships
  for each row execute function require_site_partnership_tag();

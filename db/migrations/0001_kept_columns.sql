-- Columns that triggers keep: neighbourhoods.path and the four arrays of partners. Each writer locks the partner rows
-- first and computes in a second statement, which sees what the lock waited for; otherwise two writers at once would
-- each store what it saw alone.

create function keep_neighbourhood_path() returns trigger language plpgsql set search_path = public as $$
declare
  parent_path integer[];
begin
  if new.parent_id is null then
    new.path := array[new.number];
    return new;
  end if;
  select path into parent_path from neighbourhoods where id = new.parent_id for no key update;
  if parent_path is null then
    raise exception 'The parent of neighbourhood % does not exist', new.code using errcode = '23503';
  end if;
  if new.number = any(parent_path) then
    raise exception 'Neighbourhood % cannot lie inside itself', new.code
      using errcode = '23514', constraint = 'neighbourhoods_no_cycle';
  end if;
  new.path := parent_path || new.number;
  return new;
end $$;
--> statement-breakpoint
create trigger neighbourhoods_keep_path before insert or update of parent_id, path on neighbourhoods
  for each row execute function keep_neighbourhood_path();
--> statement-breakpoint

-- Numbers stand in the kept columns of other rows, so that a row keeps its number for life.
create function refuse_number_change() returns trigger language plpgsql set search_path = public as $$
begin
  raise exception 'A number is kept for life' using errcode = '23514', constraint = tg_table_name || '_number_fixed';
end $$;
--> statement-breakpoint
create trigger neighbourhoods_number_fixed before update of number on neighbourhoods
  for each row when (old.number is distinct from new.number) execute function refuse_number_change();
--> statement-breakpoint
create trigger tags_number_fixed before update of number on tags
  for each row when (old.number is distinct from new.number) execute function refuse_number_change();
--> statement-breakpoint

-- Computes the four arrays of the given partners anew. The places are locked first: a place that is being moved has a
-- path that is about to change, and whoever comes second must see what the first has done. A writer that has already
-- touched the partner may so meet a mover head on; PostgreSQL ends one of the two, and nothing drifts.
create function refresh_partners(ids uuid[]) returns void language plpgsql set search_path = public as $$
begin
  perform 1 from neighbourhoods
    where id in (select neighbourhood_id from partner_addresses where partner_id = any(ids)
                 union select neighbourhood_id from partner_service_areas where partner_id = any(ids))
    order by id for share;
  perform 1 from partners where id = any(ids) order by id for no key update;
  update partners p
     set place_ids = kept.place_ids, scope_ids = kept.scope_ids,
         tag_ids = kept.tag_ids, partnership_ids = kept.partnership_ids
    from (
      select id, coalesce(array_agg(distinct place order by place) filter (where place is not null), '{}') as place_ids,
             coalesce(array_agg(distinct step order by step) filter (where step is not null), '{}') as scope_ids,
             coalesce(array_agg(distinct tag order by tag) filter (where tag is not null), '{}') as tag_ids,
             coalesce(array_agg(distinct partnership order by partnership) filter (where partnership is not null), '{}') as partnership_ids
        from (
          select w.id, null::integer as place, null::integer as step, null::integer as tag, null::integer as partnership
            from unnest(ids) as w(id)
          union all
          select places.partner_id, n.number, step, null, null
            from (select a.partner_id, a.neighbourhood_id from partner_addresses a where a.partner_id = any(ids)
                  union all
                  select s.partner_id, s.neighbourhood_id from partner_service_areas s where s.partner_id = any(ids)) places
            join neighbourhoods n on n.id = places.neighbourhood_id
           cross join lateral unnest(n.path) as step
          union all
          select pt.partner_id, null, null, t.number, case when t.kind = 'partnership' then t.number end
            from partner_tags pt join tags t on t.id = pt.tag_id
           where pt.partner_id = any(ids)
        ) facts
       group by id
    ) kept
   where p.id = kept.id
     and (p.place_ids, p.scope_ids, p.tag_ids, p.partnership_ids)
         is distinct from (kept.place_ids, kept.scope_ids, kept.tag_ids, kept.partnership_ids);
end $$;
--> statement-breakpoint

create function follow_moved_neighbourhood() returns trigger language plpgsql set search_path = public as $$
begin
  if old.path is distinct from new.path then
    update neighbourhoods set path = new.path || number where parent_id = new.id;
    if old.parent_id is distinct from new.parent_id then
      perform refresh_partners(array(select id from partners where scope_ids && array[new.number]));
    end if;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger neighbourhoods_follow_move after update of parent_id, path on neighbourhoods
  for each row execute function follow_moved_neighbourhood();
--> statement-breakpoint

-- A bulk load writes many links of one partner in several statements. It sets app.keep_later and calls
-- refresh_partners itself, once for each batch, in the same transaction; that is three times as fast.
create function keep_partner() returns trigger language plpgsql set search_path = public as $$
begin
  if nullif(current_setting('app.keep_later', true), '') = 'on' then
    return null;
  end if;
  if tg_op = 'INSERT' then
    perform refresh_partners(array(select distinct partner_id from new_rows));
  elsif tg_op = 'DELETE' then
    perform refresh_partners(array(select distinct partner_id from old_rows));
  else
    perform refresh_partners(array(select partner_id from new_rows union select partner_id from old_rows));
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger partner_addresses_keep_insert after insert on partner_addresses referencing new table as new_rows
  for each statement execute function keep_partner();
--> statement-breakpoint
create trigger partner_addresses_keep_update after update on partner_addresses referencing old table as old_rows new table as new_rows
  for each statement execute function keep_partner();
--> statement-breakpoint
create trigger partner_addresses_keep_delete after delete on partner_addresses referencing old table as old_rows
  for each statement execute function keep_partner();
--> statement-breakpoint
create trigger partner_service_areas_keep_insert after insert on partner_service_areas referencing new table as new_rows
  for each statement execute function keep_partner();
--> statement-breakpoint
create trigger partner_service_areas_keep_update after update on partner_service_areas referencing old table as old_rows new table as new_rows
  for each statement execute function keep_partner();
--> statement-breakpoint
create trigger partner_service_areas_keep_delete after delete on partner_service_areas referencing old table as old_rows
  for each statement execute function keep_partner();
--> statement-breakpoint
create trigger partner_tags_keep_insert after insert on partner_tags referencing new table as new_rows
  for each statement execute function keep_partner();
--> statement-breakpoint
create trigger partner_tags_keep_update after update on partner_tags referencing old table as old_rows new table as new_rows
  for each statement execute function keep_partner();
--> statement-breakpoint
create trigger partner_tags_keep_delete after delete on partner_tags referencing old table as old_rows
  for each statement execute function keep_partner();
--> statement-breakpoint

-- The checker: recomputes every kept column from the truth and names each row that differs. No rows is the healthy answer.
create function kept_column_drift() returns table (kind text, id uuid) language sql stable set search_path = public as $$
  with recursive walked as (
    select n.id, array[n.number] as path from neighbourhoods n where n.parent_id is null
    union all
    select n.id, walked.path || n.number from neighbourhoods n join walked on n.parent_id = walked.id
  ),
  places as (
    select a.partner_id, a.neighbourhood_id from partner_addresses a
    union
    select s.partner_id, s.neighbourhood_id from partner_service_areas s
  ),
  placed as (
    select places.partner_id,
           array_agg(distinct n.number order by n.number) as place_ids,
           array_agg(distinct step order by step) as scope_ids
      from places
      join neighbourhoods n on n.id = places.neighbourhood_id
      join walked on walked.id = n.id
      cross join lateral unnest(walked.path) as step
     group by places.partner_id
  ),
  tagged as (
    select pt.partner_id,
           array_agg(t.number order by t.number) as tag_ids,
           coalesce(array_agg(t.number order by t.number) filter (where t.kind = 'partnership'), '{}') as partnership_ids
      from partner_tags pt join tags t on t.id = pt.tag_id
     group by pt.partner_id
  )
  select 'neighbourhood', n.id from neighbourhoods n left join walked on walked.id = n.id where n.path is distinct from walked.path
  union all
  select 'partner', p.id
    from partners p
    left join placed on placed.partner_id = p.id
    left join tagged on tagged.partner_id = p.id
   where p.place_ids is distinct from coalesce(placed.place_ids, '{}')
      or p.scope_ids is distinct from coalesce(placed.scope_ids, '{}')
      or p.tag_ids is distinct from coalesce(tagged.tag_ids, '{}')
      or p.partnership_ids is distinct from coalesce(tagged.partnership_ids, '{}')
$$;

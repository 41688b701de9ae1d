import "server-only";
import { type SQL, sql } from "drizzle-orm";

/**
 * Everything an export writes, as one query, so that all of it is seen at one instant: rows of `list`, `key` and
 * `item`, in the order of the file. Keys sort by code point, which is the same on every server.
 */
export function exportQuery(): SQL {
  return sql`
    select list, key, item from (
      ${usersQuery} union all ${neighbourhoodsQuery} union all ${tagsQuery} union all ${partnersQuery} union all ${rolesQuery}
    ) world
    order by part, key collate "C", tie collate "C" nulls first`;
}

const usersQuery = sql`
  select 1 as part, 'users' as list, u.email as key, null::text as tie, json_build_object(
      'email', u.email, 'name', u.name, 'phone', u.phone,
      'deactivated', exists (select 1 from user_deactivations d where d.user_id = u.id and d.reactivated_at is null),
      'verified', u.verified_at is not null) as item
    from users u`;

const neighbourhoodsQuery = sql`
  select 2, 'neighbourhoods', n.code, null, json_build_object(
      'code', n.code, 'name', n.name, 'unit', n.unit, 'parent', parent.code)
    from neighbourhoods n left join neighbourhoods parent on parent.id = n.parent_id`;

const tagsQuery = sql`
  select 3, 'tags', coalesce(t.external_id, t.id::text), null, json_build_object(
      'id', coalesce(t.external_id, t.id::text), 'kind', t.kind, 'name', t.name, 'description', t.description)
    from tags t`;

const partnersQuery = sql`
  select 4, 'partners', coalesce(p.external_id, p.id::text), null, json_build_object(
      'id', coalesce(p.external_id, p.id::text), 'name', p.name, 'summary', p.summary, 'description', p.description,
      'accessibility', p.accessibility, 'website', p.website, 'socials', p.socials,
      'publicContact', json_build_object(
        'name', p.public_contact_name, 'phone', p.public_contact_phone, 'email', p.public_contact_email),
      'internalContact', json_build_object(
        'name', p.internal_contact_name, 'phone', p.internal_contact_phone, 'email', p.internal_contact_email),
      'address', (select json_build_object('line1', a.line1, 'line2', a.line2, 'city', a.city, 'postcode', a.postcode,
                                           'neighbourhood', n.code)
                    from partner_addresses a join neighbourhoods n on n.id = a.neighbourhood_id where a.partner_id = p.id),
      'serviceAreas', (select json_agg(n.code order by n.code collate "C")
                         from partner_service_areas s join neighbourhoods n on n.id = s.neighbourhood_id
                        where s.partner_id = p.id),
      'tags', (select json_agg(coalesce(t.external_id, t.id::text) order by coalesce(t.external_id, t.id::text) collate "C")
                 from partner_tags pt join tags t on t.id = pt.tag_id where pt.partner_id = p.id),
      'slug', p.slug,
      'openingHours', (select json_agg(json_build_object('day', h.day, 'opens', to_char(h.opens, 'HH24:MI'),
                              'closes', to_char(h.closes, 'HH24:MI')) order by h.day, h.opens)
                         from partner_opening_hours h where h.partner_id = p.id),
      'hidden', (select json_build_object('reason', h.reason) from partner_hidings h
                  where h.partner_id = p.id and h.unhidden_at is null))
    from partners p`;

/** Two stored grants over the same differ at most in their last day; the longer one comes first and stands for both. */
const rolesQuery = sql`
  select 5, 'roles', concat_ws(' ', u.email, g.role, coalesce(p.external_id, p.id::text), held.places, held.partnerships),
         lpad((date '9999-12-31' - g.ends_on)::text, 8, '0'), json_build_object(
      'user', u.email, 'role', g.role, 'partner', coalesce(p.external_id, p.id::text),
      'neighbourhoods', held.places, 'partnerships', held.partnerships, 'endsOn', g.ends_on)
    from role_grants g
    join users u on u.id = g.user_id
    left join partners p on p.id = g.partner_id
   cross join lateral (
     select (select coalesce(json_agg(n.code order by n.code collate "C"), '[]')
               from role_grant_neighbourhoods gn join neighbourhoods n on n.id = gn.neighbourhood_id
              where gn.grant_id = g.id) as places,
            (select coalesce(json_agg(coalesce(t.external_id, t.id::text) order by coalesce(t.external_id, t.id::text) collate "C"), '[]')
               from role_grant_partnerships gp join tags t on t.id = gp.tag_id
              where gp.grant_id = g.id) as partnerships
   ) held
   where g.ended_at is null`;

import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction } from "@/db/client";
import { neighbourhoods, partners } from "@/db/schema/places";
import { type ListCounts, type ListPage, readPage } from "@/lib/people/lists/queries";
import type { Actor } from "@/lib/permissions/load-actor";
import { listCondition, scopeOf } from "@/lib/permissions/scope";
import { MOST_EMPTY_AREAS } from "@/lib/places/dashboards/constants";
import type { FoundPage } from "@/lib/places/neighbourhood-tree/queries";
import { PLACE_SEARCH_LIMIT } from "@/lib/places/neighbourhoods/constants";
import { textMatch } from "@/lib/places/neighbourhoods/queries";
import { areaOf, describeFocus, meetsFocus } from "@/lib/places/partner-focus/queries";
import { NO_FOCUS } from "@/lib/places/partner-focus/schemas";
import { pathNames } from "@/lib/places/place-paths/queries";
import type { SearchParams } from "@/lib/platform/lists/schemas";
import { searchWaitSentence, useLimits } from "@/lib/platform/rate-limit";
import { EMPTY_AREAS_PER_PAGE } from "./constants";
import { type EmptyAreasQuery, emptyAreasHref, OWN_EMPTY_AREAS, readEmptyAreasQuery } from "./schemas";

/** Areas without a partner as a dashboard tells of them: how many, the list of exactly these, and the first of them by name. */
export type EmptyAreas = {
  count: number;
  href: string;
  places: { id: string; code: string; name: string; within: string | null }[];
};

/**
 * The condition over `neighbourhoods` of an area without a partner: it lies in what these roles of the actor's own are held
 * over, nothing else lies in it, and no partner that they open names it.
 * @param through the roles, named as `PartnerFocus` names them; none of the actor's own means no area.
 */
function isEmptyArea(actor: Actor, through: string): SQL {
  const counted = sql`(${scopeOf(actor, "partner", "view")}) and ${meetsFocus(actor, { ...NO_FOCUS, through })}`;
  return sql`(${neighbourhoods.path} && ${areaOf(actor, through)}
    and not exists (select 1 from neighbourhoods below where below.parent_id = ${neighbourhoods.id})
    and ${neighbourhoods.number} not in (select distinct unnest(${partners.placeIds}) from ${partners} where ${counted}))`;
}

/** A column: how many areas have no partner, and the first of them by name. `emptyAreasOf` reads it. */
export function emptyAreas(actor: Actor, through: string): SQL {
  return sql`(
    with empty as materialized (
      select ${neighbourhoods.id}, ${neighbourhoods.code}, ${neighbourhoods.name}, ${neighbourhoods.parentId} as parent
      from ${neighbourhoods} where ${isEmptyArea(actor, through)})
    select json_build_object('count', (select count(*) from empty), 'places', (
      select coalesce(json_agg(json_build_object('id', named.id, 'code', named.code, 'name', named.name, 'within', named.within)), '[]') from (
        select empty.id, empty.code, empty.name, above.name as within
        from empty left join neighbourhoods above on above.id = empty.parent
        order by lower(empty.name), empty.id limit ${MOST_EMPTY_AREAS}) named)))`;
}

/** What that column gave, with the address of the list. */
export function emptyAreasOf(read: Omit<EmptyAreas, "href"> | undefined, through: string): EmptyAreas {
  return { count: 0, places: [], ...read, href: emptyAreasHref(OWN_EMPTY_AREAS, { through }) };
}

/** What the page of these areas shows. `mayCreatePartner`: whether the actor may make a partner anywhere. */
export type EmptyAreasPage = { query: EmptyAreasQuery; answer: EmptyAreasAnswer; mayCreatePartner: boolean };

/**
 * What an address of the tree asks of these areas; null where it does not ask for them, or the actor may not see
 * neighbourhoods at all.
 */
export async function readEmptyAreas(actor: Actor, searchParams: SearchParams): Promise<EmptyAreasPage | null> {
  const query = readEmptyAreasQuery(searchParams);
  if (query === null || listCondition(actor, "neighbourhood", "view").rows === "none") return null;
  const mayCreatePartner = listCondition(actor, "partner", "create").rows !== "none";
  return { query, answer: await listEmptyAreas(actor, query), mayCreatePartner };
}

/**
 * A page of the areas without a partner. `about`: the area, and the partnership where it is about one, in words; null where
 * the actor has no such role. `wait`: when whoever has searched too often may go on, as a sentence; null for everybody else.
 */
export type EmptyAreasAnswer = { about: string | null; wait: string | null; page: ListPage<FoundPage> };

/**
 * The areas without a partner in what the actor looks after, by name: exactly those that their dashboards count. Two
 * statements, and those of the bound on searching where it searches.
 */
export async function listEmptyAreas(actor: Actor, query: EmptyAreasQuery): Promise<EmptyAreasAnswer> {
  const { text, through, cursor } = query;
  const about = describeFocus(actor, { ...NO_FOCUS, through }).through || null;
  const seconds = text === "" ? null : await useLimits([{ limit: PLACE_SEARCH_LIMIT, key: actor.userId }]);
  const wait = seconds === null ? null : searchWaitSentence(seconds);
  if (about === null || wait !== null) return { about, wait, page: NOTHING };
  const where = sql`${isEmptyArea(actor, through)} and ${textMatch(text).where} and (${scopeOf(actor, "neighbourhood", "view")})`;
  const name = sql`lower(${neighbourhoods.name})`;
  const page = await readTransaction((tx) =>
    readPage<FoundPage & { key: string }>({
      order: {
        row: sql`(${name}, ${neighbourhoods.id})`,
        at: ({ key, id }) => sql`(${key}::text, ${id}::uuid)`,
        downwards: false,
      },
      cursor,
      perPage: EMPTY_AREAS_PER_PAGE,
      count: async (passed) => {
        const [counts] = await tx.execute<ListCounts>(sql`
          select count(*)::int as "total", (count(*) filter (where ${passed}))::int as "before" from ${neighbourhoods} where ${where}`);
        return counts;
      },
      read: (beyond, direction) =>
        tx.execute<FoundPage & { key: string }>(sql`
          select ${neighbourhoods.id} as "id", ${neighbourhoods.code} as "code", ${neighbourhoods.name} as "name",
            ${neighbourhoods.unit} as "unit", ${pathNames()} as "path", ${name} as "key"
          from ${neighbourhoods} where ${where} and ${beyond}
          order by ${name} ${direction}, ${neighbourhoods.id} ${direction} limit ${EMPTY_AREAS_PER_PAGE}`),
      markOf: ({ key, id }) => ({ key, id }),
    }),
  );
  return { about, wait, page: { ...page, rows: page.rows.map(({ key: _, ...place }) => place) } };
}

const NOTHING: ListPage<FoundPage> = { rows: [], total: 0, first: 1, previous: null, next: null };

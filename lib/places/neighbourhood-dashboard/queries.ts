import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { numberList } from "@/db/number-list";
import { partners } from "@/db/schema/places";
import type { Actor } from "@/lib/permissions/load-actor";
import { scopeOf } from "@/lib/permissions/scope";
import {
  countLines,
  type DashboardLine,
  type DashboardReading,
  lastChanged,
  type NamedPartner,
  readDashboard,
  usualLines,
} from "@/lib/places/dashboards/queries";
import { OWN_NEIGHBOURHOODS } from "@/lib/places/empty-areas/constants";
import { type EmptyAreas, emptyAreas, emptyAreasOf } from "@/lib/places/empty-areas/queries";
import { partnersByPlace, treePlaces } from "@/lib/places/neighbourhood-tree/queries";
import type { TreePlace } from "@/lib/places/neighbourhood-tree/schemas";
import { NO_FOCUS } from "@/lib/places/partner-focus/schemas";
import { EVERY_PARTNER, type PartnerListQuery, partnerListHref } from "@/lib/places/partner-list/schemas";
import { PARTNERS_PATH } from "@/lib/places/partners/constants";

/** A place of one's area with a bar for each place in it. `href` leads to the list of exactly the partners counted. */
export type AreaBar = TreePlace & { href: string };

/** A place of the tree that an area is shown as. `children`: those directly in it, none where it is closed or a leaf. */
export type OwnArea = AreaBar & { children: OwnArea[] };

/** What a neighbourhood admin needs today, and how their area is doing. Source: PORTAL.md, Dashboards. */
export type NeighbourhoodDashboard = {
  lines: DashboardLine[];
  areas: OwnArea[];
  emptyAreas: EmptyAreas;
  recent: NamedPartner[];
};

const focus = { ...NO_FOCUS, through: OWN_NEIGHBOURHOODS };

/**
 * The dashboard of a neighbourhood admin. Four statements.
 * @param opened codes of places further down whose own places are shown as well; those outside the area open nothing.
 */
export async function getNeighbourhoodDashboard(
  actor: Actor,
  opened: readonly string[] = [],
): Promise<DashboardReading<NeighbourhoodDashboard>> {
  const area = actor.grants
    .filter(({ role }) => role === "neighbourhood_admin")
    .flatMap(({ places }) => places.map(({ number }) => number));
  return readTransaction((tx) =>
    readDashboard(tx, actor, "neighbourhood", async () => ({
      lines: await countLines(tx, actor, usualLines(focus)),
      areas: await readAreas(tx, actor, area, opened),
      emptyAreas: await readEmptyAreas(tx, actor),
      recent: await lastChanged(tx, actor, { focus }),
    })),
  );
}

/** Whatever has a place in the area is in the actor's sight, so that the places count as anywhere else in the tree. */
async function readAreas(
  tx: Transaction,
  actor: Actor,
  area: readonly number[],
  opened: readonly string[],
): Promise<OwnArea[]> {
  const [row] = await tx.execute<{ tree: AreaTree }>(
    sql`select ${ownAreas(area, scopeOf(actor, "partner", "view"), opened)} as "tree"`,
  );
  return row === undefined ? [] : areasOf(row.tree, {});
}

async function readEmptyAreas(tx: Transaction, actor: Actor): Promise<EmptyAreas> {
  const column = emptyAreas(actor, OWN_NEIGHBOURHOODS);
  const [row] = await tx.execute<{ empty: EmptyAreas }>(sql`select ${column} as "empty"`);
  return emptyAreasOf(row?.empty, OWN_NEIGHBOURHOODS);
}

/** What `ownAreas` selects: the places that the area consists of, and for each open place those directly in it. */
export type AreaTree = { areas: TreePlace[]; below: { code: string; places: TreePlace[] }[] };

/** The tree that was selected, each place with the list of exactly the partners that it counts, under the same questions. */
export function areasOf({ areas, below }: AreaTree, query: Partial<PartnerListQuery>): OwnArea[] {
  const childrenOf = new Map(below.map(({ code, places }) => [code, places]));
  const withChildren = (place: TreePlace): OwnArea => ({
    ...place,
    href: partnerListHref(PARTNERS_PATH, EVERY_PARTNER, { ...query, place: place.code }),
    children: (childrenOf.get(place.code) ?? []).map(withChildren),
  });
  return areas.map(withChildren);
}

/**
 * A column: the places of an area, each with those directly in it, and what lies in those of them that are open. One that
 * lies in another of them is left out, because it is the same ground twice.
 * @param counted the condition over `partners` of those that are counted.
 */
export function ownAreas(area: readonly number[], counted: SQL, opened: readonly string[]): SQL {
  const inside = sql`(${counted}) and ${partners.scopeIds} && ${numberList(area)}`;
  return sql`(
    with counts as materialized (${partnersByPlace(inside)}),
    tops as materialized (
      select own.id, own.code from neighbourhoods own where own.number = any(${numberList(area)})
        and not exists (select 1 from unnest(own.path) above where above <> own.number and above = any(${numberList(area)}))),
    unfolded as materialized (
      select tops.id, tops.code from tops union
      select asked.id, asked.code from neighbourhoods asked where asked.path && ${numberList(area)}
        and asked.code in (select jsonb_array_elements_text(${JSON.stringify(opened)}::jsonb)))
    select json_build_object('areas', ${treePlaces(sql`place.id in (select tops.id from tops)`)},
      'below', (select coalesce(json_agg(json_build_object('code', unfolded.code,
        'places', ${treePlaces(sql`place.parent_id = unfolded.id`)})), '[]') from unfolded)))`;
}

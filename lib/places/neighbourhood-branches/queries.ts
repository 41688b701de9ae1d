import "server-only";
import { sql } from "drizzle-orm";
import { readTransaction } from "@/db/client";
import { partners } from "@/db/schema/places";
import type { Actor } from "@/lib/permissions/load-actor";
import { answerPart, listCondition, scopeOf } from "@/lib/permissions/scope";
import { MOST_FOUND } from "@/lib/places/neighbourhood-tree/constants";
import {
  type FoundPage,
  partnersByPlace,
  searchNeighbourhoodPages,
  treePlaces,
} from "@/lib/places/neighbourhood-tree/queries";
import type { TreePlace } from "@/lib/places/neighbourhood-tree/schemas";
import { PLACE_SEARCH_LIMIT } from "@/lib/places/neighbourhoods/constants";
import { placeSearchText } from "@/lib/places/neighbourhoods/schemas";
import { type SearchParams, single } from "@/lib/platform/lists/schemas";
import { useLimits } from "@/lib/platform/rate-limit";

/** The tree as far as it is open. */
export type OpenTree = {
  /** What lies in nothing, by name. */
  top: TreePlace[];
  /** What lies directly in each open place. */
  below: { code: string; places: TreePlace[] }[];
  /** All the places that there are, open or not, and all the partners within the actor's remit. */
  placeCount: number;
  partnerCount: number;
};

/**
 * The tree from the top, with these places open and every place that they lie in; null for an actor who may not see
 * neighbourhoods. One statement, however many are open.
 * @param opened codes; a place in which nothing lies is not open. Null opens the ways to what the actor looks after.
 */
export async function getOpenTree(actor: Actor, opened: readonly string[] | null): Promise<OpenTree | null> {
  if (listCondition(actor, "neighbourhood", "view").rows === "none") return null;
  const seen = scopeOf(actor, "partner", "view");
  const wholePortal = actor.grants.some(({ role }) => role === "root");
  const named = sql`named.code in (select json_array_elements_text(${JSON.stringify(opened ?? ownPlaces(actor))}::text::json))`;
  const from = opened === null && wholePortal ? sql`(${named} or named.parent_id is null)` : named;
  return readTransaction(async (tx) => {
    const [row] = await tx.execute<OpenTree>(sql`
      with counts as materialized (${partnersByPlace(seen)}),
      opened as materialized (
        select distinct above.id, above.code from neighbourhoods named join neighbourhoods above on above.number = any(named.path)
        where ${from} and exists (select 1 from neighbourhoods below where below.parent_id = above.id))
      select ${treePlaces(sql`place.parent_id is null`)} as "top",
        (select coalesce(json_agg(json_build_object('code', opened.code,
          'places', ${treePlaces(sql`place.parent_id = opened.id`)})), '[]') from opened) as "below",
        (select count(*)::int from neighbourhoods) as "placeCount",
        (select count(*)::int from ${partners} where (${seen})) as "partnerCount"`);
    return row ?? null;
  });
}

/** What a search of the tree gives: the places, or how long to wait, in seconds, for whoever has searched too often. */
export type TreeSearchAnswer = { text: string; wait: number | null; places: FoundPage[] };

/**
 * The places that the parameter `q` of the tree's address means; null where it asks for nothing. Its searches count
 * against the same bound as those of the boxes that suggest places.
 */
export async function searchTree(actor: Actor, { q }: SearchParams): Promise<TreeSearchAnswer | null> {
  const text = placeSearchText(single.parse(q));
  if (text === "") return null;
  const wait = await useLimits([{ limit: PLACE_SEARCH_LIMIT, key: actor.userId }]);
  return { text, wait, places: wait === null ? await searchNeighbourhoodPages(actor, text, MOST_FOUND) : [] };
}

/** The codes of what the actor looks after as an area admin, each once. */
export function ownPlaces(actor: Actor): string[] {
  return [...new Set(actor.grants.flatMap(({ places }) => places.map(({ code }) => code)))];
}

/** Why the actor may not see neighbourhoods, in words; none where they may. */
export function reasonsAgainstTree(actor: Actor): ShownReason[] {
  const { reason } = answerPart(actor, "neighbourhood", { action: "view", facts: {}, fallback: "no_grant" });
  return reason === null ? [] : [{ code: "no_grant", text: reason, via: null }];
}

/** A reason as a page shows it. */
type ShownReason = { code: string; text: string; via: null };

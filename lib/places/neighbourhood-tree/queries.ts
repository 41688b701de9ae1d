import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { instantColumn } from "@/db/instant-column";
import { roleGrantNeighbourhoods, roleGrantPartnerships, roleGrants } from "@/db/schema/grants";
import { userDeactivations, users } from "@/db/schema/people";
import { neighbourhoods, partners, tags } from "@/db/schema/places";
import { knownGrant } from "@/lib/people/grants/queries";
import { newId } from "@/lib/permissions/catalogue";
import { type Ask, decideMany } from "@/lib/permissions/decide";
import { inForce } from "@/lib/permissions/facts/attributes";
import type { Actor } from "@/lib/permissions/load-actor";
import type { Reason } from "@/lib/permissions/reasons";
import { scopeOf } from "@/lib/permissions/scope";
import { textMatch, whereKeyedInSight } from "@/lib/places/neighbourhoods/queries";
import { type FoundPlace, placeSearchText } from "@/lib/places/neighbourhoods/schemas";
import { MOST_PALETTE_RESULTS } from "@/lib/places/palette/constants";
import { pathNames } from "@/lib/places/place-paths/queries";
import type { NeighbourhoodUnit } from "./constants";
import type { TreePlace } from "./schemas";

/**
 * The places that lie directly in the one with this code or UUID, by name. Null where there is no such place for this
 * actor, who may not be one to see neighbourhoods at all. One statement.
 */
export async function listChildren(actor: Actor, parentKey: string): Promise<TreePlace[] | null> {
  const seen = scopeOf(actor, "partner", "view");
  const inside = sql`(${seen}) and ${partners.scopeIds} && array[(select parent.number from parent)]`;
  const below = sql`place.parent_id = (select parent.id from parent)`;
  return readTransaction(async (tx) => {
    const [row] = await tx.execute<{ places: TreePlace[] | null }>(sql`
      with parent as materialized (${visibleBy(actor, parentKey)}), counts as materialized (${partnersByPlace(inside)})
      select case when exists (select 1 from parent) then ${treePlaces(below)} end as "places"`);
    return row?.places ?? null;
  });
}

/**
 * A select: how many partners there are by place, each counted in all its places and in everything that these lie in, in
 * one pass. `placed` counts those that name this very place.
 * @param counted the condition over `partners` of those that are counted.
 */
export function partnersByPlace(counted: SQL): SQL {
  return sql`select step.number, count(*)::int as partners, (count(*) filter (where step.number = any(${partners.placeIds})))::int as placed
    from ${partners} cross join lateral unnest(${partners.scopeIds}) as step(number) where (${counted}) group by step.number`;
}

/**
 * A column: the places that meet a condition, with what lies in them, as a list of `TreePlace`. It stands beside `counts`,
 * a select of `partnersByPlace`.
 * @param condition over `place`, a row of `neighbourhoods`.
 */
export function treePlaces(condition: SQL): SQL {
  return sql`(
    select coalesce(json_agg(json_build_object('id', place.id, 'code', place.code, 'name', place.name, 'unit', place.unit,
      'childCount', (select count(*) from neighbourhoods below where below.parent_id = place.id),
      'partnerCount', coalesce(own.partners, 0)) order by lower(place.name), place.id), '[]')
    from neighbourhoods place left join counts own on own.number = place.number where ${condition})`;
}

/** At most one row: the place with this code or UUID, where the actor may see it. */
function visibleBy(actor: Actor, key: string): SQL {
  return sql`select ${neighbourhoods.id}, ${neighbourhoods.number} from ${neighbourhoods} ${whereKeyedInSight(actor, key)}`;
}

/** A place on the way up from another one. */
export type PathStep = { id: string; code: string; name: string; unit: NeighbourhoodUnit };

/** Somebody who looks after an area that a place lies in. `places`: what the role is held over, as far as it reaches this place. */
export type AreaAdmin = {
  name: string;
  email: string;
  role: "neighbourhood_admin" | "partnership_admin";
  places: { code: string; name: string }[];
  /** Names of the partnerships that the actor may read; none for a neighbourhood admin. */
  partnerships: string[];
};

/** What every tab of a neighbourhood shows: which place it is, where it lies and who looks after it. */
export type NeighbourhoodHead = {
  id: string;
  code: string;
  name: string;
  welshName: string | null;
  unit: NeighbourhoodUnit;
  /** Rises by one with every change of the place itself. */
  version: number;
  /** The place itself first, then upwards. */
  path: PathStep[];
  /** Those whose accounts are in use, whom the actor may view and whose role they may know, by name; the others are only counted, by role. */
  admins: AreaAdmin[];
  unseenAdmins: { role: AreaAdmin["role"]; count: number }[];
};

/** A neighbourhood as its own page shows it. */
export type NeighbourhoodRecord = NeighbourhoodHead & {
  /** When its version last rose, an instant in UTC as ISO 8601 writes it. */
  updatedAt: string;
  children: TreePlace[];
  /** Partners in the actor's sight that have a place here or below; `placedHere` counts those that name this very place. */
  partnerCount: number;
  placedHere: number;
};

/** What a neighbourhood's page says about what one may do to it, in the order shown. `create` makes a place inside it. */
const ACTS = ["update", "create", "delete", "assign_role", "view_history"] as const;

/** Why the actor sees a neighbourhood, and what else they may do to it. */
export type NeighbourhoodRemit = {
  view: readonly Reason[];
  acts: { act: (typeof ACTS)[number]; allowed: boolean; reasons: readonly Reason[] }[];
};

/**
 * The neighbourhood with this code or UUID, with the reasons behind what the actor may do; null where there is none that
 * they may see, which whoever may not see neighbourhoods cannot tell from none at all. Three statements.
 */
export async function getNeighbourhood(
  actor: Actor,
  key: string,
): Promise<{ neighbourhood: NeighbourhoodRecord; remit: NeighbourhoodRemit } | null> {
  return readTransaction(async (tx) => {
    const neighbourhood = await readNeighbourhood(tx, actor, key);
    return neighbourhood && { neighbourhood, remit: await explainNeighbourhood(tx, actor, neighbourhood) };
  });
}

/**
 * The same without what lies there, for the tabs that show nothing of it: however many partners there are, none is
 * counted. At most three statements.
 */
export async function getNeighbourhoodHead(
  actor: Actor,
  key: string,
): Promise<{ neighbourhood: NeighbourhoodHead; remit: NeighbourhoodRemit } | null> {
  return readTransaction(async (tx) => {
    const [head] = await tx.execute<NeighbourhoodHead>(sql`
      with found as materialized (${visibleBy(actor, key)})
      select ${headColumns(actor)} from found join neighbourhoods place on place.id = found.id`);
    return head === undefined ? null : { neighbourhood: head, remit: await explainNeighbourhood(tx, actor, head) };
  });
}

async function readNeighbourhood(tx: Transaction, actor: Actor, key: string): Promise<NeighbourhoodRecord | null> {
  const inside = sql`(${scopeOf(actor, "partner", "view")}) and ${partners.scopeIds} && array[(select found.number from found)]`;
  const [row] = await tx.execute<NeighbourhoodRecord>(sql`
    with found as materialized (${visibleBy(actor, key)}), counts as materialized (${partnersByPlace(inside)})
    select ${headColumns(actor)}, ${instantColumn(sql`place.updated_at`, ".MS")} as "updatedAt",
      ${treePlaces(sql`place.parent_id = found.id`)} as "children",
      coalesce(here.partners, 0) as "partnerCount", coalesce(here.placed, 0) as "placedHere"
    from found join neighbourhoods place on place.id = found.id left join counts here on here.number = place.number`);
  return row ?? null;
}

/** The columns of a `NeighbourhoodHead`, of the row `place`. */
function headColumns(actor: Actor): SQL {
  return sql`place.id as "id", place.code as "code", place.name as "name", place.welsh_name as "welshName", place.unit as "unit",
    place.version as "version",
    (select json_agg(json_build_object('id', above.id, 'code', above.code, 'name', above.name, 'unit', above.unit)
        order by array_position(place.path, above.number) desc)
      from neighbourhoods above where above.number = any(place.path)) as "path",
    ${adminsColumn(actor)} as "admins", ${unseenAdminsColumn(actor)} as "unseenAdmins"`;
}

/** Who looks after an area that holds `place`: complete grants in force of accounts in use. */
function overPlace(): SQL {
  return sql`${roleGrants} join ${users} on ${users.id} = ${roleGrants.userId} left join ${partners} on ${partners.id} = ${roleGrants.partnerId}
    where ${inForce()} and ${roleGrants.role} in ('neighbourhood_admin', 'partnership_admin')
      and exists (select 1 from ${roleGrantNeighbourhoods} join ${neighbourhoods} on ${neighbourhoods.id} = ${roleGrantNeighbourhoods.neighbourhoodId}
        where ${roleGrantNeighbourhoods.grantId} = ${roleGrants.id} and ${neighbourhoods.number} = any(place.path))
      and (${roleGrants.role} = 'neighbourhood_admin'
        or exists (select 1 from ${roleGrantPartnerships} where ${roleGrantPartnerships.grantId} = ${roleGrants.id}))
      and not exists (select 1 from ${userDeactivations} where ${userDeactivations.userId} = ${users.id} and ${userDeactivations.reactivatedAt} is null)`;
}

/** The condition that the actor may view the person and know this role of theirs, as on the person's own page. */
function namedTo(actor: Actor): SQL {
  return sql`((${scopeOf(actor, "user", "view")}) and (${knownGrant(actor)}))`;
}

function adminsColumn(actor: Actor): SQL {
  return sql`(
    select coalesce(json_agg(json_build_object('name', ${users.name}, 'email', ${users.email}, 'role', ${roleGrants.role},
      'places', (select json_agg(json_build_object('code', ${neighbourhoods.code}, 'name', ${neighbourhoods.name}) order by array_position(place.path, ${neighbourhoods.number}))
        from ${roleGrantNeighbourhoods} join ${neighbourhoods} on ${neighbourhoods.id} = ${roleGrantNeighbourhoods.neighbourhoodId}
        where ${roleGrantNeighbourhoods.grantId} = ${roleGrants.id} and ${neighbourhoods.number} = any(place.path)),
      'partnerships', array(select ${tags.name} from ${roleGrantPartnerships} join ${tags} on ${tags.id} = ${roleGrantPartnerships.tagId}
        where ${roleGrantPartnerships.grantId} = ${roleGrants.id} and (${scopeOf(actor, "tag", "view")}) order by ${tags.name}, ${tags.id}))
      order by ${users.name}, ${roleGrants.role}, ${roleGrants.id}), '[]')
    from ${overPlace()} and ${namedTo(actor)})`;
}

function unseenAdminsColumn(actor: Actor): SQL {
  return sql`(
    select coalesce(json_agg(json_build_object('role', unseen.role, 'count', unseen.people) order by unseen.role), '[]')
    from (select ${roleGrants.role} as role, count(distinct ${users.id})::int as people
      from ${overPlace()} and not ${namedTo(actor)} group by ${roleGrants.role}) unseen)`;
}

async function explainNeighbourhood(
  tx: Transaction,
  actor: Actor,
  { id, code }: NeighbourhoodHead,
): Promise<NeighbourhoodRemit> {
  const resource = { type: "neighbourhood", id };
  const asks = ACTS.map((action): Ask => {
    const inside = { type: "neighbourhood", id: newId, properties: { parent: code } };
    return { actor, action, resource: action === "create" ? inside : resource };
  });
  const [view, ...answers] = await decideMany(tx, [{ actor, action: "view", resource }, ...asks]);
  return {
    view: view?.reasons ?? [],
    acts: ACTS.map((act, index) => {
      const { outcome, reasons } = answers[index] ?? { outcome: "deny", reasons: [] };
      return { act, allowed: outcome !== "deny", reasons };
    }),
  };
}

/** A place that was found, with what its page's address needs. */
export type FoundPage = FoundPlace & { id: string };

/**
 * The neighbourhoods that a text means, the best match first, for those who may see neighbourhoods' pages; none for an
 * empty text. One statement.
 */
export async function searchNeighbourhoodPages(
  actor: Actor,
  text: string,
  most: number = MOST_PALETTE_RESULTS,
): Promise<FoundPage[]> {
  const searched = placeSearchText(text);
  if (searched === "") return [];
  const { where, order } = textMatch(searched);
  return readTransaction(async (tx) => {
    const found = await tx.execute<FoundPage>(sql`
      select ${neighbourhoods.id} as "id", ${neighbourhoods.code} as "code", ${neighbourhoods.name} as "name", ${neighbourhoods.unit} as "unit",
        ${pathNames()} as "path"
      from ${neighbourhoods} where ${where} and (${scopeOf(actor, "neighbourhood", "view")})
      order by ${order} limit ${most}`);
    return [...found];
  });
}

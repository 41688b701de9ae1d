import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { instantColumn } from "@/db/instant-column";
import { roleGrantNeighbourhoods, roleGrantPartnerships, roleGrants } from "@/db/schema/grants";
import { sessions, users } from "@/db/schema/people";
import { neighbourhoods, partners, tags } from "@/db/schema/places";
import type { GrantRole } from "@/lib/people/grants/constants";
import { completeGrant, knownGrant, roleRank } from "@/lib/people/grants/queries";
import { countInRemit, FEW_MATCHES, type ListOrder, type ListPage, readPage } from "@/lib/people/lists/queries";
import { isDeactivated, matches } from "@/lib/people/user-filters/queries";
import { inForce } from "@/lib/permissions/facts/attributes";
import type { Actor } from "@/lib/permissions/load-actor";
import { listCondition, scopeOf } from "@/lib/permissions/scope";
import { GRANTS_PER_ROW, NAMES_PER_GRANT, USERS_PER_PAGE } from "./constants";
import type { UserListQuery } from "./schemas";

/** A role in a row of the list. The counts are of all places and partnerships, the names those of the first few. */
export type GrantSummary = {
  grantId: string;
  role: GrantRole;
  placeNames: string[];
  placeCount: number;
  partnershipNames: string[];
  partnershipCount: number;
  partner: string | null;
  complete: boolean;
  endsOn: string | null;
};

/** A person in the list. Only what a row may show. */
export type UserListItem = {
  userId: string;
  email: string;
  name: string;
  deactivated: boolean;
  /** Whether the person has ever signed in. */
  verified: boolean;
  /** When they last signed in, as far as sessions are kept (ISO in UTC); null for readers who may not know. */
  signedInAt: string | null;
  /** The first few of the roles in force that the actor may know, the widest first; `grantCount` counts them all. */
  grants: GrantSummary[];
  grantCount: number;
  /** How many other roles the person holds, of which nothing is told. */
  unseenGrants: number;
};

/** One page of the list. */
export type UserPage = Omit<ListPage<never>, "rows"> & {
  users: UserListItem[];
  /** How many people the actor may view at all; `total` says how many match. */
  inRemit: number;
};

/**
 * A page of the people within the actor's sight that the query asks for, with totals. A filter by a role finds those whose
 * role the actor may know. Two statements, whatever the number of rows; a cursor whose page has emptied gives the first page.
 */
export async function listUsers(actor: Actor, query: UserListQuery): Promise<UserPage> {
  return readTransaction(async (tx) => {
    const scope = sql`(${scopeOf(actor, "user", "view")})`;
    const where = sql`${scope} and ${matches(actor, query)}`;
    let inRemit = 0;
    const { rows, ...page } = await readPage<Row>({
      order: orderOf(query.sort),
      cursor: query.cursor,
      perPage: USERS_PER_PAGE,
      count: async (passed) => {
        const counted = await countInRemit(tx, users, { scope, where, passed });
        inRemit = counted.inRemit;
        return counted;
      },
      read: (beyond, direction, total) => readRows(tx, actor, { where, few: total <= FEW_MATCHES, beyond, direction }),
      markOf: ({ sortKey, userId }) => ({ key: sortKey, id: userId }),
    });
    return { ...page, users: rows.map(({ sortKey: _, ...row }) => row), inRemit };
  });
}

/** How the list stands: by name whatever the case of the letters, then by id. */
function orderOf(sort: UserListQuery["sort"]): ListOrder {
  return {
    row: sql`(lower(${users.name}), ${users.id})`,
    at: ({ key, id }) => sql`(${key}::text, ${id}::uuid)`,
    downwards: sort === "-name",
  };
}

type Reading = { where: SQL; few: boolean; beyond: SQL; direction: SQL };
type Row = UserListItem & { sortKey: string };

async function readRows(tx: Transaction, actor: Actor, { where, few, beyond, direction }: Reading): Promise<Row[]> {
  // The name of the table then stands for the matches alone, in everything below.
  const collected = few ? sql`with users as materialized (select * from users where ${where})` : sql``;
  const found = await tx.execute<Row>(sql`${collected}
    select ${users.id} as "userId", ${users.email} as "email", ${users.name} as "name", lower(${users.name}) as "sortKey",
      ${isDeactivated()} as "deactivated", ${users.verifiedAt} is not null as "verified", ${signedInColumn(actor)} as "signedInAt",
      ${grantsColumn(actor)} as "grants", counted."grantCount", counted."unseenGrants"
    from ${users} cross join lateral (
      select (count(*) filter (where ${knownGrant(actor)}))::int as "grantCount",
        (count(*) filter (where not coalesce(${knownGrant(actor)}, false)))::int as "unseenGrants"
      from ${roleGrants} left join ${partners} on ${partners.id} = ${roleGrants.partnerId}
      where ${roleGrants.userId} = ${users.id} and ${inForce()}) counted
    where ${few ? sql`true` : where} and ${beyond}
    order by lower(${users.name}) ${direction}, ${users.id} ${direction}
    limit ${USERS_PER_PAGE}`);
  return [...found];
}

function signedInColumn(actor: Actor): SQL {
  const last = sql`select max(${sessions.createdAt}) from ${sessions} where ${sessions.userId} = ${users.id}`;
  return sql`case when (${scopeOf(actor, "user", "view_sessions")}) then ${instantColumn(last)} end`;
}

function grantsColumn(actor: Actor): SQL {
  return sql`(select coalesce(json_agg(held.told order by held.rank, held.partner, held.id), '[]') from (
    select ${roleRank()} as rank, ${partners.name} as partner, ${roleGrants.id} as id, json_build_object('grantId', ${roleGrants.id}, 'role', ${roleGrants.role},
      'placeNames', ${firstNames(neighbourhoods.name, placesOf())}, 'placeCount', (select count(*) ${placesOf()}),
      'partnershipNames', ${firstNames(tags.name, partnershipsOf())}, 'partnershipCount', (select count(*) ${partnershipsOf()}),
      'partner', ${partners.name}, 'complete', ${completeGrant()}, 'endsOn', ${roleGrants.endsOn}::text) as told
    from ${roleGrants} left join ${partners} on ${partners.id} = ${roleGrants.partnerId}
    where ${roleGrants.userId} = ${users.id} and ${inForce()} and (${knownGrant(actor)})
    order by rank, partner, ${roleGrants.id} limit ${GRANTS_PER_ROW}) held)`;
}

function placesOf(): SQL {
  return sql`from ${roleGrantNeighbourhoods} inner join ${neighbourhoods} on ${neighbourhoods.id} = ${roleGrantNeighbourhoods.neighbourhoodId}
    where ${roleGrantNeighbourhoods.grantId} = ${roleGrants.id}`;
}

function partnershipsOf(): SQL {
  return sql`from ${roleGrantPartnerships} inner join ${tags} on ${tags.id} = ${roleGrantPartnerships.tagId}
    where ${roleGrantPartnerships.grantId} = ${roleGrants.id}`;
}

function firstNames(name: typeof neighbourhoods.name | typeof tags.name, from: SQL): SQL {
  return sql`array(select ${name} ${from} order by ${name} limit ${NAMES_PER_GRANT})`;
}

/**
 * Whether the actor is offered the list of people, in the navigation and the palette: those who may bring somebody in.
 * Partner admins meet their co-admins on the partner's page. Asks nothing of the database. Source: domains/places.md section 3.
 */
export function bringsPeopleIn(actor: Actor): boolean {
  return listCondition(actor, "user", "create").rows !== "none";
}

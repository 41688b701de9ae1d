import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { roleGrantNeighbourhoods, roleGrantPartnerships, roleGrants } from "@/db/schema/grants";
import { sessions, users } from "@/db/schema/people";
import { neighbourhoods, partners, tags } from "@/db/schema/places";
import type { GrantRole } from "@/lib/people/grants/constants";
import { completeGrant, knownGrant, roleRank } from "@/lib/people/grants/queries";
import { isDeactivated, matches } from "@/lib/people/user-filters/queries";
import { inForce } from "@/lib/permissions/facts/attributes";
import type { Actor } from "@/lib/permissions/load-actor";
import { listCondition, scopeOf } from "@/lib/permissions/scope";
import type { ListCursor } from "@/lib/platform/lists/schemas";
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

/** One page of the list. `first` is the position of its first row, from 1; the cursors are null where there is no page. */
export type UserPage = {
  users: UserListItem[];
  /** How many match. */
  total: number;
  /** How many people the actor may view at all. */
  inRemit: number;
  first: number;
  previous: ListCursor | null;
  next: ListCursor | null;
};

/** Up to this many matches are collected by what selects them and then sorted; more are read in the order of the list, as with partners. */
const FEW_MATCHES = 2_000;

/**
 * A page of the people within the actor's sight that the query asks for, with totals. A filter by a role finds those whose
 * role the actor may know. Two statements, whatever the number of rows; a cursor whose page has emptied gives the first page.
 */
export async function listUsers(actor: Actor, query: UserListQuery): Promise<UserPage> {
  return readTransaction(async (tx) => {
    const scope = sql`(${scopeOf(actor, "user", "view")})`;
    const where = sql`${scope} and ${matches(actor, query)}`;
    const counted = await countRows(tx, scope, where, query);
    const cursor = settled(query.cursor, counted);
    const few = counted.total <= FEW_MATCHES;
    const rows = counted.total === 0 ? [] : await readRows(tx, actor, { where, few, cursor, sort: query.sort });
    return pageOf(rows, cursor, counted);
  });
}

type Counted = { total: number; inRemit: number; before: number };

/** How many there are, and how many of them stand before the cursor's row (and, for a page after it, that row itself). */
async function countRows(tx: Transaction, scope: SQL, where: SQL, { cursor, sort }: UserListQuery): Promise<Counted> {
  const passed = cursor === null ? sql`false` : sql`not ${onOrBeyond(sort, cursor)}`;
  const [counted] = await tx.execute<Counted>(sql`
    select (select count(*)::int from ${users} where ${scope}) as "inRemit", "total", "before" from (
      select count(*)::int as "total", (count(*) filter (where ${passed}))::int as "before" from ${users} where ${where}
    ) matching`);
  return counted ?? { total: 0, inRemit: 0, before: 0 };
}

/** The rows of the page after the cursor, or of everything from the cursor's row on for a page before it. */
function onOrBeyond(sort: UserListQuery["sort"], { direction, key, id }: ListCursor): SQL {
  const row = sql`(lower(${users.name}), ${users.id})`;
  const cursor = sql`(${key}::text, ${id}::uuid)`;
  const downwards = sort === "-name";
  if (direction === "after") return downwards ? sql`${row} < ${cursor}` : sql`${row} > ${cursor}`;
  return downwards ? sql`${row} <= ${cursor}` : sql`${row} >= ${cursor}`;
}

/** The cursor, unless its page has emptied, or is the first one come upon from behind and no longer full: both would strand the reader. */
function settled(cursor: ListCursor | null, { total, before }: Counted): ListCursor | null {
  if (cursor === null) return null;
  const stranded = cursor.direction === "after" ? before >= total : before < USERS_PER_PAGE;
  return stranded ? null : cursor;
}

type Reading = { where: SQL; few: boolean; cursor: ListCursor | null; sort: UserListQuery["sort"] };
type Row = UserListItem & { sortKey: string };

async function readRows(tx: Transaction, actor: Actor, { where, few, cursor, sort }: Reading): Promise<Row[]> {
  const backwards = cursor?.direction === "before";
  const direction = (sort === "-name") === backwards ? sql`asc` : sql`desc`;
  const beyond =
    cursor === null ? sql`true` : backwards ? sql`not ${onOrBeyond(sort, cursor)}` : onOrBeyond(sort, cursor);
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
  return backwards ? found.toReversed() : [...found];
}

function signedInColumn(actor: Actor): SQL {
  const last = sql`select max(${sessions.createdAt}) from ${sessions} where ${sessions.userId} = ${users.id}`;
  return sql`case when (${scopeOf(actor, "user", "view_sessions")}) then
    to_char((${last}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') end`;
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

function pageOf(rows: readonly Row[], cursor: ListCursor | null, counted: Counted): UserPage {
  const { total, inRemit, before } = counted;
  const passed = cursor === null ? 0 : before - (cursor.direction === "before" ? rows.length : 0);
  const at = (direction: ListCursor["direction"], row: Row | undefined) =>
    row === undefined ? null : { direction, key: row.sortKey, id: row.userId };
  return {
    users: rows.map(({ sortKey: _, ...row }) => row),
    total,
    inRemit,
    first: passed + 1,
    previous: passed > 0 ? at("before", rows[0]) : null,
    next: passed + rows.length < total ? at("after", rows.at(-1)) : null,
  };
}

/**
 * Whether the actor is offered the list of people, in the navigation and the palette: those who may bring somebody in.
 * Partner admins meet their co-admins on the partner's page. Asks nothing of the database. Source: domains/places.md section 3.
 */
export function bringsPeopleIn(actor: Actor): boolean {
  return listCondition(actor, "user", "create").rows !== "none";
}

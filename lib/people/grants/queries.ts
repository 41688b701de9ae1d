import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { instantColumn } from "@/db/instant-column";
import { roleGrantNeighbourhoods, roleGrantPartnerships, roleGrants } from "@/db/schema/grants";
import { users } from "@/db/schema/people";
import { neighbourhoods, partners, tags } from "@/db/schema/places";
import { lockRoots, lockUser } from "@/lib/people/user-changes/queries";
import { inForce } from "@/lib/permissions/facts/attributes";
import type { Actor } from "@/lib/permissions/load-actor";
import { capabilities, scopeOf } from "@/lib/permissions/scope";
import { GRANT_ROLES, type GrantRole } from "./constants";

/** A place that a role is held over. */
export type GrantPlace = Readonly<{ code: string; name: string }>;

/** A partnership that a role is held over; `id` is its UUID. */
export type GrantPartnership = Readonly<{ id: string; name: string }>;

/** A partner that a role is held over. */
export type GrantPartner = Readonly<{ id: string; externalId: string | null; name: string }>;

/**
 * Who gave a role, as far as the reader may know: a person whom they may view by name, root (who alone gives every role
 * but the partner admin's), an admin whom they may not view, or nobody on record, as in a world file.
 */
export type GivenBy = Readonly<{ kind: "person"; name: string } | { kind: "root" | "admin" | "unknown" }>;

/** A role in force that the reader may know of. */
export type KnownGrant = Readonly<{
  grantId: string;
  role: GrantRole;
  places: readonly GrantPlace[];
  partnerships: readonly GrantPartnership[];
  partner: GrantPartner | null;
  /** False where it gives nothing yet, because its area or its partnership is missing. */
  complete: boolean;
  /** An instant, ISO in UTC. */
  grantedAt: string;
  givenBy: GivenBy;
  /** The last day, as `YYYY-MM-DD`; null without an end. */
  endsOn: string | null;
}>;

/** Whether the actor may know every role of this person, those that ended too: their own, and anybody's for whoever gives the roles of the portal. */
export function knowsAllRoles(actor: Actor, userId: string): boolean {
  return actor.userId === userId || givesRolesOfPortal(actor);
}

function givesRolesOfPortal(actor: Actor): boolean {
  return capabilities(actor, "system", ["remove_role"], {}).remove_role;
}

/**
 * The condition that this actor may know of a role of `role_grants` beside its row of `partners` (left joined): their own,
 * one on a partner in sight, and every one for whoever gives the roles of the portal. The others are only ever counted.
 * Source: domains/places.md section 5.
 */
export function knownGrant(actor: Actor): SQL {
  if (givesRolesOfPortal(actor)) return sql`true`;
  return sql`(${roleGrants.userId} = ${actor.userId}
    or (${roleGrants.role} = 'partner_admin' and (${scopeOf(actor, "partner", "view")})))`;
}

/** The condition that a row of `role_grants` gives something: an area role has a place, a partnership role a partnership as well. */
export function completeGrant(): SQL {
  const hasPlace = sql`exists (select 1 from ${roleGrantNeighbourhoods} where ${roleGrantNeighbourhoods.grantId} = ${roleGrants.id})`;
  const hasPartnership = sql`exists (select 1 from ${roleGrantPartnerships} where ${roleGrantPartnerships.grantId} = ${roleGrants.id})`;
  return sql`case ${roleGrants.role} when 'neighbourhood_admin' then ${hasPlace}
    when 'partnership_admin' then ${hasPlace} and ${hasPartnership} else true end`;
}

/** A column beside `role_grants`: a number to sort roles by, the widest first. */
export function roleRank(): SQL {
  return sql`array_position(array[${sql.raw(GRANT_ROLES.map((role) => `'${role}'`).join(", "))}], ${roleGrants.role})`;
}

/** A person's roles in force: those that the actor may know, the widest first, and how many others there are. One statement. */
export async function readGrants(
  tx: Transaction,
  actor: Actor,
  userId: string,
): Promise<{ grants: KnownGrant[]; unseenGrants: number }> {
  const rows = await tx.execute<GrantRow & { known: boolean }>(sql`
    select (${knownGrant(actor)}) as "known", ${grantColumns(actor)}
    from ${roleGrants} left join ${partners} on ${partners.id} = ${roleGrants.partnerId}
    where ${roleGrants.userId} = ${userId}::uuid and ${inForce()}
    order by ${roleRank()}, ${partners.name}, ${roleGrants.grantedAt}, ${roleGrants.id}`);
  const known = rows.filter((row) => row.known);
  return { grants: known.map(({ known: _, ...row }) => grantOf(row)), unseenGrants: rows.length - known.length };
}

async function findGrant(tx: Transaction, actor: Actor, grantId: string): Promise<HeldGrant | null> {
  const [row] = await tx.execute<GrantRow & Holder>(sql`
    select ${users.id} as "userId", ${users.email} as "email", ${users.name} as "holder", ${grantColumns(actor)}
    from ${roleGrants} inner join ${users} on ${users.id} = ${roleGrants.userId}
      left join ${partners} on ${partners.id} = ${roleGrants.partnerId}
    where ${roleGrants.id} = ${grantId}::uuid and ${inForce()} and (${scopeOf(actor, "user", "view")}) and (${knownGrant(actor)})`);
  if (row === undefined) return null;
  const { userId, email, holder, ...grant } = row;
  return { ...grantOf(grant), userId, email, holder };
}

/**
 * The role with this id, if it is in force, the actor may know of it and may view its holder; with everything locked that
 * it hangs on until the transaction ends: its partner first, then its holder, and for root the question who is root. Read
 * again once all of it is held; null also where it ended meanwhile.
 */
export async function lockGrant(tx: Transaction, actor: Actor, grantId: string): Promise<HeldGrant | null> {
  const found = await findGrant(tx, actor, grantId);
  if (found === null) return null;
  if (found.partner !== null) {
    await tx.select({ id: partners.id }).from(partners).where(eq(partners.id, found.partner.id)).for("no key update");
  }
  await lockUser(tx, actor, found.userId);
  if (found.role === "root") await lockRoots(tx);
  return findGrant(tx, actor, grantId);
}

type Holder = { userId: string; email: string; holder: string };

/** A role with whose it is. */
export type HeldGrant = KnownGrant & Readonly<Holder>;

type GrantRow = Omit<KnownGrant, "givenBy"> & { giver: string | null; recorded: boolean };

function grantOf({ giver, recorded, ...row }: GrantRow): KnownGrant {
  const unnamed = { kind: row.role === "partner_admin" ? ("admin" as const) : ("root" as const) };
  const givenBy: GivenBy = giver !== null ? { kind: "person", name: giver } : recorded ? unnamed : { kind: "unknown" };
  return { ...row, givenBy };
}

/** The columns of a `GrantRow` beside `role_grants` and its row of `partners`. */
function grantColumns(actor: Actor): SQL {
  return sql`${roleGrants.id} as "grantId", ${roleGrants.role} as "role", ${placesColumn()} as "places", ${partnershipsColumn()} as "partnerships",
    case when ${partners.id} is not null then
      json_build_object('id', ${partners.id}, 'externalId', ${partners.externalId}, 'name', ${partners.name}) end as "partner",
    ${completeGrant()} as "complete",
    ${instantColumn(roleGrants.grantedAt)} as "grantedAt",
    (select ${users.name} from ${users} where ${users.id} = ${roleGrants.grantedBy} and (${scopeOf(actor, "user", "view")})) as "giver",
    ${roleGrants.grantedBy} is not null as "recorded", ${roleGrants.endsOn}::text as "endsOn"`;
}

function placesColumn(): SQL {
  return sql`(select coalesce(json_agg(json_build_object('code', ${neighbourhoods.code}, 'name', ${neighbourhoods.name})
      order by ${neighbourhoods.name}, ${neighbourhoods.id}), '[]')
    from ${roleGrantNeighbourhoods} inner join ${neighbourhoods} on ${neighbourhoods.id} = ${roleGrantNeighbourhoods.neighbourhoodId}
    where ${roleGrantNeighbourhoods.grantId} = ${roleGrants.id})`;
}

function partnershipsColumn(): SQL {
  return sql`(select coalesce(json_agg(json_build_object('id', ${tags.id}, 'name', ${tags.name}) order by ${tags.name}, ${tags.id}), '[]')
    from ${roleGrantPartnerships} inner join ${tags} on ${tags.id} = ${roleGrantPartnerships.tagId}
    where ${roleGrantPartnerships.grantId} = ${roleGrants.id})`;
}

import "server-only";
import { inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { roleGrantNeighbourhoods, roleGrantPartnerships, roleGrants } from "@/db/schema/grants";
import { userDeactivations, users } from "@/db/schema/people";
import { neighbourhoods, partners, tags } from "@/db/schema/places";
import type { Role } from "./catalogue";
import type { Subject } from "./engine/specialise";
import { inForce } from "./facts/attributes";
import { byKey } from "./facts/records";

/** One role in force, with what it is held over by name, who gave it and when. */
export interface Grant {
  readonly id: string;
  readonly role: Role;
  readonly places: readonly { readonly number: number; readonly code: string; readonly name: string }[];
  readonly partnerships: readonly { readonly number: number; readonly name: string }[];
  readonly partner: { readonly id: string; readonly name: string } | null;
  readonly grantedAt: Date;
  /** The name of the person who gave it; null where that is not known. */
  readonly grantedBy: string | null;
  /** The last day, as `YYYY-MM-DD`; null for a grant without an end. */
  readonly endsOn: string | null;
}

/** Who acts: an account with every grant in force, read from the database for this request and never from a session. */
export interface Actor {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly deactivated: boolean;
  readonly grants: readonly Grant[];
}

/** Accounts by e-mail address (normalised) or UUID, each with its grants, in two statements for any number; unknown keys are absent. */
export async function loadActors(tx: Transaction, keys: readonly string[]): Promise<readonly Actor[]> {
  if (keys.length === 0) {
    return [];
  }
  const people = await tx
    .select({
      userId: users.id,
      email: users.email,
      name: users.name,
      // A join and not a subquery: in a statement over one table Drizzle drops the table names inside selected SQL.
      deactivated: sql<boolean>`${userDeactivations.id} is not null`,
    })
    .from(users)
    .leftJoin(
      userDeactivations,
      sql`${userDeactivations.userId} = ${users.id} and ${userDeactivations.reactivatedAt} is null`,
    )
    .where(byKey(users.email, users.id, keys));
  const grants =
    people.length === 0
      ? []
      : await grantsOf(
          tx,
          people.map(({ userId }) => userId),
        );
  return people.map((person) => ({
    ...person,
    grants: grants.filter(({ userId }) => userId === person.userId).map(({ userId: _, ...grant }) => grant),
  }));
}

/** The account of one person, or null where there is none. */
export async function loadActor(tx: Transaction, key: { userId: string } | { email: string }): Promise<Actor | null> {
  const [actor] = await loadActors(tx, ["userId" in key ? key.userId : key.email]);
  return actor ?? null;
}

/** The actor in the shape that the engine reads. */
export function subjectOf(actor: Actor): Subject {
  return {
    userId: actor.userId,
    grants: actor.grants.map(({ id, role, places, partnerships, partner }) => ({
      id,
      role,
      area: places.map(({ number }) => number),
      partnerships: partnerships.map(({ number }) => number),
      partnerId: partner?.id ?? null,
    })),
  };
}

async function grantsOf(tx: Transaction, userIds: readonly string[]): Promise<(Grant & { userId: string })[]> {
  const rows = await tx
    .select({
      id: roleGrants.id,
      userId: roleGrants.userId,
      role: roleGrants.role,
      grantedAt: roleGrants.grantedAt,
      endsOn: roleGrants.endsOn,
      grantedBy: sql<
        string | null
      >`(select granter.name from users granter where granter.id = ${roleGrants.grantedBy})`,
      partnerName: partners.name,
      partnerId: roleGrants.partnerId,
      places: sql<
        Grant["places"]
      >`coalesce((select json_agg(json_build_object('number', ${neighbourhoods.number}, 'code', ${neighbourhoods.code}, 'name', ${neighbourhoods.name}) order by ${neighbourhoods.name})
        from ${roleGrantNeighbourhoods} inner join ${neighbourhoods} on ${neighbourhoods.id} = ${roleGrantNeighbourhoods.neighbourhoodId}
        where ${roleGrantNeighbourhoods.grantId} = ${roleGrants.id}), '[]')`,
      partnerships: sql<
        Grant["partnerships"]
      >`coalesce((select json_agg(json_build_object('number', ${tags.number}, 'name', ${tags.name}) order by ${tags.name})
        from ${roleGrantPartnerships} inner join ${tags} on ${tags.id} = ${roleGrantPartnerships.tagId}
        where ${roleGrantPartnerships.grantId} = ${roleGrants.id}), '[]')`,
    })
    .from(roleGrants)
    .leftJoin(partners, sql`${partners.id} = ${roleGrants.partnerId}`)
    .where(sql`${inArray(roleGrants.userId, [...userIds])} and ${inForce()}`)
    .orderBy(roleGrants.grantedAt, roleGrants.id);
  return rows.map(({ partnerId, partnerName, ...row }) => ({
    ...row,
    partner: partnerId === null ? null : { id: partnerId, name: partnerName ?? "" },
  }));
}

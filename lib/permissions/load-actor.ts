import "server-only";
import { type SQL, sql } from "drizzle-orm";
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

/**
 * Accounts by e-mail address (normalised) or UUID, each with its grants, the oldest first, in one statement for any number;
 * unknown keys are absent.
 * @param within a condition on `users`: others are absent as well.
 */
export async function loadActors(
  tx: Transaction,
  keys: readonly string[],
  within: SQL = sql`true`,
): Promise<readonly Actor[]> {
  if (keys.length === 0) return [];
  const rows = await tx.execute<Omit<Actor, "grants"> & { grants: LoadedGrant[] }>(sql`
    select ${users.id} as "userId", ${users.email} as "email", ${users.name} as "name",
      exists (select 1 from ${userDeactivations}
        where ${userDeactivations.userId} = ${users.id} and ${userDeactivations.reactivatedAt} is null) as "deactivated",
      ${grantsColumn()} as "grants"
    from ${users} where ${byKey(users.email, users.id, keys)} and (${within})`);
  return rows.map(({ grants, ...person }) => ({
    ...person,
    grants: grants.map((grant) => ({ ...grant, grantedAt: new Date(grant.grantedAt) })),
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

/** A grant as JSON brings it. */
type LoadedGrant = Omit<Grant, "grantedAt"> & { grantedAt: string };

/** The grants in force of the row of `users`. */
function grantsColumn(): SQL {
  const grant = sql`json_build_object('id', ${roleGrants.id}, 'role', ${roleGrants.role}, 'grantedAt', ${roleGrants.grantedAt},
    'endsOn', ${roleGrants.endsOn},
    'grantedBy', (select granter.name from users granter where granter.id = ${roleGrants.grantedBy}),
    'partner', case when ${roleGrants.partnerId} is not null then json_build_object('id', ${partners.id}, 'name', ${partners.name}) end,
    'places', coalesce((select json_agg(json_build_object('number', ${neighbourhoods.number}, 'code', ${neighbourhoods.code}, 'name', ${neighbourhoods.name}) order by ${neighbourhoods.name})
      from ${roleGrantNeighbourhoods} inner join ${neighbourhoods} on ${neighbourhoods.id} = ${roleGrantNeighbourhoods.neighbourhoodId}
      where ${roleGrantNeighbourhoods.grantId} = ${roleGrants.id}), '[]'),
    'partnerships', coalesce((select json_agg(json_build_object('number', ${tags.number}, 'name', ${tags.name}) order by ${tags.name})
      from ${roleGrantPartnerships} inner join ${tags} on ${tags.id} = ${roleGrantPartnerships.tagId}
      where ${roleGrantPartnerships.grantId} = ${roleGrants.id}), '[]'))`;
  return sql`coalesce((select json_agg(${grant} order by ${roleGrants.grantedAt}, ${roleGrants.id})
    from ${roleGrants} left join ${partners} on ${partners.id} = ${roleGrants.partnerId}
    where ${roleGrants.userId} = ${users.id} and ${inForce()}), '[]')`;
}

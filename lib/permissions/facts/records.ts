import "server-only";
import { type inArray, or, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { roleGrantNeighbourhoods, roleGrantPartnerships, roleGrants } from "@/db/schema/grants";
import { userDeactivations, users } from "@/db/schema/people";
import { neighbourhoods, partnerAddresses, partnerServiceAreas, partners, partnerTags, tags } from "@/db/schema/places";
import { isUuid } from "@/lib/platform/ids";
import type { Role } from "../catalogue";
import type { PlacePath } from "../engine/attributes";
import { inForce, type PartnerFacts, type TagFacts } from "./attributes";

/** A neighbourhood as decisions need it. `inUse`: something lies below it, or a partner or a grant names it. */
export interface NeighbourhoodRecord {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly number: number;
  readonly path: PlacePath;
  readonly inUse: boolean;
}

/** A tag as decisions need it. */
export interface TagRecord extends TagFacts {
  readonly id: string;
  readonly externalId: string | null;
  readonly name: string;
}

/** A partner as decisions need it: what rules ask, and what a proposed change is worked out from. */
export interface PartnerRecord extends PartnerFacts {
  readonly externalId: string | null;
  readonly name: string;
  readonly addressPlace: number | null;
  readonly serviceAreas: readonly number[];
  readonly tagNumbers: readonly number[];
  readonly categoryCount: number;
  /** Ids of the people who administer it, deactivated ones included. */
  readonly adminIds: readonly string[];
}

/** A role that somebody holds, in the shape that role changes are judged by. */
export interface HeldRole {
  readonly role: Role;
  readonly partnerId: string | null;
  readonly neighbourhoodIds: readonly string[];
  readonly tagIds: readonly string[];
}

/** A person as decisions need it; the partners that this person administers are joined on by the ledger. */
export interface UserRecord {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly deactivated: boolean;
  readonly roles: readonly HeldRole[];
}

/** Neighbourhoods by code or UUID. */
export async function findNeighbourhoods(tx: Transaction, keys: readonly string[]): Promise<NeighbourhoodRecord[]> {
  const used = sql<boolean>`(exists (select 1 from neighbourhoods below where below.parent_id = ${neighbourhoods.id})
    or exists (select 1 from ${partnerAddresses} where ${partnerAddresses.neighbourhoodId} = ${neighbourhoods.id})
    or exists (select 1 from ${partnerServiceAreas} where ${partnerServiceAreas.neighbourhoodId} = ${neighbourhoods.id})
    or exists (select 1 from ${roleGrantNeighbourhoods} where ${roleGrantNeighbourhoods.neighbourhoodId} = ${neighbourhoods.id}))`;
  const { rows } = await select(
    tx,
    sql`select ${neighbourhoods.id} as id, ${neighbourhoods.code} as code, ${neighbourhoods.name} as name,
      ${neighbourhoods.number} as number, ${neighbourhoods.path} as path, ${used} as "inUse"
      from ${neighbourhoods} where ${byKey(neighbourhoods.code, neighbourhoods.id, keys)}`,
  );
  return rows as unknown as NeighbourhoodRecord[];
}

/** Tags by external id or UUID. */
export async function findTags(tx: Transaction, keys: readonly string[]): Promise<TagRecord[]> {
  return tx
    .select({ id: tags.id, externalId: tags.externalId, name: tags.name, number: tags.number, kind: tags.kind })
    .from(tags)
    .where(byKey(tags.externalId, tags.id, keys));
}

/** Partners by external id or UUID, each with everything that decisions need, in one statement. */
export async function findPartners(tx: Transaction, keys: readonly string[]): Promise<PartnerRecord[]> {
  const { rows } = await select(
    tx,
    sql`select ${partners.id} as id, ${partners.externalId} as "externalId", ${partners.name} as name,
      ${partners.partnershipIds} as partnerships, ${partners.tagIds} as "tagNumbers",
      coalesce((select json_agg(${neighbourhoods.path}) from ${neighbourhoods} where ${neighbourhoods.number} = any(${partners.placeIds})), '[]') as places,
      (select ${neighbourhoods.number} from ${partnerAddresses} inner join ${neighbourhoods} on ${neighbourhoods.id} = ${partnerAddresses.neighbourhoodId}
        where ${partnerAddresses.partnerId} = ${partners.id}) as "addressPlace",
      array(select ${neighbourhoods.number} from ${partnerServiceAreas} inner join ${neighbourhoods} on ${neighbourhoods.id} = ${partnerServiceAreas.neighbourhoodId}
        where ${partnerServiceAreas.partnerId} = ${partners.id}) as "serviceAreas",
      (select count(*)::integer from ${partnerTags} inner join ${tags} on ${tags.id} = ${partnerTags.tagId}
        where ${partnerTags.partnerId} = ${partners.id} and ${tags.kind} = 'category') as "categoryCount",
      array(select ${roleGrants.userId} from ${roleGrants}
        where ${roleGrants.partnerId} = ${partners.id} and ${roleGrants.role} = 'partner_admin' and ${inForce()}) as "adminIds"
      from ${partners} where ${byKey(partners.externalId, partners.id, keys)}`,
  );
  return rows as unknown as PartnerRecord[];
}

/** People by e-mail address (already normalised) or UUID, with the roles they hold. */
export async function findUsers(tx: Transaction, keys: readonly string[]): Promise<UserRecord[]> {
  const { rows } = await select(
    tx,
    sql`select ${users.id} as id, ${users.email} as email, ${users.name} as name,
      exists (select 1 from ${userDeactivations} where ${userDeactivations.userId} = ${users.id} and ${userDeactivations.reactivatedAt} is null) as deactivated,
      coalesce((select json_agg(json_build_object(
          'role', ${roleGrants.role}, 'partnerId', ${roleGrants.partnerId},
          'neighbourhoodIds', array(select ${roleGrantNeighbourhoods.neighbourhoodId} from ${roleGrantNeighbourhoods} where ${roleGrantNeighbourhoods.grantId} = ${roleGrants.id}),
          'tagIds', array(select ${roleGrantPartnerships.tagId} from ${roleGrantPartnerships} where ${roleGrantPartnerships.grantId} = ${roleGrants.id})))
        from ${roleGrants} where ${roleGrants.userId} = ${users.id} and ${inForce()}), '[]') as roles
      from ${users} where ${byKey(users.email, users.id, keys)}`,
  );
  return rows as unknown as UserRecord[];
}

/** Ids of the people who hold root without a last day and can use it: those of whom one must stay. Source: docs/adr/0013. */
export async function findLastingRoots(tx: Transaction): Promise<string[]> {
  const rows = await tx
    .select({ userId: roleGrants.userId })
    .from(roleGrants)
    .where(
      sql`${roleGrants.role} = 'root' and ${roleGrants.endedAt} is null and ${roleGrants.endsOn} is null and not exists (select 1 from ${userDeactivations}
        where ${userDeactivations.userId} = ${roleGrants.userId} and ${userDeactivations.reactivatedAt} is null)`,
    );
  return rows.map(({ userId }) => userId);
}

type Column = Parameters<typeof inArray>[0];

/** The condition that a row has one of the keys, as natural key or as UUID; nothing at all where there are no keys. */
export function byKey(natural: Column, id: Column, keys: readonly string[]): SQL {
  // Other systems may send any text, and one that no column can hold is nobody's key.
  const storable = keys.filter((key) => !key.includes("\0"));
  if (storable.length === 0) {
    return sql`false`;
  }
  const uuids = storable.filter(isUuid);
  const named = sql`${natural} = any(${arrayLiteral(storable)}::text[])`;
  return uuids.length === 0 ? named : (or(named, sql`${id} = any(${arrayLiteral(uuids)}::uuid[])`) ?? sql`false`);
}

// One parameter for all keys, because a statement takes 65,535 and a batch may name more records.
function arrayLiteral(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
}

async function select(tx: Transaction, query: SQL): Promise<{ rows: readonly Record<string, unknown>[] }> {
  return { rows: [...(await tx.execute(query))] };
}

import "server-only";
import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { roleGrantNeighbourhoods, roleGrantPartnerships, roleGrants } from "@/db/schema/grants";
import { neighbourhoods, tags } from "@/db/schema/places";
import type { ActionAudit } from "@/lib/permissions/action";
import { inForce } from "@/lib/permissions/facts/attributes";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { GrantRole } from "./constants";

/** A place with the UUID that rows name it by. */
export type PlaceRow = Readonly<{ id: string; code: string; name: string }>;

/** What a role is held over and until when. */
export type GrantTerms = Readonly<{
  role: GrantRole;
  places: readonly PlaceRow[];
  partnerships: readonly Readonly<{ id: string; name: string }>[];
  partner: Readonly<{ id: string; name: string }> | null;
  endsOn: string | null;
}>;

/** A role that is to be given. `grantedBy`: null where no person gives it, as by a command. */
export type NewGrant = GrantTerms & Readonly<{ userId: string; grantedBy: string | null }>;

/** What became of a giving. `held`: the person had exactly that already, and nothing was written. */
export type GivenGrant = Readonly<{
  kind: "given" | "extended" | "held";
  before: GrantTerms | null;
  after: GrantTerms;
  /** Roles whose last day was past and that stood in the way: closed as of that day. */
  lapsed: readonly GrantTerms[];
}>;

/**
 * Gives a role to a person whose row the transaction has locked. Neighbourhoods join the one area role that the person
 * holds; every partnership role stands alone; any other role is held once. Where it is held already a last day that is
 * given becomes its own, and none leaves it as it is. Source: domains/places.md section 2.
 */
export async function giveGrant(tx: Transaction, grant: NewGrant): Promise<GivenGrant> {
  const open = await readOpenGrants(tx, grant);
  const lapsed = open.filter(({ inForce }) => !inForce);
  for (const { grantId } of lapsed) await closeLapsed(tx, grantId);
  const { userId: _userId, grantedBy: _grantedBy, ...after } = grant;
  const trace = { lapsed: lapsed.map(termsOf) };
  const same = open.find((held) => held.inForce && (grant.role !== "partnership_admin" || isOver(held, grant)));
  if (same === undefined) {
    await insertGrant(tx, grant);
    return { kind: "given", before: null, after, ...trace };
  }
  const added = grant.places.filter(({ id }) => !same.places.some((place) => place.id === id));
  const endsOn = grant.endsOn ?? same.endsOn;
  const before = termsOf(same);
  if (added.length === 0 && endsOn === same.endsOn) return { kind: "held", before, after: before, ...trace };
  await insertPlaces(tx, same.grantId, added);
  if (endsOn !== same.endsOn) await tx.update(roleGrants).set({ endsOn }).where(eq(roleGrants.id, same.grantId));
  return { kind: "extended", before, after: { ...before, places: [...same.places, ...added], endsOn }, ...trace };
}

/** Ends a role as of now. False where it had ended already. */
export async function endGrant(tx: Transaction, grantId: string, endedBy: string): Promise<boolean> {
  const ended = await tx
    .update(roleGrants)
    .set({ endedAt: now(), endedBy })
    .where(and(eq(roleGrants.id, grantId), inForce()))
    .returning({ id: roleGrants.id });
  return ended.length > 0;
}

/** Takes a place, by its code, out of an area role that is held over others as well. False where it was not in it. */
export async function removeGrantPlace(tx: Transaction, grantId: string, code: string): Promise<boolean> {
  const place = tx.select({ id: neighbourhoods.id }).from(neighbourhoods).where(eq(neighbourhoods.code, code));
  const removed = await tx
    .delete(roleGrantNeighbourhoods)
    .where(
      and(eq(roleGrantNeighbourhoods.grantId, grantId), eq(roleGrantNeighbourhoods.neighbourhoodId, sql`(${place})`)),
    )
    .returning({ grantId: roleGrantNeighbourhoods.grantId });
  return removed.length > 0;
}

/** The terms as the trail keeps them: places by code and name, so that they can be read later. */
function traceOfGrant({ role, places, partnerships, partner, endsOn }: TracedTerms): Record<string, unknown> {
  return {
    role,
    ...(places.length === 0 ? {} : { neighbourhoods: places.map(({ code, name }) => ({ code, name })) }),
    ...(partnerships.length === 0 ? {} : { partnerships: partnerships.map(({ id, name }) => ({ id, name })) }),
    ...(partner === null ? {} : { partner: partner.id, partnerName: partner.name }),
    ...(endsOn === null ? {} : { endsOn }),
  };
}

type Holder = Readonly<{ userId: string; name: string }>;
type RoleAudit = ActionAudit & Readonly<{ action: string }>;

/** What a giving leaves in the trail: first the roles that it closed because their last day was past. */
export function auditOfGiving(person: Holder, given: GivenGrant): RoleAudit[] {
  const lapsed = given.lapsed.flatMap((before) => auditOfGrant("role.end", person, { before, after: null }));
  if (given.kind === "held") return lapsed;
  return [...lapsed, ...auditOfGrant(given.kind === "given" ? "role.grant" : "role.change", person, given)];
}

/**
 * What a change of somebody's role leaves in the trail: with the person, and for a partner admin with the partner as well,
 * whose history is where its other admins look.
 */
export function auditOfGrant(
  action: "role.grant" | "role.change" | "role.end",
  person: Holder,
  { before, after }: Readonly<{ before: TracedTerms | null; after: TracedTerms | null }>,
): RoleAudit[] {
  const change = <T>(of: (terms: TracedTerms) => T) => ({
    ...(before === null ? {} : { before: of(before) }),
    ...(after === null ? {} : { after: of(after) }),
  });
  const partner = (after ?? before)?.partner ?? null;
  const own = { action, resourceType: "user", resourceId: person.userId, ...change(traceOfGrant) };
  if (partner === null) return [own];
  const admin = ({ endsOn }: TracedTerms) => ({ admin: { ...person, ...(endsOn === null ? {} : { endsOn }) } });
  return [own, { action, resourceType: "partner", resourceId: partner.id, ...change(admin) }];
}

type TracedTerms = Omit<GrantTerms, "places"> & Readonly<{ places: readonly Omit<PlaceRow, "id">[] }>;
type OpenGrant = GrantTerms & { grantId: string; inForce: boolean };

/** The person's grants of this role (and on this partner) that nobody has ended, locked; also those whose last day is past. */
async function readOpenGrants(tx: Transaction, { userId, role, partner }: NewGrant): Promise<OpenGrant[]> {
  const rows = await tx.execute<OpenGrant>(sql`
    select ${roleGrants.id} as "grantId", ${roleGrants.role} as "role", ${roleGrants.endsOn}::text as "endsOn", ${inForce()} as "inForce",
      ${named(roleGrantNeighbourhoods.grantId, sql`'id', ${neighbourhoods.id}, 'code', ${neighbourhoods.code}, 'name', ${neighbourhoods.name}`, sql`${roleGrantNeighbourhoods} inner join ${neighbourhoods} on ${neighbourhoods.id} = ${roleGrantNeighbourhoods.neighbourhoodId}`)} as "places",
      ${named(roleGrantPartnerships.grantId, sql`'id', ${tags.id}, 'name', ${tags.name}`, sql`${roleGrantPartnerships} inner join ${tags} on ${tags.id} = ${roleGrantPartnerships.tagId}`)} as "partnerships"
    from ${roleGrants}
    where ${roleGrants.userId} = ${userId}::uuid and ${roleGrants.role} = ${role} and ${isNull(roleGrants.endedAt)}
      and ${roleGrants.partnerId} is not distinct from ${partner?.id ?? null}::uuid
    order by ${roleGrants.id} for update of role_grants`);
  return rows.map((row) => ({ ...row, partner }));
}

function named(
  grantId: typeof roleGrantNeighbourhoods.grantId | typeof roleGrantPartnerships.grantId,
  object: SQL,
  from: SQL,
): SQL {
  return sql`(select coalesce(json_agg(json_build_object(${object})), '[]') from ${from} where ${grantId} = ${roleGrants.id})`;
}

function termsOf({ role, places, partnerships, partner, endsOn }: OpenGrant): GrantTerms {
  return { role, places, partnerships, partner, endsOn };
}

function isOver(held: GrantTerms, wanted: GrantTerms): boolean {
  const keyOf = ({ places, partnerships }: GrantTerms) =>
    [places, partnerships]
      .map((list) =>
        list
          .map(({ id }) => id)
          .sort()
          .join(" "),
      )
      .join("|");
  return keyOf(held) === keyOf(wanted);
}

/** A grant whose last day is past still holds the place of the one grant a person may have. */
async function closeLapsed(tx: Transaction, grantId: string): Promise<void> {
  const endedAt = sql`(${roleGrants.endsOn} + 1)::timestamp at time zone 'UTC'`;
  await tx.update(roleGrants).set({ endedAt }).where(eq(roleGrants.id, grantId));
}

async function insertGrant(tx: Transaction, grant: NewGrant): Promise<void> {
  const { userId, role, partner, grantedBy, endsOn } = grant;
  const id = newId();
  await tx
    .insert(roleGrants)
    .values({ id, userId, role, partnerId: partner?.id ?? null, grantedBy, grantedAt: now(), endsOn });
  await insertPlaces(tx, id, grant.places);
  if (grant.partnerships.length > 0) {
    await tx.insert(roleGrantPartnerships).values(grant.partnerships.map((tag) => ({ grantId: id, tagId: tag.id })));
  }
}

async function insertPlaces(tx: Transaction, grantId: string, places: readonly PlaceRow[]): Promise<void> {
  if (places.length === 0) return;
  await tx
    .insert(roleGrantNeighbourhoods)
    .values(places.map((place) => ({ grantId, neighbourhoodId: place.id })))
    .onConflictDoNothing();
}

import "server-only";
import { sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { numberList } from "@/db/number-list";
import { roleGrantNeighbourhoods, roleGrants } from "@/db/schema/grants";
import { users } from "@/db/schema/people";
import { neighbourhoods, partners, tags } from "@/db/schema/places";
import { isDeactivated } from "@/lib/people/user-filters/queries";
import type { Role } from "@/lib/permissions/catalogue";
import { decide, specialiseFor } from "@/lib/permissions/decide";
import { inForce } from "@/lib/permissions/facts/attributes";
import { findPartners, type PartnerRecord } from "@/lib/permissions/facts/records";
import { type Actor, type Grant, loadActors } from "@/lib/permissions/load-actor";
import { readableTag } from "@/lib/permissions/readable-tags";
import type { Reason } from "@/lib/permissions/reasons";
import { capabilities, scopeOf } from "@/lib/permissions/scope";
import { ROLES_BY_CLOSENESS } from "./constants";

/** A grant that opens a record to somebody whom the actor may view. One person may have several. */
export type AccessGrant = {
  grantId: string;
  userId: string;
  name: string;
  email: string;
  role: Role;
  /** What it is held over, in words, as far as it concerns the record: never a place elsewhere, never a partnership that the actor may not read. */
  scope: string;
  since: Date;
  /** The last day, as `YYYY-MM-DD`; null for a grant without an end. */
  endsOn: string | null;
};

/** The people behind a record. */
export type PeopleWithAccess = {
  /** Why the actor may not know this; null where they may. Both lists are empty otherwise. */
  refusal: readonly Reason[] | null;
  /** Those whom the actor may view, the closest to the record first. */
  people: AccessGrant[];
  /** Everybody else with access, each counted once, under the role closest to the record. */
  others: { role: Role; count: number }[];
};

/** The record that is asked about, by UUID or external id. */
type AccessTarget = { type: "partner"; id: string };

/**
 * Everybody whose grants in force open the record to them, as the engine judges each: SQL finds who might, and asks
 * nothing about why. Deactivated accounts have no access. Null where the record is out of the actor's sight. Three
 * statements, however many people there are.
 */
export async function listPeopleWithAccess(actor: Actor, target: AccessTarget): Promise<PeopleWithAccess | null> {
  return readTransaction(async (tx) => {
    const found = await findPartners(tx, [target.id]);
    const record = found.find(({ externalId }) => externalId === target.id) ?? found[0];
    if (record === undefined) return null;
    const { view, view_access: allowed } = capabilities(actor, "partner", ["view", "view_access"], record);
    if (!view) return null;
    if (!allowed) {
      const resource = { type: target.type, id: record.id };
      const { reasons } = await decide(tx, { actor, action: "view_access", resource });
      return { refusal: reasons, people: [], others: [] };
    }
    const candidates = await findCandidates(tx, actor, record);
    const readable = new Set(candidates.flatMap(({ readablePartnerships }) => readablePartnerships));
    const viewable = new Set(candidates.flatMap(({ id, mayView }) => (mayView ? [id] : [])));
    const everybody = await loadActors(
      tx,
      candidates.map(({ id }) => id),
    );
    const opened = everybody.flatMap((person) => {
      const grants = openingGrants(person, record);
      return grants.length === 0 ? [] : [{ person, grants }];
    });
    return {
      refusal: null,
      people: opened
        .filter(({ person }) => viewable.has(person.userId))
        .flatMap(({ person, grants }) => grants.map((grant) => describe(person, grant, record, readable)))
        .toSorted(byCloseness),
      others: countRoles(opened.filter(({ person }) => !viewable.has(person.userId)).map(({ grants }) => grants)),
    };
  });
}

type Candidate = { id: string; mayView: boolean; readablePartnerships: number[] };

/** People with a grant in force that could reach the partner: over the portal, over it, or over a place that it lies in. */
async function findCandidates(tx: Transaction, actor: Actor, record: PartnerRecord): Promise<Candidate[]> {
  const found = await tx.execute<Candidate>(sql`
    select ${users.id} as "id", (${scopeOf(actor, "user", "view")}) as "mayView",
      array(select ${tags.number} from ${tags} join ${partners} on ${tags.number} = any(${partners.partnershipIds})
        where ${partners.id} = ${record.id}::uuid and ${readableTag(actor)}) as "readablePartnerships"
    from ${users}
    where not ${isDeactivated()}
      and ${users.id} in (
        select ${roleGrants.userId} from ${roleGrants} where ${inForce()} and (
          ${roleGrants.role} = 'root' or ${roleGrants.partnerId} = ${record.id}::uuid
          or exists (select 1 from ${roleGrantNeighbourhoods}
            join ${neighbourhoods} on ${neighbourhoods.id} = ${roleGrantNeighbourhoods.neighbourhoodId}
            where ${roleGrantNeighbourhoods.grantId} = ${roleGrants.id} and ${neighbourhoods.number} = any(${numberList([...new Set(record.places.flat())])}))))`);
  return [...found];
}

/** The grants by which the engine lets this person see the record; none where it does not. */
function openingGrants(person: Actor, record: PartnerRecord): Grant[] {
  if (!capabilities(person, "partner", ["view"], record).view) return [];
  const { allows } = specialiseFor(person).view("partner", "view");
  const opening = new Set(allows.flatMap(({ grant, holds }) => (grant !== null && holds(record) ? [grant.id] : [])));
  return person.grants.filter(({ id }) => opening.has(id));
}

function describe(person: Actor, grant: Grant, record: PartnerRecord, readable: ReadonlySet<number>): AccessGrant {
  const { userId, name, email } = person;
  const { id: grantId, role, grantedAt: since, endsOn } = grant;
  return { grantId, userId, name, email, role, scope: scopeInWords(grant, record, readable), since, endsOn };
}

const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });

function scopeInWords(grant: Grant, record: PartnerRecord, readable: ReadonlySet<number>): string {
  if (grant.role === "root") return "The whole portal";
  if (grant.role === "partner_admin") return "This partner";
  const reached = new Set(record.places.flat());
  const area = conjunction.format(grant.places.filter(({ number }) => reached.has(number)).map(({ name }) => name));
  if (grant.role === "neighbourhood_admin") return area;
  const shared = grant.partnerships.filter(({ number }) => record.partnerships.includes(number));
  const named = shared.filter(({ number }) => readable.has(number)).map(({ name }) => name);
  const unnamed = shared.length - named.length;
  const rest = unnamed === 0 ? [] : [unnamed === 1 ? "another partnership" : `${unnamed} other partnerships`];
  return `${area} for ${conjunction.format(named.length === 0 && unnamed === 1 ? ["a partnership"] : [...named, ...rest])}`;
}

function byCloseness(a: AccessGrant, b: AccessGrant): number {
  const closeness = ROLES_BY_CLOSENESS.indexOf(a.role) - ROLES_BY_CLOSENESS.indexOf(b.role);
  return closeness || a.name.localeCompare(b.name, "en-GB") || a.since.getTime() - b.since.getTime();
}

function countRoles(people: readonly (readonly Grant[])[]): PeopleWithAccess["others"] {
  const closest = people.map((grants) =>
    ROLES_BY_CLOSENESS.find((role) => grants.some((grant) => grant.role === role)),
  );
  return ROLES_BY_CLOSENESS.map((role) => ({ role, count: closest.filter((found) => found === role).length })).filter(
    ({ count }) => count > 0,
  );
}

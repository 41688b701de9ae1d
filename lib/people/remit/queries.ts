import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { users } from "@/db/schema/people";
import { partners } from "@/db/schema/places";
import { decideGiving, type FoundProposal, findProposal } from "@/lib/people/grant-decisions/queries";
import {
  type GrantPartner,
  type GrantPartnership,
  type GrantPlace,
  type KnownGrant,
  knowsAllRoles,
  readGrants,
} from "@/lib/people/grants/queries";
import type { GrantProposal } from "@/lib/people/grants/schemas";
import type { ActionDecision } from "@/lib/permissions/action";
import { normaliseEmail } from "@/lib/permissions/facts/ledger";
import { type Actor, type Grant, loadActors } from "@/lib/permissions/load-actor";
import { scopeOf } from "@/lib/permissions/scope";
import { now } from "@/lib/platform/clock";

/** What a role lets its holder see now: partners, and people other than themselves. */
export type Opened = Readonly<{ partners: number; people: number }>;

/** A role that one holds, with what it opens by itself. */
export type OwnGrant = KnownGrant & Readonly<{ opens: Opened }>;

/** Every role that one holds, the widest first, and what all of them open together. */
export type OwnAccess = Readonly<{ grants: readonly OwnGrant[]; opens: Opened }>;

/** What the actor's own roles are, who gave each and when, and what it opens. Two statements, however many roles there are. */
export async function listMyAccess(actor: Actor): Promise<OwnAccess> {
  return readTransaction(async (tx) => {
    const { grants } = await readGrants(tx, actor, actor.userId);
    const alone = actor.grants.map((grant) => ({ ...actor, grants: [grant] }));
    const [whole = nothing, ...each] = await countOpened(tx, [actor, ...alone]);
    const opened = new Map(actor.grants.map(({ id }, index) => [id, each[index]]));
    return { grants: grants.map((grant) => ({ ...grant, opens: opened.get(grant.grantId) ?? nothing })), opens: whole };
  });
}

const nothing: Opened = { partners: 0, people: 0 };

async function countOpened(tx: Transaction, holders: readonly Actor[]): Promise<readonly Opened[]> {
  const counts = holders.map(
    (holder, index) => sql`select ${index}::int as "index", ${countPartners(seen(holder, "partner"))} as "partners",
      ${countPeople(holder, seen(holder, "user"))} as "people"`,
  );
  const rows = await tx.execute<Opened & { index: number }>(sql.join(counts, sql` union all `));
  const byIndex = rows.toSorted((a, b) => a.index - b.index);
  return byIndex.map(({ index: _, ...opened }) => opened);
}

function seen(holder: Actor, type: "partner" | "user"): SQL {
  return sql`(${scopeOf(holder, type, "view")})`;
}

function countPartners(where: SQL): SQL {
  return sql`(select count(*)::int from ${partners} where ${where})`;
}

function countPeople({ userId }: Actor, where: SQL): SQL {
  return sql`(select count(*)::int from ${users} where ${where} and ${users.id} <> ${userId}::uuid)`;
}

/** A role as it would be: what it is held over, and what it would open. */
export type GrantPreview = Readonly<{
  person: Readonly<{ userId: string; email: string; name: string; deactivated: boolean }>;
  role: GrantProposal["role"];
  places: readonly GrantPlace[];
  partnerships: readonly GrantPartnership[];
  partner: GrantPartner | null;
  endsOn: string | null;
  /** The role in force that this would be added to: the person's one area role, or the same role given already. */
  joins: Pick<Grant, "places" | "partner" | "endsOn"> | null;
  /** Whether the actor may give it, why or why not, and a sentence for each field that stands in the way. */
  allowed: boolean;
  reasons: ActionDecision["reasons"];
  fields: NonNullable<ActionDecision["fields"]>;
  /** What it would let the person see; null where it cannot be given. */
  opens: (Opened & Readonly<{ beyond: Opened | null }>) | null;
}>;

/**
 * What giving this role would do, without doing it; null where the actor sees no such person. `beyond` counts what the
 * person does not see by their other roles, for whoever may know all of these. Constant in the number of records.
 */
export async function describeGrant(actor: Actor, proposal: GrantProposal): Promise<GrantPreview | null> {
  return readTransaction(async (tx) => {
    const [person] = await loadActors(tx, [normaliseEmail(proposal.userId)], scopeOf(actor, "user", "view"));
    if (person === undefined) return null;
    const found = await findProposal(tx, actor, proposal, false);
    const { outcome, reasons, fields = {} } = await decideGiving(tx, actor, person, found);
    const allowed = outcome !== "deny";
    const { userId, email, name, deactivated } = person;
    return {
      person: { userId, email, name, deactivated },
      role: found.role,
      places: found.places.map(({ code, name }) => ({ code, name })).toSorted(byName),
      partnerships: found.partnerships.map(({ id, name }) => ({ id, name })),
      partner: found.partner,
      endsOn: found.endsOn,
      // Whoever may give a role knows of the one that it joins; nobody else is told that there is one.
      joins: (allowed && person.grants.find((grant) => isJoined(grant, found))) || null,
      allowed,
      reasons,
      fields,
      opens: allowed ? await whatItOpens(tx, actor, person, found) : null,
    };
  });
}

/** As the roles that are held already list their places. */
function byName(a: GrantPlace, b: GrantPlace): number {
  return a.name.localeCompare(b.name, "en-GB");
}

/** A role, or the one neighbourhood of it, that is to be taken from its holder. */
export type GrantLoss = Readonly<{ userId: string; grantId: string; neighbourhood: string | null }>;

/**
 * What the holder would not see any more if this role ended, or lost this neighbourhood (by code): what their other roles
 * open stays. Null where the actor may not know all of these, or there is no such role. Two statements.
 */
export async function describeLoss(
  actor: Actor,
  { userId, grantId, neighbourhood }: GrantLoss,
): Promise<Opened | null> {
  if (!knowsAllRoles(actor, userId)) return null;
  return readTransaction(async (tx) => {
    const [person] = await loadActors(tx, [userId]);
    const grant = person?.grants.find(({ id }) => id === grantId);
    if (person === undefined || grant === undefined) return null;
    const places = grant.places.filter(({ code }) => code !== neighbourhood);
    const others = person.grants.filter(({ id }) => id !== grantId);
    const before = { ...person, deactivated: false };
    const after = { ...before, grants: neighbourhood === null ? others : [...others, { ...grant, places }] };
    const lost = (type: "partner" | "user") => sql`${seen(before, type)} and not coalesce(${seen(after, type)}, false)`;
    const [row] = await tx.execute<Opened>(sql`select ${countPartners(lost("partner"))} as "partners",
      ${countPeople(person, lost("user"))} as "people"`);
    return row ?? nothing;
  });
}

/** Whether giving the proposal would not make a new role but add to this one. Source: domains/places.md section 2. */
function isJoined(grant: Grant, { role, partner, places, partnerships }: FoundProposal): boolean {
  if (grant.role !== role || (partner !== null && grant.partner?.id !== partner.id)) return false;
  if (role !== "partnership_admin") return true;
  const same = (held: readonly string[], wanted: readonly string[]) =>
    held.toSorted().join() === wanted.toSorted().join();
  return (
    same(
      grant.places.map(({ code }) => code),
      places.map(({ code }) => code),
    ) &&
    same(
      grant.partnerships.map(({ number }) => String(number)),
      partnerships.map(({ number }) => String(number)),
    )
  );
}

async function whatItOpens(
  tx: Transaction,
  actor: Actor,
  person: Actor,
  proposal: FoundProposal,
): Promise<NonNullable<GrantPreview["opens"]>> {
  // As if in use: what a deactivated account would see once it is back.
  const before = { ...person, deactivated: false };
  const alone = { ...before, grants: [grantAsIf(proposal)] };
  const knowsAll = knowsAllRoles(actor, person.userId);
  const beyond = (type: "partner" | "user") => sql`${seen(alone, type)} and not coalesce(${seen(before, type)}, false)`;
  const [row] = await tx.execute<Opened & { newPartners: number; newPeople: number }>(sql`
    select ${countPartners(seen(alone, "partner"))} as "partners", ${countPartners(beyond("partner"))} as "newPartners",
      ${countPeople(person, seen(alone, "user"))} as "people", ${countPeople(person, beyond("user"))} as "newPeople"`);
  const { partners: seenPartners = 0, people = 0, newPartners = 0, newPeople = 0 } = row ?? {};
  return { partners: seenPartners, people, beyond: knowsAll ? { partners: newPartners, people: newPeople } : null };
}

/** The proposal in the shape that the engine reads grants in. */
function grantAsIf({ role, places, partnerships, partner, endsOn }: FoundProposal): Grant {
  return {
    id: "proposed",
    role,
    places: places.map(({ number, code, name }) => ({ number, code, name })),
    partnerships: partnerships.map(({ number, name }) => ({ number, name })),
    partner: partner && { id: partner.id, name: partner.name },
    grantedAt: now(),
    grantedBy: null,
    endsOn,
  };
}

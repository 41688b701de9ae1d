import "server-only";
import { sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { roleGrants } from "@/db/schema/grants";
import { users } from "@/db/schema/people";
import { isWrong, partnerInSight } from "@/lib/people/grant-decisions/queries";
import { isUserInSight, lockAddressee, lockUser, type SavedUser } from "@/lib/people/user-changes/queries";
import { isDeactivated } from "@/lib/people/user-filters/queries";
import type { ActionDecision } from "@/lib/permissions/action";
import { type Ask, decide, decideMany } from "@/lib/permissions/decide";
import { inForce } from "@/lib/permissions/facts/attributes";
import { findPartners, type PartnerRecord } from "@/lib/permissions/facts/records";
import type { Actor } from "@/lib/permissions/load-actor";
import type { Reason } from "@/lib/permissions/reasons";
import { capabilities, scopeOf } from "@/lib/permissions/scope";

/** An admin of a partner whom the actor may view. */
export type PartnerAdmin = Readonly<{
  userId: string;
  email: string;
  name: string;
  deactivated: boolean;
  /** Whether this is the actor. */
  itself: boolean;
  /** The day on which the role was given, in UTC, as `YYYY-MM-DD`. */
  since: string;
  /** The last day, as `YYYY-MM-DD`; null without an end. */
  endsOn: string | null;
}>;

/** The admins of a partner, and what the actor may do about them; the reasons say why not. */
export type PartnerAdmins = Readonly<{
  admins: readonly PartnerAdmin[];
  /** How many others there are, whom the actor may not view. */
  unseenAdmins: number;
  add: Readonly<{ allowed: boolean; reasons: readonly Reason[] }>;
  remove: Readonly<{ allowed: boolean; reasons: readonly Reason[] }>;
}>;

/**
 * The admins of the partner with this UUID or external id, by name, or null where there is none within the actor's
 * remit. Two statements, however many there are; where something is refused, the reasons take up to four more.
 */
export async function listPartnerAdmins(actor: Actor, partnerId: string): Promise<PartnerAdmins | null> {
  const found = await readTransaction((tx) => findPartners(tx, [partnerId]));
  const partner = found.find(({ externalId }) => externalId === partnerId) ?? found[0];
  return partner === undefined ? null : listAdminsOf(actor, partner);
}

/** The same where the partner's facts are at hand, which saves the first statement. */
export async function listAdminsOf(actor: Actor, partner: PartnerRecord): Promise<PartnerAdmins | null> {
  if (!capabilities(actor, "partner", ["view"], partner).view) return null;
  return readTransaction(async (tx) => {
    const rows = await tx.execute<PartnerAdmin & { seen: boolean }>(sql`
      select ${users.id} as "userId", ${users.email} as "email", ${users.name} as "name",
        ${isDeactivated()} as "deactivated",
        ${users.id} = ${actor.userId}::uuid as "itself",
        (${roleGrants.grantedAt} at time zone 'UTC')::date::text as "since", ${roleGrants.endsOn}::text as "endsOn", (${scopeOf(actor, "user", "view")}) as "seen"
      from ${roleGrants} inner join ${users} on ${users.id} = ${roleGrants.userId}
      where ${roleGrants.partnerId} = ${partner.id}::uuid and ${roleGrants.role} = 'partner_admin' and ${inForce()}
      order by lower(${users.name}), ${users.id}`);
    const seen = rows.filter((row) => row.seen);
    const [add, remove] = await answersFor(tx, actor, partner);
    return {
      admins: seen.map(({ seen: _, ...admin }) => admin),
      unseenAdmins: rows.length - seen.length,
      add,
      remove,
    };
  });
}

/** Whether the actor may choose the partner's admins, judged by its facts; why not is asked of the database. */
async function answersFor(tx: Transaction, actor: Actor, partner: PartnerRecord) {
  const may = capabilities(actor, "partner", ["assign_role", "remove_role"], partner);
  const resource = { type: "partner", id: partner.id };
  const refused = (["assign_role", "remove_role"] as const).filter((action) => !may[action]);
  const decisions = await decideMany(
    tx,
    refused.map((action) => ({ actor, action, resource })),
  );
  const answer = (action: keyof typeof may) => ({
    allowed: may[action],
    reasons: may[action] ? [] : (decisions[refused.indexOf(action)]?.reasons ?? []),
  });
  return [answer("assign_role"), answer("remove_role")] as const;
}

/** A partner whose admins change: locked until the transaction ends. */
export type LockedPartner = Readonly<{ id: string; externalId: string | null; name: string; version: number }>;

/** A partner in sight with somebody who is to become its admin, or null where there is no such partner. */
export type ProposedAdmin = Readonly<{
  version: number;
  partner: LockedPartner;
  email: string;
  person: SavedUser | null;
}>;

/** The partner and the account with this address, both locked; whose account it is, and whether there is one, is not the caller's to tell. */
export async function lockForAdding(
  tx: Transaction,
  actor: Actor,
  { partnerId, email }: { partnerId: string; email: string },
): Promise<ProposedAdmin | null> {
  const [partner] = await partnerInSight(tx, actor, partnerId).for("no key update");
  return partner === undefined
    ? null
    : { version: partner.version, partner, email, person: await lockAddressee(tx, email) };
}

/** A partner in sight with one of its admins and that admin's role. */
export type LeavingAdmin = Readonly<{
  version: number;
  partner: LockedPartner;
  person: SavedUser;
  grantId: string;
  endsOn: string | null;
}>;

/** The partner, the person and their role there, locked; null where the actor sees no such partner or person, or the role is not held. */
export async function lockForRemoving(
  tx: Transaction,
  actor: Actor,
  { partnerId, userId }: { partnerId: string; userId: string },
): Promise<LeavingAdmin | null> {
  const [partner] = await partnerInSight(tx, actor, partnerId).for("no key update");
  const person = partner === undefined ? null : await lockUser(tx, actor, userId);
  if (partner === undefined || person === null) return null;
  const [grant] = await tx
    .select({ grantId: roleGrants.id, endsOn: roleGrants.endsOn })
    .from(roleGrants)
    .where(sql`${roleGrants.partnerId} = ${partner.id} and ${roleGrants.userId} = ${person.id} and ${inForce()}`);
  return grant === undefined ? null : { version: partner.version, partner, person, ...grant };
}

/**
 * Whether the person behind the address may become an admin of the partner by this actor's hand. Without an account in
 * use the answer is one sentence and whom to ask, the same for an unknown address and for a deactivated account that the
 * actor may not view; the look-up stays in the trail. Source: domains/places.md section 5.
 */
export async function decideAdding(
  tx: Transaction,
  actor: Actor,
  { partner, email, person }: ProposedAdmin,
): Promise<ActionDecision> {
  const resource = { type: "partner", id: partner.id };
  const properties = { user: email, role: "partner_admin" };
  const decision = await decide(tx, { actor, action: "assign_role", resource, properties });
  const unknown = person === null && decision.reasons.some(({ code }) => code === "needs_invitation");
  if (!unknown && (decision.outcome === "deny" || person?.deactivated !== true)) return decision;
  const known = person !== null && (await isUserInSight(tx, actor, person.id));
  const sentence = known
    ? `The account of ${person.name} is deactivated. Ask root to put it back into use.`
    : `There is no account with this address yet, and nobody can be invited from here yet. ${await whomToAsk(tx, { actor, action: "invite", resource })}`;
  const lookUp = { action: "user.look_up", resourceType: "partner", resourceId: partner.id, after: { email } };
  return { ...isWrong(decision, sentence, { email: sentence }), audit: [lookUp] };
}

/** Whether the actor sees this partner, as the transaction stands. One statement. */
export async function isPartnerInSight(tx: Transaction, actor: Actor, partnerId: string): Promise<boolean> {
  return (await partnerInSight(tx, actor, partnerId)).length > 0;
}

/** Nobody can make an account in the portal yet, so nothing is promised: those who will be able to invite turn to root, others to them too. */
async function whomToAsk(tx: Transaction, ask: Ask): Promise<string> {
  const { outcome } = await decide(tx, ask);
  return outcome === "allow" ? "Ask root." : "Ask the admins of your area, or root.";
}

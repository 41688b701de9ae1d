import "server-only";
import { and, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { roleGrants } from "@/db/schema/grants";
import { users } from "@/db/schema/people";
import { sites } from "@/db/schema/sites";
import { isWrong } from "@/lib/people/grant-decisions/queries";
import { isUserInSight, lockAddressee, lockUser, type SavedUser } from "@/lib/people/user-changes/queries";
import { isDeactivated } from "@/lib/people/user-filters/queries";
import type { ActionDecision } from "@/lib/permissions/action";
import { decide, decideMany } from "@/lib/permissions/decide";
import { inForce } from "@/lib/permissions/facts/attributes";
import { byKey } from "@/lib/permissions/facts/records";
import type { Actor } from "@/lib/permissions/load-actor";
import type { Reason } from "@/lib/permissions/reasons";
import { scopeOf } from "@/lib/permissions/scope";

/** An admin of a site whom the actor may view. */
export type SiteAdmin = Readonly<{
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

/** The admins of a site, and what the actor may do about them; the reasons say why not. */
export type SiteAdmins = Readonly<{
  site: Readonly<{ id: string; externalId: string | null; name: string }>;
  /** Why the actor may not know who has access; null where they may. Nobody is listed or counted otherwise. */
  refusal: readonly Reason[] | null;
  admins: readonly SiteAdmin[];
  /** How many others there are, whom the actor may not view. */
  unseenAdmins: number;
  add: Readonly<{ allowed: boolean; reasons: readonly Reason[] }>;
  remove: Readonly<{ allowed: boolean; reasons: readonly Reason[] }>;
}>;

/**
 * The admins of the site with this UUID or external id, by name, or null where there is none within the actor's remit. At
 * most five statements, however many there are.
 */
export async function listSiteAdmins(actor: Actor, key: string): Promise<SiteAdmins | null> {
  return readTransaction(async (tx) => {
    const [site] = await siteInSight(tx, actor, key);
    if (site === undefined) return null;
    const resource = { type: "site", id: site.id };
    const asks = (["view_access", "assign_role", "remove_role"] as const).map((action) => ({
      actor,
      action,
      resource,
    }));
    const [access, add, remove] = (await decideMany(tx, asks)).map(({ outcome, reasons }) => {
      // A question that names nobody makes no sense by itself, which is no want of rights.
      const allowed = outcome !== "deny" || reasons.every(({ code }) => code === "invalid");
      return { allowed, reasons: allowed ? [] : reasons };
    });
    if (access === undefined || add === undefined || remove === undefined) throw new Error("An answer is missing.");
    const { id, externalId, name } = site;
    const found = { site: { id, externalId, name }, add, remove };
    if (!access.allowed) return { ...found, refusal: access.reasons, admins: [], unseenAdmins: 0 };
    const rows = await readAdmins(tx, actor, id);
    const seen = rows.filter((row) => row.seen).map(({ seen: _, ...admin }) => admin);
    return { ...found, refusal: null, admins: seen, unseenAdmins: rows.length - seen.length };
  });
}

async function readAdmins(tx: Transaction, actor: Actor, siteId: string) {
  return tx.execute<SiteAdmin & { seen: boolean }>(sql`
    select ${users.id} as "userId", ${users.email} as "email", ${users.name} as "name", ${isDeactivated()} as "deactivated",
      ${users.id} = ${actor.userId}::uuid as "itself", (${roleGrants.grantedAt} at time zone 'UTC')::date::text as "since",
      ${roleGrants.endsOn}::text as "endsOn", (${scopeOf(actor, "user", "view")}) as "seen"
    from ${roleGrants} inner join ${users} on ${users.id} = ${roleGrants.userId}
    where ${roleGrants.siteId} = ${siteId}::uuid and ${roleGrants.role} = 'site_admin' and ${inForce()}
    order by lower(${users.name}), ${users.id}`);
}

/** A site whose admins change: locked until the transaction ends. */
export type LockedSite = Readonly<{ id: string; externalId: string | null; name: string; version: number }>;

/** A site in sight with somebody who is to become its admin. */
export type ProposedSiteAdmin = Readonly<{
  version: number;
  site: LockedSite;
  email: string;
  person: SavedUser | null;
}>;

/** The site and the account with this address, both locked; whose account it is, and whether there is one, is not the caller's to tell. */
export async function lockForAdding(
  tx: Transaction,
  actor: Actor,
  { siteId, email }: { siteId: string; email: string },
): Promise<ProposedSiteAdmin | null> {
  const [site] = await siteInSight(tx, actor, siteId).for("no key update");
  return site === undefined ? null : { version: site.version, site, email, person: await lockAddressee(tx, email) };
}

/** A site in sight with one of its admins and that admin's role. */
export type LeavingSiteAdmin = Readonly<{
  version: number;
  site: LockedSite;
  person: SavedUser;
  grantId: string;
  endsOn: string | null;
}>;

/** The site, the person and their role there, locked; null where the actor sees no such site or person, or the role is not held. */
export async function lockForRemoving(
  tx: Transaction,
  actor: Actor,
  { siteId, userId }: { siteId: string; userId: string },
): Promise<LeavingSiteAdmin | null> {
  const [site] = await siteInSight(tx, actor, siteId).for("no key update");
  const person = site === undefined ? null : await lockUser(tx, actor, userId);
  if (site === undefined || person === null) return null;
  const [grant] = await tx
    .select({ grantId: roleGrants.id, endsOn: roleGrants.endsOn })
    .from(roleGrants)
    .where(sql`${roleGrants.siteId} = ${site.id} and ${roleGrants.userId} = ${person.id} and ${inForce()}`);
  return grant === undefined ? null : { version: site.version, site, person, ...grant };
}

/** Selects the site with this external id or UUID, if the actor may view it. */
function siteInSight(tx: Transaction, actor: Actor, key: string) {
  return tx
    .select({ id: sites.id, externalId: sites.externalId, name: sites.name, version: sites.version })
    .from(sites)
    .where(and(byKey(sites.externalId, sites.id, [key]), scopeOf(actor, "site", "view")))
    .orderBy(sql`(${sites.externalId} = ${key.replaceAll("\u0000", "")}) desc nulls last`)
    .limit(1);
}

/**
 * Whether the person behind the address may become an admin of the site by this actor's hand. Without an account in use
 * the answer is one sentence, the same for an unknown address and for a deactivated account that the actor may not view;
 * the look-up stays in the trail. Source: domains/places.md section 5.
 */
export async function decideAdding(
  tx: Transaction,
  actor: Actor,
  { site, email, person }: ProposedSiteAdmin,
): Promise<ActionDecision> {
  const resource = { type: "site", id: site.id };
  const properties = { user: email, role: "site_admin" };
  const decision = await decide(tx, { actor, action: "assign_role", resource, properties });
  const unknown = person === null && decision.reasons.some(({ code }) => code === "needs_invitation");
  if (!unknown && (decision.outcome === "deny" || person?.deactivated !== true)) return decision;
  const known = person !== null && (await isUserInSight(tx, actor, person.id));
  const sentence = known
    ? `The account of ${person.name} is deactivated. Put it back into use first.`
    : "There is no account with this address yet, and nobody can be invited from here yet.";
  const lookUp = { action: "user.look_up", resourceType: "site", resourceId: site.id, after: { email } };
  return { ...isWrong(decision, sentence, { email: sentence }), audit: [lookUp] };
}

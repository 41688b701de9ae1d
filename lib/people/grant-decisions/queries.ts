import "server-only";
import { and, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { partners } from "@/db/schema/places";
import type { GrantRole } from "@/lib/people/grants/constants";
import type { GrantProposal } from "@/lib/people/grants/schemas";
import type { ActionDecision } from "@/lib/permissions/action";
import { portalId } from "@/lib/permissions/catalogue";
import { type Ask, type Decision, decideMany } from "@/lib/permissions/decide";
import {
  byKey,
  findNeighbourhoods,
  findTags,
  type NeighbourhoodRecord,
  type TagRecord,
} from "@/lib/permissions/facts/records";
import type { Actor } from "@/lib/permissions/load-actor";
import { bareReason } from "@/lib/permissions/reasons";
import { capabilities, scopeOf } from "@/lib/permissions/scope";
import { today } from "@/lib/platform/clock";

/** A role by what the policy is asked about: places by code, partnerships and the partner by UUID. */
export type AskedRole = Readonly<{
  role: GrantRole;
  places: readonly Readonly<{ code: string }>[];
  partnerships: readonly Readonly<{ id: string }>[];
  partner: Readonly<{ id: string }> | null;
  endsOn?: string | null;
}>;

/**
 * The questions whose answers together say whether the actor may give somebody this role, or end it: one for each place,
 * one for the partner, or one for the portal. Whoever has no say about areas, or a role that is held over nothing, is
 * asked about on the portal. Source: the action catalogue, uniform role actions.
 */
export function roleAsks(
  actor: Actor,
  action: "assign_role" | "remove_role",
  user: string,
  { role, places, partnerships, partner, endsOn }: AskedRole,
): Ask[] {
  const given = { user, role, ...(endsOn ? { endsOn } : {}) };
  const on = (type: string, id: string, more: object = {}): Ask => ({
    actor,
    action,
    resource: { type, id },
    properties: { ...given, ...more },
  });
  if (role === "root" || role === "support") return [on("system", portalId)];
  if (role === "partner_admin" && partner !== null) return [on("partner", partner.id)];
  const overAreas = capabilities(actor, "neighbourhood", [action], {})[action];
  if (role === "partner_admin" || !overAreas || places.length === 0) {
    return [{ actor, action, resource: { type: "system", id: portalId } }];
  }
  const held = role === "partnership_admin" ? partnerships.map(({ id }) => id) : [];
  return places.map(({ code }) => on("neighbourhood", code, held.length === 0 ? {} : { partnerships: held }));
}

/** Several answers as one: all must allow, and what any of them would take out of sight must be confirmed. */
export function together(decisions: readonly Decision[]): Decision {
  const [first] = decisions;
  if (first === undefined) throw new Error("Nothing was asked.");
  const denied = decisions.filter(({ outcome }) => outcome === "deny");
  const counted = denied.length > 0 ? denied : decisions;
  const reasons = counted.flatMap((decision) => decision.reasons);
  const disappearing = denied.length > 0 ? [] : decisions.flatMap((decision) => decision.disappearing);
  return {
    outcome: denied.length > 0 ? "deny" : disappearing.length > 0 ? "confirm" : "allow",
    reasons: [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()],
    disappearing: [...new Map(disappearing.map((record) => [`${record.type} ${record.id}`, record])).values()],
    policyHash: first.policyHash,
  };
}

/** What a proposed role is held over, found; `faults` has a sentence for each field that names what the actor cannot use. */
export type FoundProposal = Readonly<{
  role: GrantRole;
  places: readonly NeighbourhoodRecord[];
  partnerships: readonly TagRecord[];
  partner: Readonly<{ id: string; externalId: string | null; name: string }> | null;
  endsOn: string | null;
  faults: Readonly<Record<string, string>>;
}>;

/**
 * The records that a proposal names, in at most three statements. The partner is found through the actor's sight and,
 * with `lock`, held until the transaction ends. Places and tags are looked up whoever asks; what is said of them waits for
 * `decideGiving`, which tells only those who have a say.
 */
export async function findProposal(
  tx: Transaction,
  actor: Actor,
  proposal: GrantProposal,
  lock: boolean,
): Promise<FoundProposal> {
  const partner = proposal.partner === "" ? null : await findPartner(tx, actor, proposal.partner, lock);
  const places = proposal.neighbourhoods.length === 0 ? [] : await findNeighbourhoods(tx, proposal.neighbourhoods);
  const found = proposal.partnerships.length === 0 ? [] : await findTags(tx, proposal.partnerships);
  const partnerships = found.filter(({ kind }) => kind === "partnership");
  return {
    role: proposal.role,
    places,
    partnerships,
    partner,
    endsOn: proposal.endsOn,
    faults: {
      ...(isWhole(proposal.neighbourhoods, places, ({ code }) => code)
        ? {}
        : { neighbourhoods: "One of these neighbourhoods is not there any more. Choose again." }),
      ...(isWhole(proposal.partnerships, partnerships, ({ externalId }) => externalId)
        ? {}
        : { partnerships: "One of these is no partnership, or is not there any more. Choose again." }),
      ...(proposal.partner !== "" && partner === null
        ? { partner: "There is no such partner within your remit." }
        : {}),
      ...(proposal.endsOn !== null && proposal.endsOn < today() ? { endsOn: "Choose today or a later day." } : {}),
    },
  };
}

/** The policy's answer to giving this person this role; for whoever has a say, also what is wrong with the proposal itself. */
export async function decideGiving(
  tx: Transaction,
  actor: Actor,
  person: Readonly<{ email: string; deactivated: boolean }>,
  proposal: FoundProposal,
): Promise<ActionDecision> {
  const decision = together(await decideMany(tx, roleAsks(actor, "assign_role", person.email, proposal)));
  const fields = proposal.faults;
  // Without a partner there was no record to ask about: such a no tells nothing about rights, and the field says what is wrong.
  const nothingToAsk = proposal.role === "partner_admin" && proposal.partner === null;
  if (decision.outcome === "deny" && !nothingToAsk && !isInvalid(decision)) return decision;
  if (Object.keys(fields).length > 0) return isWrong(decision, "Some answers need another look.", fields);
  return person.deactivated && decision.outcome !== "deny"
    ? isWrong(decision, "This account is deactivated. It can be given a role once it is back in use.")
    : decision;
}

function isInvalid({ reasons }: Decision): boolean {
  return reasons.every(({ code }) => code === "invalid");
}

/** The same answer as a refusal of what was proposed, whoever proposed it. */
export function isWrong(decision: Decision, text: string, fields?: ActionDecision["fields"]): ActionDecision {
  return { ...decision, outcome: "deny", reasons: [bareReason("invalid", text)], disappearing: [], fields };
}

async function findPartner(
  tx: Transaction,
  actor: Actor,
  key: string,
  lock: boolean,
): Promise<FoundProposal["partner"]> {
  const inSight = partnerInSight(tx, actor, key);
  const [found] = lock ? await inSight.for("no key update") : await inSight;
  return found === undefined ? null : { id: found.id, externalId: found.externalId, name: found.name };
}

/** Selects the partner with this external id or UUID, if the actor may view it; whoever is about to change its admins locks it. */
export function partnerInSight(tx: Transaction, actor: Actor, key: string) {
  return (
    tx
      .select({ id: partners.id, externalId: partners.externalId, name: partners.name, version: partners.version })
      .from(partners)
      .where(and(byKey(partners.externalId, partners.id, [key]), scopeOf(actor, "partner", "view")))
      // A key that no column can hold is found by `byKey` to be nobody's, but must not reach the database here either.
      .orderBy(sql`(${partners.externalId} = ${key.replaceAll("\u0000", "")}) desc nulls last`)
      .limit(1)
  );
}

function isWhole<R extends { readonly id: string }>(
  keys: readonly string[],
  records: readonly R[],
  naturalKey: (record: R) => string | null,
): boolean {
  return keys.every((key) => records.some((record) => naturalKey(record) === key || record.id === key.toLowerCase()));
}

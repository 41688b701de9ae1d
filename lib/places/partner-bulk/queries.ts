import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { roleGrants } from "@/db/schema/grants";
import { users } from "@/db/schema/people";
import { partners, partnerTags, tags } from "@/db/schema/places";
import type { ActionDecision } from "@/lib/permissions/action";
import type { Decision } from "@/lib/permissions/decide";
import { inForce, type PartnerFacts } from "@/lib/permissions/facts/attributes";
import { byKey } from "@/lib/permissions/facts/records";
import type { Actor } from "@/lib/permissions/load-actor";
import { answerPart, listCondition, scopeOf } from "@/lib/permissions/scope";
import type { SavedPartner } from "@/lib/places/partner-changes/schemas";
import { isHidden } from "@/lib/places/partner-hidings/queries";
import { type ShownTag, shownTags, unseenTags } from "@/lib/places/partners/queries";
import { isUuid } from "@/lib/platform/ids";
import { BULK_ACTS, type BulkAct } from "./constants";
import type { BulkResult } from "./schemas";

/** A partner that an act is meant for, as the act finds it: every tag, also those that the actor may not read. */
export type LockedPartner = Pick<SavedPartner, "id" | "externalId" | "name" | "version" | "tags" | "hidden">;

/** The partners that were named, by name, and how many names stood for none within the actor's remit. */
export type LockedPartners = Readonly<{ partners: readonly LockedPartner[]; missing: number }>;

/**
 * The partners with these UUIDs or external ids that the actor may see, locked until the transaction ends, in the order in
 * which every writer locks them. Two statements, because only a second one sees what the lock has waited for.
 */
export async function lockPartners(tx: Transaction, actor: Actor, keys: readonly string[]): Promise<LockedPartners> {
  const seen = scopeOf(actor, "partner", "view");
  await tx.execute(
    sql`select 1 from ${partners} where ${named(keys)} and (${seen}) order by ${partners.id} for no key update`,
  );
  const found = await tx.execute<LockedPartner>(sql`
    select ${partners.id} as "id", ${partners.externalId} as "externalId", ${partners.name} as "name", ${partners.version} as "version",
      ${isHidden()} as "hidden",
      (select coalesce(json_agg(json_build_object('id', ${tags.id}, 'name', ${tags.name}, 'kind', ${tags.kind}) order by ${tags.kind} desc, ${tags.name}), '[]')
        from ${partnerTags} join ${tags} on ${tags.id} = ${partnerTags.tagId} where ${partnerTags.partnerId} = ${partners.id}) as "tags"
    from ${partners} where ${named(keys)} and (${seen}) order by lower(${partners.name}), ${partners.id}`);
  return { partners: [...found], missing: missingOf(keys, found) };
}

function named(keys: readonly string[]): SQL {
  return byKey(partners.externalId, partners.id, keys);
}

function missingOf(
  keys: readonly string[],
  found: readonly Readonly<{ id: string; externalId: string | null }>[],
): number {
  return keys.filter((key) => !found.some((partner) => isNamedBy(partner, key))).length;
}

/** Whether this key stands for the partner. */
export function isNamedBy(partner: Readonly<{ id: string; externalId: string | null }>, key: string): boolean {
  return partner.externalId === key || (isUuid(key) && partner.id === key.toLowerCase());
}

/** The policy's answer for one partner. `changes`: whether there is anything to do; `told`: what is said of it unless it is refused. */
export type Judged = Readonly<{ partner: LockedPartner; decision: Decision; changes: boolean; told: string }>;

/**
 * The answer to an act on many partners, each judged by itself: what is refused does not hold up the others, and where all
 * of it is refused, so is the whole, with a sentence for each by its UUID. What would leave the actor's sight is asked about
 * as one, before anything is done. Source: domains/places.md section 6.
 * @param vanishing the people who would leave the actor's sight by all that together.
 */
export async function wholeOf(
  judged: readonly Judged[],
  vanishing: (partnerIds: readonly string[]) => Promise<Decision["disappearing"]>,
): Promise<ActionDecision> {
  const [first] = judged;
  if (first === undefined) throw new Error("Nothing was asked.");
  const { policyHash } = first.decision;
  const able = judged.filter(({ decision }) => decision.outcome !== "deny");
  if (able.length === 0) {
    const fields = judged.map((row) => [row.partner.id, resultOf(row).text] as const);
    const reasons = distinct(
      judged.flatMap(({ decision }) => decision.reasons),
      (reason) => JSON.stringify(reason),
    );
    return { outcome: "deny", reasons, disappearing: [], policyHash, fields: Object.fromEntries(fields) };
  }
  const asking = able.filter(({ decision, changes }) => changes && decision.outcome === "confirm");
  const each = asking.flatMap(({ decision }) => decision.disappearing);
  const together = asking.length < 2 ? [] : await vanishing(asking.map(({ partner }) => partner.id));
  return {
    outcome: asking.length === 0 ? "allow" : "confirm",
    reasons: distinct(
      (asking.length === 0 ? able : asking).flatMap(({ decision }) => decision.reasons),
      JSON.stringify,
    ),
    disappearing: distinct([...each, ...together], ({ type, id }) => `${type} ${id}`),
    policyHash,
  };
}

function distinct<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item] as const)).values()];
}

/** The partners that the act changes. */
export function doneOf(judged: readonly Judged[]): LockedPartner[] {
  return judged.filter(({ decision, changes }) => changes && decision.outcome !== "deny").map(({ partner }) => partner);
}

/** What is said of one partner once the act is done. */
export function resultOf({ partner, decision, changes, told }: Judged): BulkResult {
  const { id: partnerId, name } = partner;
  if (decision.outcome !== "deny") return { partnerId, name, outcome: changes ? "done" : "kept", text: told };
  const text = distinct(
    decision.reasons.map((reason) => reason.text),
    (sentence) => sentence,
  ).join(" ");
  return { partnerId, name, outcome: "refused", text };
}

/** What a confirmation is bound to: each partner in its version, in one order. */
export function versionsOf(locked: readonly LockedPartner[]): readonly string[] {
  return locked.map(({ id, version }) => `${id} ${version}`).toSorted();
}

/**
 * The admins of these partners whom the actor would not see any more once all of the partners are out of sight: one by one
 * each of them may still be seen through another. One statement.
 */
export async function adminsLost(
  tx: Transaction,
  actor: Actor,
  partnerIds: readonly string[],
): Promise<Decision["disappearing"]> {
  const ids = sql`array(select json_array_elements_text(${JSON.stringify(partnerIds)}::text::json)::uuid)`;
  // The name of the table then stands for the partners that stay, in the actor's scope as well.
  const found = await tx.execute<{ type: string; id: string; name: string }>(sql`
    with admins as materialized (
      select distinct ${roleGrants.userId} as id from ${roleGrants}
      where ${roleGrants.partnerId} = any(${ids}) and ${roleGrants.role} = 'partner_admin' and ${inForce()}),
    partners as materialized (
      select stays.* from partners stays where stays.id <> all(${ids})
        and stays.id in (select held.partner_id from role_grants held join admins on admins.id = held.user_id))
    select 'user' as "type", ${users.email} as "id", ${users.name} as "name"
    from ${users} where ${users.id} in (select id from admins) and not (${scopeOf(actor, "user", "view")})
    order by ${users.name}, ${users.id}`);
  return [...found];
}

/** A partner that was chosen in the list, as the page shows it that asks what to do with it. */
export type ChosenPartner = {
  id: string;
  externalId: string | null;
  name: string;
  hidden: boolean;
  tags: ShownTag[];
  unseenTags: number;
};

/** The partners with these UUIDs or external ids that the actor may see, by name, and how many keys stand for none. One statement. */
export async function listChosen(
  actor: Actor,
  keys: readonly string[],
): Promise<{ partners: ChosenPartner[]; missing: number }> {
  return readTransaction(async (tx) => {
    const found = await tx.execute<ChosenPartner>(sql`
      select ${partners.id} as "id", ${partners.externalId} as "externalId", ${partners.name} as "name", ${isHidden()} as "hidden",
        ${shownTags(actor)} as "tags", ${unseenTags(actor)} as "unseenTags"
      from ${partners} where ${named(keys)} and (${scopeOf(actor, "partner", "view")})
      order by lower(${partners.name}), ${partners.id}`);
    return { partners: [...found], missing: missingOf(keys, found) };
  });
}

/** What the engine calls each act. */
const ENGINE_ACTS: Readonly<Record<BulkAct, string>> = {
  "add-tag": "update",
  "remove-tag": "update",
  hide: "hide",
  "add-admin": "assign_role",
};

/** What the actor may do to several partners at once, as far as there is any partner that they may do it to. Asks nothing of the database. */
export function bulkActsOf(actor: Actor): BulkAct[] {
  return BULK_ACTS.filter((act) => listCondition(actor, "partner", ENGINE_ACTS[act]).rows !== "none");
}

/** Why the actor may do that to no partner, in words. */
export function reasonsAgainstBulk(actor: Actor, act: BulkAct): { code: string; text: string; via: null }[] {
  const facts: PartnerFacts = { id: "", places: [], partnerships: [] };
  const { reason } = answerPart(actor, "partner", { action: ENGINE_ACTS[act], facts, fallback: "no_grant" });
  return reason === null ? [] : [{ code: "no_grant", text: reason, via: null }];
}

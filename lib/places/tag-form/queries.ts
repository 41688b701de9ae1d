import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { roleGrantNeighbourhoods, roleGrantPartnerships, roleGrants } from "@/db/schema/grants";
import { users } from "@/db/schema/people";
import { neighbourhoods, partners, partnerTags, tags } from "@/db/schema/places";
import { sitePartnerships, sites } from "@/db/schema/sites";
import type { GrantTerms } from "@/lib/people/grants/mutations";
import { newId } from "@/lib/permissions/catalogue";
import { type Decision, decide } from "@/lib/permissions/decide";
import { inForce } from "@/lib/permissions/facts/attributes";
import type { Actor } from "@/lib/permissions/load-actor";
import { isPublished } from "@/lib/places/site-changes/queries";
import { readSavedTag } from "@/lib/places/tag-changes/queries";
import type { SavedTag } from "@/lib/places/tag-changes/schemas";

/** Whether the actor may make tags at all. */
export async function decideNewTag(actor: Actor): Promise<Decision> {
  return readTransaction((tx) => decide(tx, { actor, action: "create", resource: { type: "tag", id: newId } }));
}

/**
 * The tag with this external id or UUID for its edit form; null where the actor may see none such, and `tag` null where the
 * decision is no.
 */
export async function getTagForEdit(
  actor: Actor,
  key: string,
): Promise<{ decision: Decision; tag: SavedTag | null } | null> {
  return readTransaction(async (tx) => {
    const saved = await readSavedTag(tx, actor, key);
    if (saved === null) return null;
    const decision = await decide(tx, { actor, action: "update", resource: { type: "tag", id: saved.id } });
    return { decision, tag: decision.outcome === "deny" ? null : saved };
  });
}

/** What goes with a tag: partners that carry it, roles in force that lose it and those left without any partnership, sites that it narrows and those that nothing would narrow any more. `blocking`: those of the last that are published, which keep it from being deleted. */
export type TagUses = Readonly<Record<"partners" | "grants" | "emptied" | "sites" | "widened" | "blocking", number>>;

/** A tag that would be deleted, with what goes with it. */
export type TagDeletion = Readonly<{ tag: SavedTag; uses: TagUses }>;

/**
 * The tag that would be deleted; null where the actor may see none such, and `deletion` null for those who may not delete
 * tags. Whoever may sees every partner, role and site there is.
 */
export async function getTagDeletion(
  actor: Actor,
  key: string,
): Promise<{ decision: Decision; deletion: TagDeletion | null } | null> {
  return readTransaction(async (tx) => {
    const tag = await readSavedTag(tx, actor, key);
    if (tag === null) return null;
    const decision = await decide(tx, { actor, action: "delete", resource: { type: "tag", id: tag.id } });
    if (decision.outcome === "deny") return { decision, deletion: null };
    return { decision, deletion: { tag, uses: await usesOf(tx, tag) } };
  });
}

async function usesOf(tx: Transaction, { id, number }: SavedTag): Promise<TagUses> {
  const held = sql`${roleGrantPartnerships} join ${roleGrants} on ${roleGrants.id} = ${roleGrantPartnerships.grantId}
    where ${roleGrantPartnerships.tagId} = ${id}::uuid and ${inForce()}`;
  const otherOf = (table: SQL, own: SQL, owner: SQL) =>
    sql`exists (select 1 from ${table} other where other.${own} = ${owner} and other.tag_id <> ${id}::uuid)`;
  const narrowed = sql`${sitePartnerships} join ${sites} on ${sites.id} = ${sitePartnerships.siteId} where ${sitePartnerships.tagId} = ${id}::uuid`;
  const widened = sql`${narrowed} and not ${otherOf(sql`site_partnerships`, sql`site_id`, sql`${sites.id}`)}`;
  const [uses] = await tx.execute<TagUses>(sql`
    select (select count(*)::int from ${partners} where ${partners.tagIds} && array[${number}::integer]) as "partners",
      (select count(*)::int from ${held}) as "grants",
      (select count(*)::int from ${held} and not ${otherOf(sql`role_grant_partnerships`, sql`grant_id`, sql`${roleGrants.id}`)}) as "emptied",
      (select count(*)::int from ${narrowed}) as "sites",
      (select count(*)::int from ${widened}) as "widened",
      (select count(*)::int from ${widened} and ${isPublished()}) as "blocking"`);
  return uses ?? { partners: 0, grants: 0, emptied: 0, sites: 0, widened: 0, blocking: 0 };
}

/** A site that a tag narrows, with all its partnerships by name. */
export type NarrowedSite = Readonly<{
  id: string;
  name: string;
  published: boolean;
  partnerships: readonly Readonly<{ id: string; name: string }>[];
}>;

/**
 * The sites that a tag narrows, by name, locked until the transaction ends: none is published or narrowed otherwise meanwhile.
 * Two statements, because only a second one sees what the lock has waited for.
 */
export async function lockNarrowedSites(tx: Transaction, tagId: string): Promise<readonly NarrowedSite[]> {
  const narrowed = sql`${sites.id} in (select ${sitePartnerships.siteId} from ${sitePartnerships} where ${sitePartnerships.tagId} = ${tagId}::uuid)`;
  await tx.execute(sql`select 1 from ${sites} where ${narrowed} order by ${sites.id} for update`);
  return tx.execute<NarrowedSite>(sql`
    select ${sites.id} as "id", ${sites.name} as "name", ${isPublished()} as "published",
      (select json_agg(json_build_object('id', ${tags.id}, 'name', ${tags.name}) order by ${tags.name}, ${tags.id})
        from ${sitePartnerships} join ${tags} on ${tags.id} = ${sitePartnerships.tagId}
        where ${sitePartnerships.siteId} = ${sites.id}) as "partnerships"
    from ${sites} where ${narrowed} order by ${sites.name}, ${sites.id}`);
}

/** A role in force that is held over a tag, and by whom. */
export type HeldOverTag = Readonly<{ userId: string; name: string }> &
  Pick<GrantTerms, "places" | "partnerships" | "endsOn">;

/** What a tag hangs on as its deletion finds it, for the trail: afterwards nobody could tell. */
export type TagTrace = Readonly<{
  partners: readonly Readonly<{ id: string; name: string }>[];
  grants: readonly HeldOverTag[];
}>;

/** The partners and roles that lose the tag when it goes. One statement. */
export async function readTagTrace(tx: Transaction, tagId: string): Promise<TagTrace> {
  const listed = (object: SQL, order: SQL, from: SQL) =>
    sql`(select coalesce(json_agg(${object} order by ${order}), '[]') from ${from})`;
  const named = (id: SQL, name: SQL) => sql`json_build_object('id', ${id}, 'name', ${name})`;
  const id = sql`${tagId}::uuid`;
  const places = listed(
    sql`json_build_object('id', ${neighbourhoods.id}, 'code', ${neighbourhoods.code}, 'name', ${neighbourhoods.name})`,
    sql`${neighbourhoods.name}`,
    sql`${roleGrantNeighbourhoods} join ${neighbourhoods} on ${neighbourhoods.id} = ${roleGrantNeighbourhoods.neighbourhoodId}
      where ${roleGrantNeighbourhoods.grantId} = ${roleGrants.id}`,
  );
  const partnerships = listed(
    named(sql`${tags.id}`, sql`${tags.name}`),
    sql`${tags.name}`,
    sql`role_grant_partnerships held join ${tags} on ${tags.id} = held.tag_id where held.grant_id = ${roleGrants.id}`,
  );
  const grants = listed(
    sql`json_build_object('userId', ${users.id}, 'name', ${users.name}, 'endsOn', ${roleGrants.endsOn}::text, 'places', ${places},
      'partnerships', ${partnerships})`,
    sql`${roleGrants.id}`,
    sql`${roleGrantPartnerships} join ${roleGrants} on ${roleGrants.id} = ${roleGrantPartnerships.grantId}
      join ${users} on ${users.id} = ${roleGrants.userId} where ${roleGrantPartnerships.tagId} = ${id} and ${inForce()}`,
  );
  const carriers = sql`${partnerTags} join ${partners} on ${partners.id} = ${partnerTags.partnerId} where ${partnerTags.tagId} = ${id}`;
  const [trace] = await tx.execute<TagTrace>(sql`
    select ${listed(named(sql`${partners.id}`, sql`${partners.name}`), sql`${partners.name}`, carriers)} as "partners",
      ${grants} as "grants"`);
  return trace ?? { partners: [], grants: [] };
}

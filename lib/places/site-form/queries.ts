import "server-only";
import { sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { roleGrants } from "@/db/schema/grants";
import { users } from "@/db/schema/people";
import { tags } from "@/db/schema/places";
import { newId } from "@/lib/permissions/catalogue";
import { type Decision, decide } from "@/lib/permissions/decide";
import { inForce } from "@/lib/permissions/facts/attributes";
import type { Actor } from "@/lib/permissions/load-actor";
import { siteParts } from "@/lib/permissions/policies/site";
import { answerPart, scopeOf } from "@/lib/permissions/scope";
import { factsOf, readSite } from "../site-changes/queries";
import type { SavedSite, SitePlace } from "../site-changes/schemas";
import { countShown, type ShownCounts } from "../site-content/queries";
import type { SiteValues } from "./schemas";

/** A partnership as the form offers it; `id` is what the form posts. */
export type ChoosablePartnership = Readonly<{ id: string; name: string }>;

/** Whether a part of the form is this actor's to change; the reason why not, in words. */
export type Changeable = Readonly<{ mayChange: boolean; reason: string | null }>;

/** Everything that the edit form of one site needs. All that "may" was judged by the engine. */
export type SiteForm = Readonly<{
  site: Readonly<{ id: string; externalId: string | null; name: string }>;
  /** What a save names, so that a change made meanwhile is noticed. */
  version: number;
  /** The present value of each text; blank where there is none. */
  values: SiteValues;
  places: readonly SitePlace[];
  partnerships: readonly ChoosablePartnership[];
  /** Partnerships that could be added; none for whoever may not. */
  addable: readonly ChoosablePartnership[];
  /** Slug and domain; neighbourhoods; partnerships. */
  address: Changeable;
  neighbourhoods: Changeable;
  tags: Changeable;
  /** The site as it was looked at, for a conflict that a save may meet. */
  loaded: Readonly<{ values: SiteValues; facts: Readonly<Record<string, string>> }>;
}>;

/** The edit form of a site, judged for this actor; null where the site is out of sight, `form` null where the decision is no. */
export async function getSiteForEdit(
  actor: Actor,
  key: string,
): Promise<{ decision: Decision; form: SiteForm | null } | null> {
  return readTransaction(async (tx) => {
    const saved = await readSite(tx, actor, key);
    if (saved === null) return null;
    const decision = await decide(tx, { actor, action: "update", resource: { type: "site", id: saved.id } });
    return { decision, form: decision.outcome === "deny" ? null : await formOf(tx, actor, saved) };
  });
}

async function formOf(tx: Transaction, actor: Actor, saved: SavedSite): Promise<SiteForm> {
  const { id, externalId, name, version, values, places } = saved;
  const part = (action: string, fallback: "field_not_yours" | "tag_not_yours"): Changeable => {
    const { allowed, reason } = answerPart(actor, "site", { action, facts: { id }, fallback });
    return { mayChange: allowed, reason };
  };
  const tagPart = part(siteParts.partnership, "tag_not_yours");
  const offered = tagPart.mayChange ? await readPartnerships(tx, actor) : [];
  const carried = saved.tags.map((tag) => ({ id: tag.externalId ?? tag.id, name: tag.name }));
  return {
    site: { id, externalId, name },
    version,
    values,
    places,
    partnerships: carried,
    addable: offered.filter((tag) => !carried.some((own) => own.id === tag.id)),
    address: part(siteParts.address, "field_not_yours"),
    neighbourhoods: part(siteParts.neighbourhood, "field_not_yours"),
    tags: tagPart,
    loaded: { values, facts: factsOf(saved) },
  };
}

async function readPartnerships(tx: Transaction, actor: Actor): Promise<readonly ChoosablePartnership[]> {
  const rows = await tx.execute<ChoosablePartnership>(sql`
    select coalesce(${tags.externalId}, ${tags.id}::text) as "id", ${tags.name} as "name" from ${tags}
    where ${tags.kind} = 'partnership' and (${scopeOf(actor, "tag", "view")}) order by lower(${tags.name}), ${tags.id}`);
  return [...rows];
}

/** Whether this actor may make sites, and if so the partnerships to choose from. */
export async function getNewSiteForm(
  actor: Actor,
): Promise<{ decision: Decision; form: Pick<SiteForm, "addable"> | null }> {
  return readTransaction(async (tx) => {
    const decision = await decide(tx, { actor, action: "create", resource: { type: "site", id: newId } });
    if (decision.outcome === "deny") return { decision, form: null };
    return { decision, form: { addable: await readPartnerships(tx, actor) } };
  });
}

/** What goes with a deleted site: its admins by name as far as the actor may view them, and what the public no longer finds. */
export type SiteDeletion = Readonly<{
  site: Readonly<{ id: string; externalId: string | null; name: string; slug: string }>;
  version: number;
  published: boolean;
  admins: readonly string[];
  unseenAdmins: number;
  shown: ShownCounts;
}>;

/** The site that would be deleted, with what goes with it; null where the actor may see none such, `deletion` null where they may not delete it. */
export async function getSiteDeletion(
  actor: Actor,
  key: string,
): Promise<{ decision: Decision; deletion: SiteDeletion | null } | null> {
  return readTransaction(async (tx) => {
    const saved = await readSite(tx, actor, key);
    if (saved === null) return null;
    const decision = await decide(tx, { actor, action: "delete", resource: { type: "site", id: saved.id } });
    if (decision.outcome === "deny") return { decision, deletion: null };
    const { id, externalId, name, version, published, values } = saved;
    const people = await tx.execute<{ name: string; seen: boolean }>(sql`
      select ${users.name} as "name", (${scopeOf(actor, "user", "view")}) as "seen"
      from ${roleGrants} inner join ${users} on ${users.id} = ${roleGrants.userId}
      where ${roleGrants.siteId} = ${id}::uuid and ${inForce()} order by lower(${users.name}), ${users.id}`);
    const seen = people.filter((person) => person.seen).map((person) => person.name);
    const site = { id, externalId, name, slug: values.slug };
    const unseenAdmins = people.length - seen.length;
    return {
      decision,
      deletion: { site, version, published, admins: seen, unseenAdmins, shown: await countShown(tx, id) },
    };
  });
}

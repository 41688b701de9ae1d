import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { instantColumn } from "@/db/instant-column";
import { neighbourhoods, tags } from "@/db/schema/places";
import { siteNeighbourhoods, sitePartnerships, sitePublications, sites } from "@/db/schema/sites";
import { lastEditor } from "@/lib/people/last-editors/queries";
import type { ActionDecision } from "@/lib/permissions/action";
import { decide } from "@/lib/permissions/decide";
import { byKey } from "@/lib/permissions/facts/records";
import type { Actor } from "@/lib/permissions/load-actor";
import { siteParts } from "@/lib/permissions/policies/site";
import { answerPart, scopeOf } from "@/lib/permissions/scope";
import { Refusal, type StaleRecord } from "@/lib/platform/errors";
import type { SiteListField, SiteTextField } from "../sites/constants";
import { lockSiteAddresses } from "../sites/mutations";
import type { NamedRecords, SavedSite, SiteChange, SiteFaults, SitePlace, SiteTag } from "./schemas";

/**
 * The site with this external id or UUID, locked until the transaction ends, or null where there is none that the actor
 * may see. Two statements, because only a second one sees what the lock has waited for.
 */
export async function lockSite(tx: Transaction, actor: Actor, key: string): Promise<SavedSite | null> {
  const [locked] = await tx.execute<{ id: string }>(sql`
    select ${sites.id} as "id" from ${sites} ${whereKeyedInSight(actor, key)} for update of sites`);
  return locked === undefined ? null : readSite(tx, actor, locked.id);
}

/** How a select from `sites` ends that gives the one with this external id or UUID, or none where the actor may not see it. */
export function whereKeyedInSight(actor: Actor, key: string): SQL {
  // PostgreSQL holds no zero byte in a text and would raise an error for it; no site has an empty external id.
  const named = key.includes("\u0000") ? "" : key;
  return sql`where ${byKey(sites.externalId, sites.id, [named])} and (${scopeOf(actor, "site", "view")})
    order by (${sites.externalId} = ${named}) desc nulls last limit 1`;
}

/** The site as a save finds it, unlocked; null where there is none that the actor may see. One statement. */
export async function readSite(tx: Transaction, actor: Actor, key: string): Promise<SavedSite | null> {
  const [row] = await tx.execute<Omit<SavedSite, "values"> & { texts: Record<SiteTextField, string | null> }>(sql`
    select ${sites.id} as "id", ${sites.externalId} as "externalId", ${sites.name} as "name", ${sites.version} as "version",
      ${instantColumn(sites.updatedAt, ".MS")} as "updatedAt", ${isPublished()} as "published",
      json_build_object('name', ${sites.name}, 'placeName', ${sites.placeName}, 'tagline', ${sites.tagline},
        'heroText', ${sites.heroText}, 'description', ${sites.description}, 'slug', ${sites.slug}, 'domain', ${sites.domain}) as "texts",
      ${placesColumn()} as "places", ${tagsColumn()} as "tags"
    from ${sites} ${whereKeyedInSight(actor, key)}`);
  if (row === undefined) return null;
  const { texts, ...site } = row;
  const text = (field: SiteTextField) => texts[field] ?? "";
  return {
    ...site,
    values: {
      name: text("name"),
      placeName: text("placeName"),
      tagline: text("tagline"),
      heroText: text("heroText"),
      description: text("description"),
      slug: text("slug"),
      domain: text("domain"),
    },
  };
}

/** The condition that the row of `sites` is before the public now. */
export function isPublished(): SQL {
  return sql`exists (select 1 from ${sitePublications}
    where ${sitePublications.siteId} = ${sites.id} and ${sitePublications.unpublishedAt} is null)`;
}

/** A column beside `sites`: its neighbourhoods as a list of `SitePlace`, by name. */
function placesColumn(): SQL {
  return sql`(select coalesce(json_agg(json_build_object('id', ${neighbourhoods.id}, 'code', ${neighbourhoods.code}, 'name', ${neighbourhoods.name})
      order by ${neighbourhoods.name}, ${neighbourhoods.id}), '[]')
    from ${siteNeighbourhoods} inner join ${neighbourhoods} on ${neighbourhoods.id} = ${siteNeighbourhoods.neighbourhoodId}
    where ${siteNeighbourhoods.siteId} = ${sites.id})`;
}

/** A column beside `sites`: its partnership tags as a list of `SiteTag`, by name. Whoever sees the site may read them. Source: domains/places.md section 3. */
function tagsColumn(): SQL {
  return sql`(select coalesce(json_agg(json_build_object('id', ${tags.id}, 'externalId', ${tags.externalId}, 'name', ${tags.name}, 'kind', ${tags.kind})
      order by ${tags.name}, ${tags.id}), '[]')
    from ${sitePartnerships} inner join ${tags} on ${tags.id} = ${sitePartnerships.tagId}
    where ${sitePartnerships.siteId} = ${sites.id})`;
}

/** What a posted form names, whoever posts it; what is said of it waits for the decision. Slug and domain are compared under a lock. */
type Sent = Readonly<{
  slug?: string | undefined;
  domain?: string | undefined;
  addNeighbourhoods: readonly string[];
  addTags: readonly string[];
}>;

/** The records that a form names. At most four statements. */
export async function findNamed(tx: Transaction, sent: Sent): Promise<NamedRecords> {
  const { slug = "", domain = "", addNeighbourhoods, addTags } = sent;
  const [places, found] = [await findPlaces(tx, addNeighbourhoods), await findSiteTags(tx, addTags)];
  if (slug === "" && domain === "") return { places, tags: found, slugHolders: [], domainHolders: [] };
  await lockSiteAddresses(tx);
  const [holders] = await tx.execute<Pick<NamedRecords, "slugHolders" | "domainHolders">>(sql`select
    array(select ${sites.id} from ${sites} where ${sites.slug} = ${typed(slug)}) as "slugHolders",
    array(select ${sites.id} from ${sites} where lower(${sites.domain}) = lower(${typed(domain)})) as "domainHolders"`);
  return { places, tags: found, slugHolders: holders?.slugHolders ?? [], domainHolders: holders?.domainHolders ?? [] };
}

/** What cannot be kept in a text is nobody's. */
function typed(text: string): string {
  return text.includes("\u0000") ? "" : text.trim();
}

async function findPlaces(tx: Transaction, keys: readonly string[]): Promise<readonly SitePlace[]> {
  if (keys.length === 0) return [];
  return tx.execute<SitePlace>(sql`
    select ${neighbourhoods.id} as "id", ${neighbourhoods.code} as "code", ${neighbourhoods.name} as "name"
    from ${neighbourhoods} where ${byKey(neighbourhoods.code, neighbourhoods.id, keys)}`);
}

async function findSiteTags(tx: Transaction, keys: readonly string[]): Promise<readonly SiteTag[]> {
  if (keys.length === 0) return [];
  return tx.execute<SiteTag>(sql`
    select ${tags.id} as "id", ${tags.externalId} as "externalId", ${tags.name} as "name", ${tags.kind} as "kind"
    from ${tags} where ${byKey(tags.externalId, tags.id, keys)}`);
}

/** The policy's answer to exactly what changes; where it is no, each field that is not the actor's says so. */
export async function decideEdit(
  tx: Transaction,
  actor: Actor,
  saved: SavedSite,
  change: SiteChange,
): Promise<ActionDecision> {
  const keysOf = (records: readonly { id: string }[]) => records.map(({ id }) => id);
  const properties = {
    fields: change.fields,
    addNeighbourhoods: change.addPlaces,
    removeNeighbourhoods: keysOf(change.removedPlaces),
    addTags: change.addTags,
    removeTags: keysOf(change.removedTags),
  };
  const asked = Object.fromEntries(Object.entries(properties).filter(([, part]) => part.length > 0));
  const resource = { type: "site", id: saved.id };
  const decision = await decide(tx, { actor, action: "update", resource, properties: asked });
  const byRight = decision.outcome !== "deny" || decision.reasons.every(({ code }) => code === "invalid");
  return byRight ? decision : { ...decision, fields: notTheirs(actor, saved, change) };
}

/** The fields of the form that hold what this actor may not change, each with the reason. */
function notTheirs(actor: Actor, { id }: SavedSite, change: SiteChange): SiteFaults {
  const touched: readonly [SiteTextField | SiteListField, string, boolean][] = [
    ["slug", siteParts.address, change.fields.includes("slug")],
    ["domain", siteParts.address, change.fields.includes("domain")],
    ["addNeighbourhoods", siteParts.neighbourhood, change.addPlaces.length > 0],
    ["removeNeighbourhoods", siteParts.neighbourhood, change.removedPlaces.length > 0],
    ["addTags", siteParts.partnership, change.addTags.length > 0],
    ["removeTags", siteParts.partnership, change.removedTags.length > 0],
  ];
  const refused = touched.flatMap(([field, action, isTouched]) => {
    const { allowed, reason } = answerPart(actor, "site", { action, facts: { id }, fallback: "field_not_yours" });
    return isTouched && !allowed && reason !== null ? [[field, reason] as const] : [];
  });
  return Object.fromEntries(refused);
}

/** The acts that raise a site's version; others, such as a role given over it, may stand in its trail as well. */
const VERSION_RAISING = ["site.create", "site.update"];

/**
 * Nothing, where the site is still as it was looked at, or where the actor may not act on it anyway.
 * @throws Refusal where somebody changed it meanwhile.
 */
export async function refuseStale(
  { tx, actor, saved, version }: { tx: Transaction; actor: Actor; saved: SavedSite; version: number },
  action: "update" | "delete",
  now: Pick<StaleRecord, "values" | "facts">,
): Promise<void> {
  if (saved.version === version) return;
  const { outcome } = await decide(tx, { actor, action, resource: { type: "site", id: saved.id } });
  if (outcome === "deny") return;
  const changed = { type: "site", keys: [saved.id], acts: VERSION_RAISING } as const;
  const by = await lastEditor(tx, actor, { ...changed, changedAt: new Date(saved.updatedAt) });
  const message = `${by ?? "Somebody"} changed this site in the meantime. Look at it again before you ${action === "delete" ? "delete it" : "save"}.`;
  throw new Refusal("conflict", { message, stale: { version: saved.version, by, at: saved.updatedAt, ...now } });
}

/** What a site has that no text field holds, in words by its label, for whoever compares two people's changes. */
export function factsOf({
  places,
  tags: carried,
}: Pick<SavedSite, "places" | "tags">): Readonly<Record<string, string>> {
  const names = (records: readonly { name: string }[]) => records.map(({ name }) => name).join(", ") || "None";
  return { Neighbourhoods: names(places), Partnerships: names(carried) };
}

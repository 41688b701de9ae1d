import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { instantColumn } from "@/db/instant-column";
import { roleGrants } from "@/db/schema/grants";
import { users } from "@/db/schema/people";
import { sitePublications, sites } from "@/db/schema/sites";
import { type Ask, decideMany } from "@/lib/permissions/decide";
import { inForce } from "@/lib/permissions/facts/attributes";
import type { Actor } from "@/lib/permissions/load-actor";
import type { Reason } from "@/lib/permissions/reasons";
import { scopeOf } from "@/lib/permissions/scope";
import { readSite, whereKeyedInSight } from "../site-changes/queries";
import type { SavedSite } from "../site-changes/schemas";
import { readContent, type SiteContent } from "../site-content/queries";
import { checklistOf, type SiteCheck } from "../site-publications/schemas";
import { SITE_ACTS, type SiteAct } from "./constants";

/** What every tab of a site shows: which site it is and how it stands. */
export type SiteHead = Readonly<{
  id: string;
  externalId: string | null;
  name: string;
  slug: string;
  /** Rises by one with every edit of the site itself. */
  version: number;
  published: boolean;
  /** How many people look after it by a role over it, whether the actor may view them or not. */
  admins: number;
}>;

/** Since when a site is published, ISO in UTC, and by whom as far as the actor may view them. */
export type Publication = Readonly<{ at: string; by: string | null }>;

/** A site as its own page shows it. */
export type SiteRecord = SiteHead &
  Pick<SavedSite, "values" | "places" | "tags" | "updatedAt"> &
  Readonly<{ publication: Publication | null; content: SiteContent; checklist: readonly SiteCheck[] }>;

/** Why the actor sees a site, and what else they may do to it. */
export type SiteRemit = Readonly<{
  view: readonly Reason[];
  acts: readonly Readonly<{ act: SiteAct; allowed: boolean; reasons: readonly Reason[] }>[];
}>;

/** What each act asks the engine, in the words of the action catalogue. */
const QUESTIONS: Readonly<Record<SiteAct, Pick<Ask, "action" | "properties">>> = {
  update: { action: "update" },
  publish: { action: "publish" },
  unpublish: { action: "unpublish" },
  address: { action: "update", properties: { fields: ["slug", "domain"] } },
  // Naming a place that is not there asks whether any may be added at all: rights are judged before what is wrong with it.
  reach: { action: "update", properties: { addNeighbourhoods: ["-"], addTags: ["-"] } },
  admins: { action: "assign_role" },
  history: { action: "view_history" },
  delete: { action: "delete" },
};

/**
 * The site with this external id or UUID, with what it shows and the reasons behind what the actor may do; null where
 * there is none that they may see. At most six statements, however much it shows.
 */
export async function getSite(actor: Actor, key: string): Promise<{ site: SiteRecord; remit: SiteRemit } | null> {
  return readTransaction(async (tx) => {
    const saved = await readSite(tx, actor, key);
    if (saved === null) return null;
    const { publication, admins } = await readPublication(tx, actor, saved.id);
    const content = await readContent(tx, actor, saved.id);
    const { id, externalId, name, version, published, values, places, tags, updatedAt } = saved;
    const checklist = checklistOf({ values, neighbourhoods: places.length, partners: content.partners });
    const head = { id, externalId, name, slug: values.slug, version, published, admins };
    return {
      site: { ...head, values, places, tags, updatedAt, publication, content, checklist },
      remit: await explainSite(tx, actor, saved),
    };
  });
}

/** The same without what it shows, for the tabs that show nothing of it. At most four statements. */
export async function getSiteHead(actor: Actor, key: string): Promise<{ site: SiteHead; remit: SiteRemit } | null> {
  return readTransaction(async (tx) => {
    const [site] = await tx.execute<SiteHead>(sql`
      select ${sites.id} as "id", ${sites.externalId} as "externalId", ${sites.name} as "name", ${sites.slug} as "slug",
        ${sites.version} as "version", ${adminCount()} as "admins",
        exists (select 1 from ${sitePublications} where ${inForceOf()}) as "published"
      from ${sites} ${whereKeyedInSight(actor, key)}`);
    return site === undefined ? null : { site, remit: await explainSite(tx, actor, site) };
  });
}

async function readPublication(
  tx: Transaction,
  actor: Actor,
  siteId: string,
): Promise<{ publication: Publication | null; admins: number }> {
  const [row] = await tx.execute<{ publication: Publication | null; admins: number }>(sql`
    select ${adminCount()} as "admins",
      (select json_build_object('at', ${instantColumn(sitePublications.publishedAt)},
        'by', (select ${users.name} from ${users} where ${users.id} = ${sitePublications.publishedBy} and (${scopeOf(actor, "user", "view")})))
      from ${sitePublications} where ${inForceOf()}) as "publication"
    from ${sites} where ${sites.id} = ${siteId}::uuid`);
  return row ?? { publication: null, admins: 0 };
}

function inForceOf(): SQL {
  return sql`${sitePublications.siteId} = ${sites.id} and ${sitePublications.unpublishedAt} is null`;
}

function adminCount(): SQL {
  return sql`(select count(*)::int from ${roleGrants} where ${roleGrants.siteId} = ${sites.id} and ${inForce()})`;
}

async function explainSite(
  tx: Transaction,
  actor: Actor,
  { id, published }: { id: string; published: boolean },
): Promise<SiteRemit> {
  const acts = SITE_ACTS.filter((act) => act !== (published ? "publish" : "unpublish"));
  const resource = { type: "site", id };
  const [view, ...answers] = await decideMany(tx, [
    { actor, action: "view", resource },
    ...acts.map((act) => ({ actor, resource, ...QUESTIONS[act] })),
  ]);
  return {
    view: view?.reasons ?? [],
    acts: acts.map((act, index) => {
      const { outcome, reasons } = answers[index] ?? { outcome: "deny", reasons: [] };
      // What is invalid about a question that names nothing real is no want of rights.
      const allowed = outcome !== "deny" || reasons.every(({ code }) => code === "invalid");
      return { act, allowed, reasons: allowed ? [] : reasons };
    }),
  };
}

import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { sitePublications, sites } from "@/db/schema/sites";
import { shownBySite } from "@/lib/permissions/facts/site-content";

/** A published site, as the public finds it. */
export type PublicSite = Readonly<{ slug: string; name: string }>;

/** A column beside `partners`: the published sites that show it to the public, as a JSON list of `PublicSite`, by name. */
export function publicSitesColumn(): SQL {
  return sql`(
    select coalesce(json_agg(json_build_object('slug', ${sites.slug}, 'name', ${sites.name}) order by lower(${sites.name}), ${sites.id}), '[]')
    from ${sites} where ${shownBySite()} and exists (select 1 from ${sitePublications}
      where ${sitePublications.siteId} = ${sites.id} and ${sitePublications.unpublishedAt} is null))`;
}

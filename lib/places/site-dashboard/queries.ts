import "server-only";
import { type SQLWrapper, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { calendars, events } from "@/db/schema/calendars";
import { partners } from "@/db/schema/places";
import { siteNeighbourhoods, sites } from "@/db/schema/sites";
import { publicEvent, shownBySite } from "@/lib/permissions/facts/site-content";
import type { Actor } from "@/lib/permissions/load-actor";
import { scopeOf } from "@/lib/permissions/scope";
import { type DashboardReading, readDashboard } from "../dashboards/queries";
import { isPublished } from "../site-changes/queries";
import { checklistOf, type SiteCheck } from "../site-publications/schemas";
import { MOST_OWN_SITES } from "./constants";

/** A site that one looks after: how it stands, how much it shows or would show, and what is missing. */
export type OwnSite = Readonly<{
  id: string;
  externalId: string | null;
  name: string;
  slug: string;
  published: boolean;
  partners: number;
  events: number;
  checklist: readonly SiteCheck[];
}>;

/** What a site admin needs today. `sites`: those that are not published first, at most `MOST_OWN_SITES` of `total`. Source: PORTAL.md, Dashboards. */
export type SiteDashboard = Readonly<{ sites: readonly OwnSite[]; total: number }>;

/** The dashboard of a site admin. One statement. */
export async function getSiteDashboard(actor: Actor): Promise<DashboardReading<SiteDashboard>> {
  return readTransaction((tx) => readDashboard(tx, actor, "site", () => readOwn(tx, actor)));
}

type Row = Omit<OwnSite, "checklist"> & {
  total: number;
  neighbourhoods: number;
  values: Parameters<typeof checklistOf>[0]["values"];
};

async function readOwn(tx: Transaction, actor: Actor): Promise<SiteDashboard> {
  const own = { ...actor, grants: actor.grants.filter(({ role }) => role === "site_admin") };
  const text = (column: SQLWrapper) => sql`coalesce(${column}, '')`;
  const rows = await tx.execute<Row>(sql`
    select ${sites.id} as "id", ${sites.externalId} as "externalId", ${sites.name} as "name", ${sites.slug} as "slug",
      ${isPublished()} as "published", (count(*) over ())::int as "total",
      (select count(*)::int from ${siteNeighbourhoods} where ${siteNeighbourhoods.siteId} = ${sites.id}) as "neighbourhoods",
      json_build_object('name', ${sites.name}, 'placeName', ${text(sites.placeName)}, 'heroText', ${text(sites.heroText)},
        'tagline', ${text(sites.tagline)}, 'description', ${text(sites.description)}) as "values",
      (select count(*)::int from ${partners} where ${shownBySite()}) as "partners",
      (select count(*)::int from ${partners} inner join ${calendars} on ${calendars.partnerId} = ${partners.id}
        inner join ${events} on ${events.calendarId} = ${calendars.id} where ${shownBySite()} and ${publicEvent()}) as "events"
    from ${sites} where (${scopeOf(own, "site", "view")})
    order by ${isPublished()}, lower(${sites.name}), ${sites.id} limit ${MOST_OWN_SITES}`);
  return {
    total: rows[0]?.total ?? 0,
    sites: rows.map(({ total: _, neighbourhoods, values, ...site }) => ({
      ...site,
      checklist: checklistOf({ values, neighbourhoods, partners: site.partners }),
    })),
  };
}

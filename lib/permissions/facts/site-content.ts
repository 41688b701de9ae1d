import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { eventHidings, events } from "@/db/schema/calendars";
import { neighbourhoods, partnerHidings, partners, tags } from "@/db/schema/places";
import { siteNeighbourhoods, sitePartnerships, sites } from "@/db/schema/sites";
import { now } from "@/lib/platform/clock";

// What a site shows is asked by its public page, by what its admins are told of it and by the policy: here once for all.

/**
 * The condition that the site shows a row of `partners`: some place lies in one of its neighbourhoods or below one, and,
 * where it has partnership tags, the partner carries one of them. A hidden partner is shown by none, and a site without
 * neighbourhoods shows nothing. Whether the site is published is another question. Source: domains/places.md section 3.
 * @param site the site's UUID: the row of `sites` beside, or a known one (cast to uuid), which lets the index find the partners.
 */
export function shownBySite(site: SQL | AnyPgColumn = sites.id): SQL {
  const area = sql`array(select ${neighbourhoods.number} from ${siteNeighbourhoods}
    inner join ${neighbourhoods} on ${neighbourhoods.id} = ${siteNeighbourhoods.neighbourhoodId} where ${siteNeighbourhoods.siteId} = ${site})`;
  const named = sql`array(select ${tags.number} from ${sitePartnerships}
    inner join ${tags} on ${tags.id} = ${sitePartnerships.tagId} where ${sitePartnerships.siteId} = ${site})`;
  return sql`(${partners.scopeIds} && ${area}
    and (not exists (select 1 from ${sitePartnerships} where ${sitePartnerships.siteId} = ${site}) or ${partners.partnershipIds} && ${named})
    and not exists (select 1 from ${partnerHidings} where ${partnerHidings.partnerId} = ${partners.id} and ${partnerHidings.unhiddenAt} is null))`;
}

/** The condition that the public sees a row of `events` at all: neither over, nor withdrawn by its source, nor hidden. */
export function publicEvent(): SQL {
  return sql`(${events.endsAt} >= ${now().toISOString()} and ${events.withdrawnAt} is null and not ${hiddenEvent()})`;
}

/** The condition that a row of `events` is hidden. */
export function hiddenEvent(): SQL {
  return sql`exists (select 1 from ${eventHidings} where ${eventHidings.eventId} = ${events.id} and ${eventHidings.unhiddenAt} is null)`;
}

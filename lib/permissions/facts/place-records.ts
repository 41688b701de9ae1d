import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { calendars, events } from "@/db/schema/calendars";
import { neighbourhoods, partners, tags } from "@/db/schema/places";
import { siteNeighbourhoods, sitePartnerships, sites } from "@/db/schema/sites";
import type { SiteFacts } from "./attributes";
import { byId, byKey } from "./records";
import { hiddenEvent, publicEvent, shownBySite } from "./site-content";

/** A calendar as decisions need it; its partners are joined on by the ledger. */
export interface CalendarRecord {
  readonly id: string;
  readonly externalId: string | null;
  readonly name: string;
  readonly organiserId: string;
  readonly placeId: string | null;
  readonly strategy: (typeof calendars.$inferSelect)["strategy"];
}

/** An event as decisions need it: whose calendar it comes from, and which sites show it. */
export interface EventRecord {
  readonly id: string;
  readonly title: string;
  readonly organiserId: string;
  readonly placeId: string | null;
  readonly hidden: boolean;
  readonly shownOn: readonly SiteFacts[];
}

/** A site as decisions need it: which neighbourhoods and partnership tags, by number, are its own. */
export interface SiteRecord extends SiteFacts {
  readonly externalId: string | null;
  readonly name: string;
  readonly places: readonly number[];
  readonly partnerships: readonly number[];
}

/** Calendars by external id or UUID. */
export async function findCalendars(tx: Transaction, keys: readonly string[]): Promise<CalendarRecord[]> {
  return tx
    .select({
      id: calendars.id,
      externalId: calendars.externalId,
      name: calendars.name,
      organiserId: calendars.partnerId,
      placeId: calendars.placeId,
      strategy: calendars.strategy,
    })
    .from(calendars)
    .where(byKey(calendars.externalId, calendars.id, keys));
}

/** Events by UUID: sources give them no id that is theirs alone. */
export async function findEvents(tx: Transaction, keys: readonly string[]): Promise<EventRecord[]> {
  const rows = await tx.execute<EventRecord & Record<string, unknown>>(sql`
    select ${events.id} as "id", ${events.title} as "title", ${calendars.partnerId} as "organiserId", ${calendars.placeId} as "placeId",
      ${hiddenEvent()} as "hidden",
      coalesce((select json_agg(json_build_object('id', ${sites.id})) from ${sites}
        inner join ${partners} on ${partners.id} = ${calendars.partnerId} where ${publicEvent()} and ${shownBySite()}), '[]') as "shownOn"
    from ${events} inner join ${calendars} on ${calendars.id} = ${events.calendarId}
    where ${byId(events.id, keys)}`);
  return [...rows];
}

/** Sites by external id or UUID. */
export async function findSites(tx: Transaction, keys: readonly string[]): Promise<SiteRecord[]> {
  const rows = await tx.execute<SiteRecord & Record<string, unknown>>(sql`
    select ${sites.id} as "id", ${sites.externalId} as "externalId", ${sites.name} as "name",
      array(select ${neighbourhoods.number} from ${siteNeighbourhoods} inner join ${neighbourhoods} on ${neighbourhoods.id} = ${siteNeighbourhoods.neighbourhoodId}
        where ${siteNeighbourhoods.siteId} = ${sites.id}) as "places",
      array(select ${tags.number} from ${sitePartnerships} inner join ${tags} on ${tags.id} = ${sitePartnerships.tagId}
        where ${sitePartnerships.siteId} = ${sites.id}) as "partnerships"
    from ${sites} where ${byKey(sites.externalId, sites.id, keys)}`);
  return [...rows];
}

import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { instantColumn } from "@/db/instant-column";
import { calendars, events } from "@/db/schema/calendars";
import { neighbourhoods, partners } from "@/db/schema/places";
import { publicEvent, shownBySite } from "@/lib/permissions/facts/site-content";
import type { Actor } from "@/lib/permissions/load-actor";
import { scopeOf } from "@/lib/permissions/scope";

/** How many partners and coming events a site shows, or would if it were published. */
export type ShownCounts = Readonly<{ partners: number; events: number }>;

/** A partner that a site shows, by what the public reads. `inSight`: its page in the portal is open to the reader. */
export type ShownPartner = Readonly<{
  id: string;
  externalId: string | null;
  name: string;
  summary: string | null;
  /** Names of its first few places. */
  places: readonly string[];
  inSight: boolean;
}>;

/** A coming event that a site shows. Instants are ISO in UTC. */
export type ShownEvent = Readonly<{
  id: string;
  title: string;
  startsAt: string;
  endsAt: string;
  allDay: boolean;
  timeZone: string;
  organiser: string;
}>;

/** What a site shows: how much, and what comes first. */
export type SiteContent = ShownCounts &
  Readonly<{ firstPartners: readonly ShownPartner[]; firstEvents: readonly ShownEvent[] }>;

/** Partners and events that the record names before the rest is only counted. */
const FIRST = 6;

/** What the site with this UUID shows the public, or would if it were published, for somebody who may see the site. One statement. */
export async function readContent(tx: Transaction, actor: Actor, siteId: string): Promise<SiteContent> {
  const [row] = await tx.execute<SiteContent>(sql`
    with shown as materialized (${shownIds(siteId)}), coming as materialized (${comingIds()})
    select (select count(*)::int from shown) as "partners", (select count(*)::int from coming) as "events",
      (select coalesce(json_agg(first.partner), '[]') from (${firstPartners(actor)}) first) as "firstPartners",
      (select coalesce(json_agg(first.event), '[]') from (${firstEvents()}) first) as "firstEvents"`);
  return row ?? { partners: 0, events: 0, firstPartners: [], firstEvents: [] };
}

/** The same as numbers alone, whoever asks. One statement. */
export async function countShown(tx: Transaction, siteId: string): Promise<ShownCounts> {
  const [row] = await tx.execute<ShownCounts>(sql`
    with shown as materialized (${shownIds(siteId)}), coming as materialized (${comingIds()})
    select (select count(*)::int from shown) as "partners", (select count(*)::int from coming) as "events"`);
  return row ?? { partners: 0, events: 0 };
}

function shownIds(siteId: string): SQL {
  return sql`select ${partners.id} as id from ${partners} where ${shownBySite(sql`${siteId}::uuid`)}`;
}

/** The coming events of the partners in `shown`. */
function comingIds(): SQL {
  return sql`select ${events.id} as id from shown inner join ${calendars} on ${calendars.partnerId} = shown.id
    inner join ${events} on ${events.calendarId} = ${calendars.id} where ${publicEvent()}`;
}

function firstPartners(actor: Actor): SQL {
  return sql`select json_build_object('id', ${partners.id}, 'externalId', ${partners.externalId}, 'name', ${partners.name}, 'summary', ${partners.summary},
      'places', array(select ${neighbourhoods.name} from ${neighbourhoods} where ${neighbourhoods.number} = any(${partners.placeIds})
        order by ${neighbourhoods.name}, ${neighbourhoods.id} limit 3),
      'inSight', (${scopeOf(actor, "partner", "view")})) as partner
    from ${partners} where ${partners.id} in (select id from shown)
    order by lower(${partners.name}), ${partners.id} limit ${FIRST}`;
}

function firstEvents(): SQL {
  return sql`select json_build_object('id', ${events.id}, 'title', ${events.title}, 'startsAt', ${instantColumn(events.startsAt)},
      'endsAt', ${instantColumn(events.endsAt)}, 'allDay', ${events.allDay}, 'timeZone', ${events.timeZone}, 'organiser', ${partners.name}) as event
    from ${events} inner join ${calendars} on ${calendars.id} = ${events.calendarId} inner join ${partners} on ${partners.id} = ${calendars.partnerId}
    where ${events.id} in (select id from coming) order by ${events.startsAt}, ${events.id} limit ${FIRST}`;
}

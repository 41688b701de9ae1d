import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { unstable_cache } from "next/cache";
import { cache } from "react";
import { readTransaction } from "@/db/client";
import { instantColumn } from "@/db/instant-column";
import { calendars, events } from "@/db/schema/calendars";
import { partnerAddresses, partners, tags } from "@/db/schema/places";
import { sites } from "@/db/schema/sites";
import { byKey } from "@/lib/permissions/facts/records";
import { publicEvent, shownBySite } from "@/lib/permissions/facts/site-content";
import { now } from "@/lib/platform/clock";
import { containing } from "@/lib/platform/like-pattern";
import { openingHoursColumn } from "../opening-hours/queries";
import type { OpeningSpell } from "../opening-hours/schemas";
import { isPublished } from "../site-changes/queries";
import {
  COMING_DAYS,
  CONTENT_SECONDS,
  MOST_EVENTS,
  PARTNERS_PER_PAGE,
  SITES_CONTENT_TAG,
  siteContentTag,
} from "./constants";
import type { PublicQuery } from "./schemas";

// What the public reads, without a sign-in: nothing here knows an actor. Every statement goes through `shownBySite` and
// `publicEvent`, and names its columns, so that no column becomes public by being added to a table.

/** A published site as everybody may read it. */
export type PublicSite = Readonly<{
  id: string;
  slug: string;
  name: string;
  placeName: string | null;
  tagline: string | null;
  heroText: string | null;
  description: string | null;
}>;

/**
 * The published site at this address; null for one that is not published, which nobody can tell from none. Asked of the
 * database each time, so that taking a site off the public pages works at once everywhere; once a request. One statement.
 */
export const getPublicSite = cache(async (slug: string): Promise<PublicSite | null> => {
  // PostgreSQL holds no zero byte in a text and would raise an error for it.
  if (slug.includes("\u0000")) return null;
  const [site] = await readTransaction((tx) =>
    tx.execute<PublicSite>(sql`
      select ${sites.id} as "id", ${sites.slug} as "slug", ${sites.name} as "name", ${sites.placeName} as "placeName",
        ${sites.tagline} as "tagline", ${sites.heroText} as "heroText", ${sites.description} as "description"
      from ${sites} where ${sites.slug} = ${slug} and ${isPublished()}`),
  );
  return site ?? null;
});

/** A category that partners of a site carry, with how many do. `key` stands in the address. */
export type PublicCategory = Readonly<{ key: string; name: string; count: number }>;

/** A coming event as the public reads it. Instants are ISO in UTC. */
export type PublicEvent = Readonly<{
  id: string;
  title: string;
  startsAt: string;
  endsAt: string;
  allDay: boolean;
  timeZone: string;
  online: boolean;
  /** Where it is: a partner that the site shows, or what the source says. */
  place: string | null;
  url: string | null;
  organiserId: string;
  organiser: string;
}>;

/** What a site shows beside its list of partners. `laterEvents`: how many come after those listed. */
export type PublicOverview = Readonly<{
  partners: number;
  categories: readonly PublicCategory[];
  events: readonly PublicEvent[];
  laterEvents: number;
}>;

/**
 * How much a site shows, its categories, and the events of the next `COMING_DAYS` days. Kept for at most `CONTENT_SECONDS`,
 * but for events that the public may not see any more. One statement.
 */
export async function getOverview(siteId: string): Promise<PublicOverview> {
  const { value, fresh } = await kept(siteId, ["overview"], () => readOverview(siteId));
  if (fresh || value.events.length === 0) return value;
  const places = await readPlaces(siteId, value.events);
  const events = value.events.flatMap((event) => {
    const place = places[event.id];
    return place === undefined ? [] : [{ ...event, place }];
  });
  return { ...value, events };
}

/** Of these events those that the site still shows, by UUID, each with where it is. */
async function readPlaces(
  siteId: string,
  known: readonly PublicEvent[],
): Promise<Readonly<Record<string, string | null>>> {
  const [row] = await readTransaction((tx) =>
    tx.execute<{ places: Record<string, string | null> }>(sql`
      select coalesce(json_object_agg(${events.id}, ${eventPlace(siteId)}), '{}') as "places"
      from ${events} inner join ${calendars} on ${calendars.id} = ${events.calendarId}
        inner join ${partners} on ${partners.id} = ${calendars.partnerId}
      where ${events.id} in (${idsOf(known)}) and ${publicEvent()} and ${shown(siteId)}`),
  );
  return row?.places ?? {};
}

function idsOf(records: readonly { id: string }[]): SQL {
  return sql`select json_array_elements_text(${JSON.stringify(records.map(({ id }) => id))}::text::json)::uuid`;
}

async function readOverview(siteId: string): Promise<PublicOverview> {
  const soon = sql`${events.startsAt} < ${new Date(now().getTime() + COMING_DAYS * 86_400_000).toISOString()}`;
  const coming = sql`${calendars} inner join shown on shown.id = ${calendars.partnerId}
    inner join ${events} on ${events.calendarId} = ${calendars.id} inner join ${partners} on ${partners.id} = shown.id where ${publicEvent()}`;
  const [row] = await readTransaction((tx) =>
    tx.execute<Omit<PublicOverview, "laterEvents"> & { allEvents: number }>(sql`
      with shown as materialized (select ${partners.id} as id, ${partners.tagIds} as tags from ${partners} where ${shown(siteId)})
      select (select count(*)::int from shown) as "partners",
        (select coalesce(json_agg(json_build_object('key', coalesce(${tags.externalId}, ${tags.id}::text), 'name', ${tags.name}, 'count', carried.count)
          order by lower(${tags.name}), ${tags.id}), '[]')
          from (select number, count(*)::int as count from shown cross join lateral unnest(shown.tags) as number group by number) carried
          inner join ${tags} on ${tags.number} = carried.number where ${tags.kind} = 'category') as "categories",
        (select coalesce(json_agg(first.event), '[]') from (select ${eventObject(siteId)} as event from ${coming} and ${soon}
          order by ${events.startsAt}, ${events.id} limit ${MOST_EVENTS}) first) as "events",
        (select count(*)::int from ${coming}) as "allEvents"`),
  );
  if (row === undefined) throw new Error("A select without rows gave none.");
  const { allEvents, ...overview } = row;
  return { ...overview, laterEvents: allEvents - overview.events.length };
}

/** A partner in the public list. */
export type PublicPartner = Readonly<{
  id: string;
  name: string;
  summary: string | null;
  accessibility: string | null;
  website: string | null;
  contact: Readonly<{ name: string | null; phone: string | null; email: string | null }>;
  address: readonly string[] | null;
  openingHours: readonly OpeningSpell[];
  categories: readonly string[];
}>;

/** One page of the partners that a site shows; `total` counts those that match. */
export type PublicPartners = Readonly<{ partners: readonly PublicPartner[]; total: number }>;

/**
 * A page of the partners that a site shows, by name, as its address asks. What anybody may think of to search for is not
 * kept, the rest is, for at most `CONTENT_SECONDS`, but for partners that the site does not show any more. One statement.
 * @param known the categories of the site: any other one finds nothing.
 */
export async function listPublicPartners(
  siteId: string,
  query: PublicQuery,
  known: readonly PublicCategory[],
): Promise<PublicPartners> {
  const { text, category, page } = query;
  const chosen = known.find(({ key }) => key === category);
  if (category !== "" && chosen === undefined) return { partners: [], total: 0 };
  const read = () => readPartners(siteId, query);
  // Pages beyond the first few are not worth keeping, and anybody can ask for any number.
  if (text !== "" || page > 20) return read();
  const { value, fresh } = await kept(siteId, ["partners", category, String(page)], read);
  if (fresh || value.partners.length === 0) return value;
  const still = await readStillShown(siteId, value.partners);
  const listed = value.partners.filter(({ id }) => still.has(id));
  return { partners: listed, total: value.total - (value.partners.length - listed.length) };
}

/** The UUIDs of those of these partners that the site still shows. */
async function readStillShown(siteId: string, known: readonly PublicPartner[]): Promise<ReadonlySet<string>> {
  const rows = await readTransaction((tx) =>
    tx.execute<{ id: string }>(
      sql`select ${partners.id} as "id" from ${partners} where ${partners.id} in (${idsOf(known)}) and ${shown(siteId)}`,
    ),
  );
  return new Set(rows.map(({ id }) => id));
}

async function readPartners(siteId: string, { text, category, page }: PublicQuery): Promise<PublicPartners> {
  const words = text.split(" ").filter((word) => word !== "");
  const told = words.map((word) => {
    const pattern = sql`lower(${containing(word)})`;
    return sql`(lower(${partners.name}) like ${pattern} or lower(${partners.summary}) like ${pattern})`;
  });
  const inCategory = sql`exists (select 1 from ${tags} where ${tags.number} = any(${partners.tagIds}) and ${tags.kind} = 'category'
    and (${tags.externalId} = ${category} or ${tags.id}::text = ${category}))`;
  const conditions = [shown(siteId), ...told, ...(category === "" ? [] : [inCategory])];
  const [row] = await readTransaction((tx) =>
    tx.execute<PublicPartners>(sql`
      with found as materialized (select ${partners.id} as id from ${partners} where ${sql.join(conditions, sql` and `)})
      select (select count(*)::int from found) as "total",
        (select coalesce(json_agg(listed.partner), '[]') from (select json_build_object(${partnerPairs()}) as partner
          from ${partners} where ${partners.id} in (select id from found)
          order by lower(${partners.name}), ${partners.id} limit ${PARTNERS_PER_PAGE} offset ${(page - 1) * PARTNERS_PER_PAGE}) listed) as "partners"`),
  );
  return row ?? { partners: [], total: 0 };
}

/** A partner's own public page. `events`: the first of its coming ones; `laterEvents` counts the rest. */
export type PublicPartnerPage = PublicPartner &
  Readonly<{
    description: string | null;
    facilities: readonly string[];
    events: readonly PublicEvent[];
    laterEvents: number;
  }>;

/**
 * A partner that the site shows, by UUID or external id, with its coming events; null for any other, hidden ones among them. Asked of the
 * database each time, once a request. One statement.
 */
export const getPublicPartner = cache(async (siteId: string, partnerId: string): Promise<PublicPartnerPage | null> => {
  // PostgreSQL holds no zero byte in a text and would raise an error for it.
  if (partnerId.includes("\u0000")) return null;
  const coming = sql`${calendars} inner join ${events} on ${events.calendarId} = ${calendars.id}
    where ${calendars.partnerId} = ${partners.id} and ${publicEvent()}`;
  const [row] = await readTransaction((tx) =>
    tx.execute<{ partner: Omit<PublicPartnerPage, "events" | "laterEvents">; events: PublicEvent[]; all: number }>(sql`
      select json_build_object(${partnerPairs()}, 'description', ${partners.description}, 'facilities', ${tagNames("facility")}) as "partner",
        (select coalesce(json_agg(first.event), '[]') from (select ${eventObject(siteId)} as event from ${coming}
          order by ${events.startsAt}, ${events.id} limit ${MOST_EVENTS}) first) as "events",
        (select count(*)::int from ${coming}) as "all"
      from ${partners} where ${byKey(partners.externalId, partners.id, [partnerId])} and ${shown(siteId)}
      order by (${partners.externalId} = ${partnerId}) desc nulls last limit 1`),
  );
  if (row === undefined) return null;
  return { ...row.partner, events: row.events, laterEvents: row.all - row.events.length };
});

function shown(siteId: string): SQL {
  return shownBySite(sql`${siteId}::uuid`);
}

/** The names and values of a `PublicPartner`, of the row of `partners`. */
function partnerPairs(): SQL {
  return sql`'id', ${partners.id}, 'name', ${partners.name}, 'summary', ${partners.summary}, 'accessibility', ${partners.accessibility},
    'website', ${partners.website},
    'contact', json_build_object('name', ${partners.publicContactName}, 'phone', ${partners.publicContactPhone}, 'email', ${partners.publicContactEmail}),
    'address', (select to_json(array_remove(array[${partnerAddresses.line1}, ${partnerAddresses.line2}, ${partnerAddresses.city}, ${partnerAddresses.postcode}], null))
      from ${partnerAddresses} where ${partnerAddresses.partnerId} = ${partners.id}),
    'openingHours', ${openingHoursColumn()}, 'categories', ${tagNames("category")}`;
}

function tagNames(kind: "category" | "facility"): SQL {
  return sql`array(select ${tags.name} from ${tags} where ${tags.number} = any(${partners.tagIds}) and ${tags.kind} = ${kind}
    order by lower(${tags.name}), ${tags.id})`;
}

/** A `PublicEvent` of the row of `events`, beside the row of `partners` that organises it. */
function eventObject(siteId: string): SQL {
  return sql`json_build_object('id', ${events.id}, 'title', ${events.title}, 'startsAt', ${instantColumn(events.startsAt)},
    'endsAt', ${instantColumn(events.endsAt)}, 'allDay', ${events.allDay}, 'timeZone', ${events.timeZone}, 'online', ${events.online},
    'place', ${eventPlace(siteId)}, 'url', ${events.url},
    'organiserId', ${partners.id}, 'organiser', ${partners.name})`;
}

/** Where the row of `events` is, in words. */
function eventPlace(siteId: string): SQL {
  // Inside, the table's name stands for the venue: the source may have named any partner, and only one that this site shows is told.
  const venue = sql`(select ${partners.name} from ${partners} where ${partners.id} = ${events.placeId} and ${shown(siteId)})`;
  return sql`nullif(concat_ws(', ', ${events.room}, coalesce(${venue}, ${events.location})), '')`;
}

/**
 * What a reading gave at most `CONTENT_SECONDS` ago, from the framework's data cache. That one gives what is too old once
 * more while it reads anew behind it, which after a quiet night would be hours old: such a value is read again here.
 * Tags are let go of in the process that an act ran in, and a reading that began before the act may be put in after it:
 * whoever is given what is not `fresh` leaves out what has been hidden or taken away meanwhile.
 */
async function kept<Value>(
  siteId: string,
  key: readonly string[],
  read: () => Promise<Value>,
): Promise<{ value: Value; fresh: boolean }> {
  let taken: object | null = null;
  const take = async () => {
    const reading = { at: now().getTime(), value: await read() };
    taken = reading;
    return reading;
  };
  const tagged = { tags: [SITES_CONTENT_TAG, siteContentTag(siteId)], revalidate: CONTENT_SECONDS };
  const found = await unstable_cache(take, ["site", siteId, ...key], tagged)();
  if (now().getTime() - found.at > CONTENT_SECONDS * 1000) return { value: await read(), fresh: true };
  return { value: found.value, fresh: found === taken };
}

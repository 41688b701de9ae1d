import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { partnerAddresses, partners } from "@/db/schema/places";
import { cutText } from "@/lib/platform/icalendar/plain-text";
import type { FeedEvent } from "@/lib/platform/icalendar/read-feed";
import type { Strategy } from "../calendars/constants";
import { isHidden } from "../partner-hidings/queries";

/** The partner that an event takes place at. */
export type FeedPlace = Readonly<{ id: string; name: string }>;

/** An event with where it takes place, as its calendar's strategy says. `place` may be a partner of another remit. */
export type PlacedEvent = FeedEvent & Readonly<{ place: FeedPlace | null; room: string | null }>;

/** How a calendar's events get their place. Source: domains/places.md section 7. */
export type Placing = Readonly<{ strategy: Strategy; place: FeedPlace | null }>;

/** Characters of a room that are kept. */
const ROOM_LENGTH = 200;

/**
 * Gives every event its place. At most one statement, however many events.
 * @param among a condition over `partners`: which of them an event's location may name.
 */
export async function placeEvents(
  tx: Transaction,
  events: readonly FeedEvent[],
  placing: Placing,
  among: SQL = sql`true`,
): Promise<PlacedEvent[]> {
  const named = placing.strategy === "event" || placing.strategy === "event_override";
  const found = named ? await findPlaces(tx, events, among) : new Map<string, FeedPlace>();
  return events.map((event) => placed(event, placing, found));
}

function placed(event: FeedEvent, { strategy, place }: Placing, found: ReadonlyMap<string, FeedPlace>): PlacedEvent {
  const named = event.location === null ? null : (found.get(event.location) ?? null);
  const nowhere = { ...event, location: null, place: null, room: null };
  switch (strategy) {
    case "place":
      return { ...nowhere, place };
    case "room_number":
      return { ...nowhere, place, room: event.location === null ? null : cutText(event.location, ROOM_LENGTH) };
    case "event":
      return { ...event, place: named, room: null };
    case "event_override":
      return { ...event, place: named ?? place, room: null };
    case "no_location":
      return nowhere;
    case "online_only":
      return { ...nowhere, online: true };
  }
}

/** A location as it is compared: its whole text, the words before its first comma, and its postcode. */
type Asked = Readonly<{ location: string; whole: string; first: string; postcode: string | null }>;

/** What was found for a location: 1 the whole text is a partner's name, 2 its beginning is, 3 it holds a partner's address. */
type Match = { location: string; id: string; name: string; kind: number };

/**
 * The partner that each location means: by its exact name, also in front of an address, else by postcode and first line
 * of its address. Two that fit equally well are none. Hidden partners are never meant, because events are public.
 */
async function findPlaces(
  tx: Transaction,
  events: readonly FeedEvent[],
  among: SQL,
): Promise<ReadonlyMap<string, FeedPlace>> {
  const asked = [...new Set(events.flatMap(({ location }) => location ?? []))].map(askedOf);
  if (asked.length === 0) return new Map();
  const matches = await tx.execute<Match>(sql`
    with asked as (
      select * from json_to_recordset(${JSON.stringify(asked)}::text::json)
        as asked(location text, whole text, first text, postcode text)
    ), matches as (
      select asked.location, ${partners.id} as id, case when lower(${partners.name}) = asked.whole then 1 else 2 end as kind
      from asked inner join ${partners} on lower(${partners.name}) in (asked.whole, asked.first)
      where not (${isHidden()}) and (${among})
      union all
      select asked.location, ${partners.id}, 3
      from asked
      inner join ${partnerAddresses} on upper(replace(${partnerAddresses.postcode}, ' ', '')) = asked.postcode
        and position(${words(sql`${partnerAddresses.line1}`)} in ${words(sql`asked.whole`)}) > 0
      inner join ${partners} on ${partners.id} = ${partnerAddresses.partnerId}
      where not (${isHidden()}) and (${among})
    ), ranked as (
      select matches.*, rank() over (partition by location order by kind) as place from matches
    )
    select ranked.location, ranked.id, p.name, ranked.kind from ranked inner join partners p on p.id = ranked.id
    where ranked.place = 1`);
  return unambiguous(matches);
}

/** Letters and digits alone, between blanks, so that house number 2 is not found in 12. */
function words(text: SQL): SQL {
  return sql`(' ' || btrim(regexp_replace(lower(${text}), '[^[:alnum:]]+', ' ', 'g')) || ' ')`;
}

const POSTCODE = /\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})\b/i;

function askedOf(location: string): Asked {
  const whole = location.toLowerCase();
  const [, outward, inward] = POSTCODE.exec(location) ?? [];
  const postcode = outward === undefined ? null : `${outward}${inward}`.toUpperCase();
  return { location, whole, first: whole.split(",")[0]?.trim() ?? "", postcode };
}

function unambiguous(matches: Iterable<Match>): ReadonlyMap<string, FeedPlace> {
  const found = new Map<string, FeedPlace | null>();
  for (const { location, id, name } of matches) {
    const known = found.get(location);
    found.set(location, known === undefined || known?.id === id ? { id, name } : null);
  }
  return new Map([...found].flatMap(([location, place]) => (place === null ? [] : [[location, place] as const])));
}

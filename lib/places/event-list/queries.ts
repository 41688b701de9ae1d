import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { instantColumn } from "@/db/instant-column";
import { calendars, events } from "@/db/schema/calendars";
import { partners } from "@/db/schema/places";
import { type ListCounts, type ListOrder, type ListPage, readPage } from "@/lib/people/lists/queries";
import type { Actor } from "@/lib/permissions/load-actor";
import { scopeOf } from "@/lib/permissions/scope";
import { type ChosenFilters, type EventChoices, meetsEventFilters, readChoices } from "../event-filters/queries";
import { type EventPlace, eventPlace, eventState, type Organiser, organiserColumn } from "../events/queries";
import { describeFocus } from "../partner-focus/queries";
import { NO_FOCUS } from "../partner-focus/schemas";
import { EVENTS_PER_PAGE, type EventState } from "./constants";
import type { EventListQuery } from "./schemas";

/** An event in a list. Only what a row may show; instants are ISO in UTC. */
export type EventListItem = EventPlace & {
  id: string;
  title: string;
  startsAt: string;
  endsAt: string;
  allDay: boolean;
  timeZone: string;
  organiser: Organiser;
  state: EventState;
};

/** One page of the list. */
export type EventPage = Omit<ListPage<never>, "rows"> & {
  events: EventListItem[];
  /** Whether the actor may see any event at all, whatever was asked for. */
  any: boolean;
  choices: EventChoices;
  chosen: ChosenFilters;
  /** The role that the list is narrowed to, in words; null where none, or none of the actor's own. */
  through: string | null;
};

/** Up to this many matches are collected by what selects them and then sorted; more are read in the order of the list, as with partners. */
const FEW_MATCHES = 2_000;

/**
 * A page of the events within the actor's remit that the query asks for, with their number and what the filters offer. A
 * calendar or organiser that the actor does not see is a filter that nothing meets, exactly like one that does not exist.
 * Three statements, whatever the number of rows, and one less where nothing is found.
 */
export async function listEvents(actor: Actor, query: EventListQuery): Promise<EventPage> {
  return readTransaction(async (tx) => {
    const { chosen, ...choices } = await readChoices(tx, actor, query);
    const scope = sql`(${scopeOf(actor, "event", "view")})`;
    const where = sql`${scope} and ${meetsEventFilters(actor, query, chosen)}`;
    let any = false;
    const { rows, ...page } = await readPage<Row>({
      order: orderOf(query.sort),
      cursor: query.cursor,
      perPage: EVENTS_PER_PAGE,
      count: async (passed) => {
        const counted = await countRows(tx, { scope, where, passed });
        any = counted.any;
        return counted;
      },
      read: (beyond, direction, total) => readRows(tx, actor, { where, few: total <= FEW_MATCHES, beyond, direction }),
      markOf: ({ sortKey, id }) => ({ key: sortKey, id }),
    });
    const { through } = describeFocus(actor, { ...NO_FOCUS, through: query.through });
    return { ...page, events: rows.map(({ sortKey: _, ...row }) => row), any, choices, chosen, through };
  });
}

/** How the list stands: by start, then by id. */
function orderOf(sort: EventListQuery["sort"]): ListOrder {
  return {
    row: sql`(${events.startsAt}, ${events.id})`,
    at: ({ key, id }) => sql`(${key}::timestamptz, ${id}::uuid)`,
    downwards: sort === "-start",
  };
}

type Counted = ListCounts & { any: boolean };

async function countRows(
  tx: Transaction,
  { scope, where, passed }: { scope: SQL; where: SQL; passed: SQL },
): Promise<Counted> {
  const [counted] = await tx.execute<Counted>(sql`
    select "total", "before", "total" > 0 or exists (select 1 from ${events} where ${scope}) as "any" from (
      select count(*)::int as "total", (count(*) filter (where ${passed}))::int as "before" from ${events} where ${where}
    ) matching`);
  return counted ?? { total: 0, before: 0, any: false };
}

/** `few`: the matches are collected first; else they are read in the order of the list until the page is full. What a row shows is asked for the page alone. */
type Reading = { where: SQL; few: boolean; beyond: SQL; direction: SQL };
type Row = EventListItem & { sortKey: string };

async function readRows(tx: Transaction, actor: Actor, { where, few, beyond, direction }: Reading): Promise<Row[]> {
  const order = sql`order by ${events.startsAt} ${direction}, ${events.id} ${direction}`;
  const matching = sql`matching as materialized (select * from ${events} where ${where})`;
  const found = await tx.execute<Row>(sql`
    with ${few ? sql`${matching}, ` : sql``}page as materialized (
      select * from ${few ? sql`matching as ${events}` : events} where ${few ? sql`true` : where} and ${beyond}
      ${order} limit ${EVENTS_PER_PAGE})
    select ${events.id} as "id", ${events.title} as "title", ${instantColumn(events.startsAt, ".US")} as "sortKey",
      ${instantColumn(events.startsAt)} as "startsAt", ${instantColumn(events.endsAt)} as "endsAt",
      ${events.allDay} as "allDay", ${events.timeZone} as "timeZone", ${events.location} as "location", ${events.room} as "room",
      ${events.online} as "online", ${eventPlace(actor)}, ${organiserColumn(actor)} as "organiser", ${eventState()} as "state"
    from page as ${events} join ${calendars} on ${calendars.id} = ${events.calendarId} join ${partners} on ${partners.id} = ${calendars.partnerId}
    ${order}`);
  return [...found];
}

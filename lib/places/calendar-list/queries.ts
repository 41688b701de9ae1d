import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { instantColumn } from "@/db/instant-column";
import { calendars, events } from "@/db/schema/calendars";
import { partners } from "@/db/schema/places";
import { type ListCounts, type ListOrder, type ListPage, readPage } from "@/lib/people/lists/queries";
import { byKey } from "@/lib/permissions/facts/records";
import type { Actor } from "@/lib/permissions/load-actor";
import { scopeOf } from "@/lib/permissions/scope";
import { containing } from "@/lib/platform/like-pattern";
import { type CalendarHead, headColumns, inState, isComing, withOrganiser } from "../calendars/queries";
import { findChoice } from "../partner-choices/queries";
import type { PartnerChoice } from "../partner-choices/schemas";
import { describeFocus, meetsFocus } from "../partner-focus/queries";
import { NO_FOCUS } from "../partner-focus/schemas";
import { CALENDARS_PER_PAGE, type CalendarSort } from "./constants";
import type { CalendarListQuery, CalendarSelection } from "./schemas";

/** A calendar in a list. Only what a row may show. Instants in UTC as ISO 8601 writes them. */
export type CalendarListItem = CalendarHead & {
  /** Events that are on or to come, withdrawn ones left out. */
  comingEvents: number;
};

/** One page of the list. */
export type CalendarPage = Omit<ListPage<never>, "rows"> & {
  calendars: CalendarListItem[];
  /** How many the actor may see at all; `total` says how many match. */
  inRemit: number;
  /** The partner and the role that the list is really filtered by, in words; null where none, or none that the actor knows of. */
  filters: { partner: PartnerChoice | null; through: string | null };
};

/**
 * A page of the calendars within the actor's remit that the query asks for, with totals. A partner that the actor knows
 * nothing of is a filter that nothing meets. Two statements, three with a partner, and one less where nothing is found; a
 * cursor whose page has emptied meanwhile gives the first page.
 */
export async function listCalendars(actor: Actor, query: CalendarListQuery): Promise<CalendarPage> {
  return readTransaction(async (tx) => {
    const scope = scopeOf(actor, "calendar", "view");
    const where = sql`(${scope}) and ${meetsCalendarFilters(actor, query)}`;
    const order = orderOf(query.sort);
    let inRemit = 0;
    const { rows, ...page } = await readPage<CalendarListItem & { sortKey: string }>({
      order,
      cursor: query.cursor,
      perPage: CALENDARS_PER_PAGE,
      count: async (passed) => {
        const counted = await countRows(tx, scope, where, passed);
        inRemit = counted.inRemit;
        return counted;
      },
      read: (beyond, direction) => readRows(tx, { where, order, beyond, direction }),
      markOf: ({ sortKey, id }) => ({ key: sortKey, id }),
    });
    const partner = query.partner === "" ? null : await findChoice(tx, actor, "place", query.partner);
    const through = describeFocus(actor, { ...NO_FOCUS, through: query.through }).through;
    return { ...page, calendars: rows.map(({ sortKey: _, ...row }) => row), inRemit, filters: { partner, through } };
  });
}

/** The condition that a calendar meets what is asked for, over `calendars` joined with `partners` (its organiser) and `calendar_imports`. */
export function meetsCalendarFilters(
  actor: Actor,
  { text, partner, state, through }: Omit<CalendarSelection, "sort">,
): SQL {
  const seen = sql`(${byKey(partners.externalId, partners.id, [partner])} and (${scopeOf(actor, "partner", "view")}))`;
  const conditions = [
    sql`true`,
    ...(text === "" ? [] : text.split(" ").map(holdsWord)),
    ...(partner === "" ? [] : [seen]),
    ...(state === "" ? [] : [inState(state)]),
    ...(through === "" ? [] : [meetsFocus(actor, { ...NO_FOCUS, through })]),
  ];
  return sql`(${sql.join(conditions, sql` and `)})`;
}

/** The word stands in the name, in the organiser's name or in the source. */
function holdsWord(word: string): SQL {
  const pattern = containing(word);
  return sql`(lower(${calendars.name}) like lower(${pattern}) or lower(${partners.name}) like lower(${pattern})
    or lower(${calendars.urlKey}) like lower(${pattern}))`;
}

/** How the rows stand in each order. `key`: the column that it compares; `text`: the same as a cursor keeps it. */
function orderOf(sort: CalendarSort): ListOrder & { key: SQL; text: SQL } {
  if (sort === "-changed") {
    const text = instantColumn(calendars.updatedAt, ".US");
    return { ...orderBy(sql`${calendars.updatedAt}`, sql`timestamptz`), text, downwards: true };
  }
  const name = sql`lower(${calendars.name})`;
  const key = sort === "state" ? sql`(${urgency()} || ${name})` : name;
  return { ...orderBy(key, sql`text`), text: key, downwards: sort === "-name" };
}

function orderBy(key: SQL, kind: SQL) {
  return {
    key,
    row: sql`(${key}, ${calendars.id})`,
    at: (cursor: { key: string; id: string }) => sql`(${cursor.key}::${kind}, ${cursor.id}::uuid)`,
  };
}

/** A digit, the lower the more somebody has to do about the calendar. */
function urgency(): SQL {
  return sql`case when ${inState("error")} then '0' when ${inState("unreachable")} then '1' when ${inState("stale")} then '2'
    when ${inState("none")} then '3' when ${inState("never")} then '4' when ${inState("running")} then '5'
    when ${inState("queued")} then '6' else '7' end`;
}

async function countRows(tx: Transaction, scope: SQL, where: SQL, passed: SQL) {
  const [counted] = await tx.execute<ListCounts & { inRemit: number }>(sql`
    select (select count(*)::int from ${calendars} where ${scope}) as "inRemit", "total", "before" from (
      select count(*)::int as "total", (count(*) filter (where ${passed}))::int as "before" from ${withOrganiser} where ${where}
    ) matching`);
  return counted ?? { total: 0, inRemit: 0, before: 0 };
}

type Reading = { where: SQL; order: { key: SQL; text: SQL }; beyond: SQL; direction: SQL };

async function readRows(tx: Transaction, { where, order: { key, text }, beyond, direction }: Reading) {
  const found = await tx.execute<CalendarListItem & { sortKey: string }>(sql`
    select ${headColumns()}, ${text} as "sortKey",
      (select count(*)::int from ${events} where ${events.calendarId} = ${calendars.id} and ${isComing()}) as "comingEvents"
    from ${withOrganiser}
    where ${where} and ${beyond}
    order by ${key} ${direction}, ${calendars.id} ${direction}
    limit ${CALENDARS_PER_PAGE}`);
  return [...found];
}

import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { calendars, events } from "@/db/schema/calendars";
import { partners } from "@/db/schema/places";
import { byKey } from "@/lib/permissions/facts/records";
import { hiddenEvent } from "@/lib/permissions/facts/site-content";
import type { Actor } from "@/lib/permissions/load-actor";
import { scopeOf } from "@/lib/permissions/scope";
import { now } from "@/lib/platform/clock";
import { containing } from "@/lib/platform/like-pattern";
import { MOST_CHOICES } from "../event-list/constants";
import type { EventSelection } from "../event-list/schemas";
import { meetsFocus } from "../partner-focus/queries";
import { NO_FOCUS } from "../partner-focus/schemas";

/** A calendar or organiser to filter by. `key` is the external id where there is one, else the UUID. */
export type Choice = { key: string; name: string };

/** What the filters offer: the first `MOST_CHOICES` by name of those in sight, and how many there are. */
export type EventChoices = {
  calendars: Choice[];
  calendarCount: number;
  partners: Choice[];
  partnerCount: number;
};

/** The calendar and the organiser that a list is really filtered by; null also where the actor does not see the one asked for. */
export type ChosenFilters = { calendar: (Choice & { id: string }) | null; partner: (Choice & { id: string }) | null };

/** What the filters of the list offer this actor, and what the asked-for keys stand for. One statement. */
export async function readChoices(
  tx: Transaction,
  actor: Actor,
  { calendar, partner }: Pick<EventSelection, "calendar" | "partner">,
): Promise<EventChoices & { chosen: ChosenFilters }> {
  const seesCalendar = sql`(${scopeOf(actor, "calendar", "view")})`;
  const organiser = sql`(${scopeOf(actor, "partner", "view")}) and exists (select 1 from ${calendars} where ${calendars.partnerId} = ${partners.id})`;
  const [row] = await tx.execute<EventChoices & ChosenFilters>(sql`
    select ${firstOf(calendars, seesCalendar)} as "calendars", (select count(*)::int from ${calendars} where ${seesCalendar}) as "calendarCount",
      ${firstOf(partners, organiser)} as "partners", (select count(*)::int from ${partners} where ${organiser}) as "partnerCount",
      ${chosenOf(calendars, calendar, seesCalendar)} as "calendar", ${chosenOf(partners, partner, sql`(${scopeOf(actor, "partner", "view")})`)} as "partner"`);
  if (row === undefined) throw new Error("A statement without a table gave no row.");
  const { calendar: chosenCalendar, partner: chosenPartner, ...choices } = row;
  return { ...choices, chosen: { calendar: chosenCalendar, partner: chosenPartner } };
}

type Named = typeof calendars | typeof partners;

function keyOf(table: Named): SQL {
  return sql`coalesce(${table.externalId}, ${table.id}::text)`;
}

function firstOf(table: Named, where: SQL): SQL {
  const first = sql`select ${keyOf(table)} as key, ${table.name} as name, ${table.id} as id from ${table} where ${where}
    order by lower(${table.name}), ${table.id} limit ${MOST_CHOICES}`;
  return sql`(select coalesce(json_agg(json_build_object('key', key, 'name', name) order by lower(name), id), '[]') from (${first}) first)`;
}

function chosenOf(table: Named, key: string, where: SQL): SQL {
  if (key === "") return sql`null::json`;
  return sql`(select json_build_object('id', ${table.id}, 'key', ${keyOf(table)}, 'name', ${table.name}) from ${table}
    where ${byKey(table.externalId, table.id, [key])} and ${where} order by (${table.externalId} = ${key}) desc nulls last limit 1)`;
}

/** The condition that a row of `events` which the actor may view meets everything that was asked for. A calendar or organiser that was not found is met by none. */
export function meetsEventFilters(actor: Actor, query: EventSelection, { calendar, partner }: ChosenFilters): SQL {
  const unknown = (query.calendar !== "" && calendar === null) || (query.partner !== "" && partner === null);
  const conditions = [
    unknown ? sql`false` : inTime(query.when),
    inState(query.state),
    ...(query.text === "" ? [] : [titled(query.text)]),
    ...(calendar === null ? [] : [sql`${events.calendarId} = ${calendar.id}::uuid`]),
    // Found first and compared as a list of ids, so that the index by calendar serves.
    ...(partner === null
      ? []
      : [
          sql`${events.calendarId} = any(array(select ${calendars.id} from ${calendars} where ${calendars.partnerId} = ${partner.id}::uuid))`,
        ]),
    ...(query.through === "" ? [] : [organisedThrough(actor, query.through)]),
  ];
  return sql`(${sql.join(conditions, sql` and `)})`;
}

/** The condition that a row of `events` belongs to a partner that is seen through this role of the actor's. */
function organisedThrough(actor: Actor, through: string): SQL {
  return sql`${events.calendarId} in (select ${calendars.id} from ${calendars} join ${partners} on ${partners.id} = ${calendars.partnerId}
    where ${meetsFocus(actor, { ...NO_FOCUS, through })})`;
}

/** Every word of the text stands in the title, in any order. */
function titled(text: string): SQL {
  const words = text.split(" ").map((word) => sql`lower(${events.title}) like lower(${containing(word)})`);
  return sql`(${sql.join(words, sql` and `)})`;
}

/** What is on now is still to come, as on the public pages. */
function inTime(when: EventSelection["when"]): SQL {
  const present = sql`${now().toISOString()}::timestamptz`;
  if (when === "all") return sql`true`;
  return when === "coming" ? sql`${events.endsAt} >= ${present}` : sql`${events.endsAt} < ${present}`;
}

function inState(state: EventSelection["state"]): SQL {
  if (state === "withdrawn") return sql`${events.withdrawnAt} is not null`;
  const there = sql`${events.withdrawnAt} is null`;
  if (state === "") return there;
  return state === "hidden" ? sql`(${there} and ${hiddenEvent()})` : sql`(${there} and not ${hiddenEvent()})`;
}

import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { calendarImports, calendars } from "@/db/schema/calendars";
import { roleGrants } from "@/db/schema/grants";
import { users } from "@/db/schema/people";
import { partners } from "@/db/schema/places";
import { completeGrant } from "@/lib/people/grants/queries";
import { EVERY_USER, userListHref } from "@/lib/people/user-list/schemas";
import { PEOPLE_PATH } from "@/lib/people/users/constants";
import { portalId } from "@/lib/permissions/catalogue";
import { type Decision, decide } from "@/lib/permissions/decide";
import { inForce } from "@/lib/permissions/facts/attributes";
import type { Actor } from "@/lib/permissions/load-actor";
import { scopeOf } from "@/lib/permissions/scope";
import { meetsCalendarFilters } from "@/lib/places/calendar-list/queries";
import { calendarListHref, EVERY_CALENDAR } from "@/lib/places/calendar-list/schemas";
import { CALENDARS_PATH } from "@/lib/places/calendars/constants";
import { type AskedLine, selects } from "@/lib/places/dashboards/queries";
import { NO_FOCUS } from "@/lib/places/partner-focus/schemas";
import { EVERY_PARTNER, partnerListHref } from "@/lib/places/partner-list/schemas";
import { PARTNERS_PATH } from "@/lib/places/partners/constants";
import { DATA_FAULTS, type DataFault, MOST_FAULTY } from "./constants";

/** A record with a fault. `key` is what its address takes: a person's is the e-mail address. */
export type FaultyRecord = Readonly<{ id: string; key: string; name: string }>;

/** A fault, how many records have it, the list of exactly those, and the first of them by name. */
export type DataFinding = Readonly<{ fault: DataFault; count: number; href: string; records: readonly FaultyRecord[] }>;

/** What was decided about the list, and every fault with its findings where the decision is yes. */
export type DataQuality = Readonly<{ decision: Decision; findings: readonly DataFinding[] | null }>;

type PartnerFault = "without-place" | "legacy-place" | "without-admin";
type CalendarFault = "failing" | "stale" | "never";

/** How the list of partners asks for each fault, so that both count the same. */
const PARTNER_FAULTS: Readonly<Record<PartnerFault, AskedLine["query"]>> = {
  "without-place": { focus: { ...NO_FOCUS, placed: "without" } },
  "legacy-place": { focus: { ...NO_FOCUS, placed: "legacy" } },
  "without-admin": { admin: "without" },
};

const CALENDAR_FAULTS = ["failing", "stale", "never"] as const satisfies readonly CalendarFault[];

/** What root should put right, each fault with its list. Three statements, however many records there are. */
export async function getDataQuality(actor: Actor): Promise<DataQuality> {
  return readTransaction(async (tx) => {
    const resource = { type: "system", id: portalId };
    const decision = await decide(tx, { actor, action: "view_data_quality", resource });
    if (decision.outcome !== "allow") return { decision, findings: null };
    const found = [
      ...(await readFaults(tx, partnerFaults(actor))),
      ...(await readFaults(tx, calendarFaults(actor))),
      ...(await readFaults(tx, [incompleteRoles()])),
    ];
    return { decision, findings: DATA_FAULTS.map((fault) => findingOf(fault, found)) };
  });
}

type Row = FaultyRecord & { fault: DataFault; total: number };

/** One statement: each selection gives the first records of its fault by name, and their number. */
async function readFaults(tx: Transaction, selections: readonly SQL[]): Promise<readonly Row[]> {
  return tx.execute<Row>(
    sql.join(
      selections.map((selection) => sql`(${selection} order by "name", "id" limit ${MOST_FAULTY})`),
      sql` union all `,
    ),
  );
}

function partnerFaults(actor: Actor): SQL[] {
  return Object.entries(PARTNER_FAULTS).map(
    ([fault, query]) => sql`
      select ${fault} as "fault", ${partners.id} as "id", coalesce(${partners.externalId}, ${partners.id}::text) as "key",
        ${partners.name} as "name", (count(*) over ())::int as "total"
      from ${partners} where (${scopeOf(actor, "partner", "view")}) and ${selects(actor, query)}`,
  );
}

function calendarFaults(actor: Actor): SQL[] {
  return CALENDAR_FAULTS.map(
    (fault) => sql`
      select ${fault} as "fault", ${calendars.id} as "id", coalesce(${calendars.externalId}, ${calendars.id}::text) as "key",
        ${calendars.name} as "name", (count(*) over ())::int as "total"
      from ${calendars} inner join ${calendarImports} on ${calendarImports.calendarId} = ${calendars.id}
        inner join ${partners} on ${partners.id} = ${calendars.partnerId}
      where (${scopeOf(actor, "calendar", "view")}) and ${meetsCalendarFilters(actor, { ...EVERY_CALENDAR, state: fault })}`,
  );
}

/** People, not roles: that is what the list of people counts. */
function incompleteRoles(): SQL {
  return sql`
    select 'incomplete-role' as "fault", ${users.id} as "id", ${users.email} as "key", ${users.name} as "name",
      (count(*) over ())::int as "total"
    from ${users} where exists (select 1 from ${roleGrants}
      where ${roleGrants.userId} = ${users.id} and ${inForce()} and not (${completeGrant()}))`;
}

function findingOf(fault: DataFault, rows: readonly Row[]): DataFinding {
  const mine = rows.filter((row) => row.fault === fault);
  const records = mine.map(({ id, key, name }) => ({ id, key, name }));
  return { fault, count: mine[0]?.total ?? 0, href: hrefOf(fault), records };
}

function hrefOf(fault: DataFault): string {
  switch (fault) {
    case "without-place":
    case "legacy-place":
    case "without-admin":
      return partnerListHref(PARTNERS_PATH, EVERY_PARTNER, PARTNER_FAULTS[fault]);
    case "incomplete-role":
      return userListHref(PEOPLE_PATH, EVERY_USER, { role: "incomplete" });
    default:
      return calendarListHref(CALENDARS_PATH, EVERY_CALENDAR, { state: fault });
  }
}

import "server-only";
import { sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { instantColumn } from "@/db/instant-column";
import { roleGrantNeighbourhoods, roleGrantPartnerships, roleGrants } from "@/db/schema/grants";
import { users } from "@/db/schema/people";
import { neighbourhoods, partners } from "@/db/schema/places";
import { auditEvents, mails } from "@/db/schema/platform";
import { nameNow } from "@/lib/people/audit-events/queries";
import { completeGrant } from "@/lib/people/grants/queries";
import { inState, settledColumn } from "@/lib/people/mails/queries";
import { EVERY_MAIL, mailListHref } from "@/lib/people/mails/schemas";
import { countUsers } from "@/lib/people/user-filters/queries";
import { EVERY_USER, type UserListQuery, userListHref } from "@/lib/people/user-list/schemas";
import { PEOPLE_PATH } from "@/lib/people/users/constants";
import { inForce } from "@/lib/permissions/facts/attributes";
import type { Actor } from "@/lib/permissions/load-actor";
import { scopeOf } from "@/lib/permissions/scope";
import { MOST_NAMED } from "@/lib/places/dashboards/constants";
import {
  type AskedLine,
  countLines,
  type DashboardLine,
  type DashboardReading,
  readDashboard,
  usualLines,
} from "@/lib/places/dashboards/queries";
import { NEIGHBOURHOODS_PATH } from "@/lib/places/neighbourhood-tree/constants";
import { NO_FOCUS } from "@/lib/places/partner-focus/schemas";
import { now } from "@/lib/platform/clock";
import { LATEST_EVENTS, TREND_WEEKS } from "./constants";

/** A mail that could not be sent yet, or was given up. Instants are ISO in UTC. */
export type UndeliveredMail = {
  id: string;
  recipient: string;
  subject: string;
  failedAt: string;
  failure: string | null;
};

/** A role that opens nothing, because a part of what it takes is missing. Source: domains/places.md section 2. */
export type IncompleteGrant = {
  grantId: string;
  userId: string;
  email: string;
  name: string;
  role: "neighbourhood_admin" | "partnership_admin";
  missing: ("neighbourhoods" | "partnerships")[];
};

/** An event of the audit trail, in short. `resourceName`: what the record is called now; null where it is gone or has no name. */
export type LatestEvent = {
  id: string;
  at: string;
  actorLabel: string;
  action: string;
  resourceType: string;
  resourceId: string;
  resourceName: string | null;
};

/** How the machine fares. `oldestDueAt`: since when the job waits that should have been done longest ago; ISO in UTC. */
export type SystemHealth = {
  waiting: number;
  retrying: number;
  failed: number;
  oldestDueAt: string | null;
  databaseBytes: number;
};

/** A number, and the list of exactly those that it counts. */
type Counted = { count: number; href: string };

/** What root needs today, and how the wing is doing. Source: PORTAL.md, Dashboards. */
export type RootDashboard = {
  lines: DashboardLine[];
  /** Everybody with an account, and every place of the tree. */
  people: Counted;
  neighbourhoods: Counted;
  /** Partners made in each week, which begins on that Monday (`YYYY-MM-DD`, UTC), the oldest first. */
  trend: { week: string; created: number }[];
  /** The latest of them, and how many there are. */
  undelivered: Counted & { mails: UndeliveredMail[] };
  /** People with such a role, and the latest of these roles. */
  incomplete: Counted & { grants: IncompleteGrant[] };
  /** What was done last. That people come and go says nothing here; the whole trail tells it. */
  events: LatestEvent[];
  health: SystemHealth;
};

/** The dashboard of root. Eight statements. */
export async function getRootDashboard(actor: Actor): Promise<DashboardReading<RootDashboard>> {
  return readTransaction((tx) =>
    readDashboard(tx, actor, "root", async () => ({
      lines: await countLines(tx, actor, lines),
      people: await countPeople(tx, actor, ""),
      trend: await readTrend(tx, actor),
      undelivered: await readUndelivered(tx),
      incomplete: { ...(await countPeople(tx, actor, "incomplete")), grants: await readIncomplete(tx) },
      events: await readEvents(tx),
      ...(await readNumbers(tx, actor)),
    })),
  );
}

const lines: readonly AskedLine[] = [
  ...usualLines({}),
  { key: "without-place", query: { focus: { ...NO_FOCUS, placed: "without" } } },
];

async function countPeople(tx: Transaction, actor: Actor, role: UserListQuery["role"]): Promise<Counted> {
  const query = { ...EVERY_USER, role };
  return { count: await countUsers(tx, actor, query), href: userListHref(PEOPLE_PATH, query) };
}

/** Weeks begin on Mondays, as PostgreSQL's do. */
async function readTrend(tx: Transaction, actor: Actor): Promise<RootDashboard["trend"]> {
  const present = sql`date_trunc('week', ${now().toISOString()}::timestamptz at time zone 'UTC')`;
  const first = sql`${present} - make_interval(weeks => ${TREND_WEEKS - 1})`;
  const rows = await tx.execute<{ week: string; created: number }>(sql`
    select to_char(weeks.week, 'YYYY-MM-DD') as "week", coalesce(made.created, 0) as "created"
    from generate_series(${first}, ${present}, interval '1 week') as weeks(week) left join (
      select date_trunc('week', ${partners.createdAt} at time zone 'UTC') as week, count(*)::int as created from ${partners}
      where ${partners.createdAt} >= (${first}) at time zone 'UTC' and (${scopeOf(actor, "partner", "view")}) group by 1
    ) made on made.week = weeks.week
    order by weeks.week`);
  return [...rows];
}

async function readUndelivered(tx: Transaction): Promise<RootDashboard["undelivered"]> {
  const rows = await tx.execute<UndeliveredMail & { total: number }>(sql`
    select ${mails.id} as "id", ${mails.recipient} as "recipient", ${mails.subject} as "subject",
      ${settledColumn()} as "failedAt", ${mails.failure} as "failure", (count(*) over ())::int as "total"
    from ${mails} where ${inState("undelivered")}
    order by ${mails.failedAt} desc nulls last, ${mails.id} limit ${MOST_NAMED}`);
  const href = mailListHref(EVERY_MAIL, { state: "undelivered" });
  return { count: rows[0]?.total ?? 0, href, mails: rows.map(({ total: _, ...mail }) => mail) };
}

async function readIncomplete(tx: Transaction): Promise<IncompleteGrant[]> {
  const places = sql`select 1 from ${roleGrantNeighbourhoods} where ${roleGrantNeighbourhoods.grantId} = ${roleGrants.id}`;
  const partnerships = sql`select 1 from ${roleGrantPartnerships} where ${roleGrantPartnerships.grantId} = ${roleGrants.id}`;
  const rows = await tx.execute<IncompleteGrant>(sql`
    select ${roleGrants.id} as "grantId", ${users.id} as "userId", ${users.email} as "email", ${users.name} as "name", ${roleGrants.role} as "role",
      array_remove(array[case when not exists (${places}) then 'neighbourhoods' end,
        case when ${roleGrants.role} = 'partnership_admin' and not exists (${partnerships}) then 'partnerships' end], null) as "missing"
    from ${roleGrants} join ${users} on ${users.id} = ${roleGrants.userId}
    where ${roleGrants.role} in ('neighbourhood_admin', 'partnership_admin') and ${inForce()} and not ${completeGrant()}
    order by ${roleGrants.grantedAt} desc, ${roleGrants.id} limit ${MOST_NAMED}`);
  return [...rows];
}

async function readEvents(tx: Transaction): Promise<LatestEvent[]> {
  const rows = await tx.execute<LatestEvent>(sql`
    select ${auditEvents.id} as "id", ${instantColumn(auditEvents.at)} as "at", ${auditEvents.actorLabel} as "actorLabel",
      ${auditEvents.action} as "action", ${auditEvents.resourceType} as "resourceType", ${auditEvents.resourceId} as "resourceId",
      ${nameNow()} as "resourceName"
    from ${auditEvents} where ${auditEvents.action} not in ('session.start', 'session.end')
    order by ${auditEvents.id} desc limit ${LATEST_EVENTS}`);
  return [...rows];
}

async function readNumbers(tx: Transaction, actor: Actor): Promise<Pick<RootDashboard, "neighbourhoods" | "health">> {
  type Row = Omit<SystemHealth, "databaseBytes"> & { databaseBytes: string; places: number };
  const [row] = await tx.execute<Row>(sql`
    select waiting as "waiting", retrying as "retrying", failed as "failed", ${instantColumn(sql`oldest_due`)} as "oldestDueAt",
      pg_database_size(current_database())::text as "databaseBytes",
      (select count(*)::int from ${neighbourhoods} where (${scopeOf(actor, "neighbourhood", "view")})) as "places"
    from queue_health()`);
  if (row === undefined) throw new Error("The job queue says nothing of itself.");
  const { places, databaseBytes, ...queue } = row;
  return {
    neighbourhoods: { count: places, href: NEIGHBOURHOODS_PATH },
    health: { ...queue, databaseBytes: Number(databaseBytes) },
  };
}

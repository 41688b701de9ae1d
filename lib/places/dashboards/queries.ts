import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { cookies } from "next/headers";
import type { Transaction } from "@/db/client";
import { partners } from "@/db/schema/places";
import { portalId, type Role } from "@/lib/permissions/catalogue";
import { type Decision, decide } from "@/lib/permissions/decide";
import type { Actor, Grant } from "@/lib/permissions/load-actor";
import { dashboardPart } from "@/lib/permissions/policies/system";
import { capabilities, listCondition, scopeOf } from "@/lib/permissions/scope";
import { meetsFilters } from "@/lib/places/partner-filters/queries";
import { NO_FOCUS, type PartnerFocus } from "@/lib/places/partner-focus/schemas";
import { EVERY_PARTNER, type PartnerListQuery, partnerListHref } from "@/lib/places/partner-list/schemas";
import { PARTNERS_PATH } from "@/lib/places/partners/constants";
import { updatedAtColumn } from "@/lib/places/partners/queries";
import {
  DASHBOARD_COOKIE,
  type DashboardLineKey,
  MOST_NAMED,
  PLACES_DASHBOARDS,
  type PlacesDashboard,
  QUICK_ACTS,
  type QuickAct,
  RECENT_DAYS,
  readDashboardOrder,
} from "./constants";

/** The role that each dashboard is for. */
const ROLES: Readonly<Record<PlacesDashboard, Role>> = {
  root: "root",
  neighbourhood: "neighbourhood_admin",
  partnership: "partnership_admin",
  partner: "partner_admin",
};

/**
 * The dashboards that the actor's own roles open, the widest first: the tabs. Whoever is root may open the others too, by
 * address, but they are about roles that root does not hold. Asks nothing of the database.
 */
export function listDashboards(actor: Actor): readonly PlacesDashboard[] {
  return PLACES_DASHBOARDS.filter((dashboard) => {
    return opens({ ...actor, grants: actor.grants.filter(({ role }) => role === ROLES[dashboard]) }, dashboard);
  });
}

function opens(actor: Actor, dashboard: PlacesDashboard): boolean {
  const part = dashboardPart(dashboard);
  return capabilities(actor, "system", [part], {})[part] === true;
}

/**
 * The tabs in the order in which they are shown: the one that is open, then those that this browser opened before, the
 * last one first, then the others, the widest first. Source: PORTAL.md, Frame.
 * @param open the dashboard whose own page is asked for; null at home.
 */
export async function listDashboardTabs(
  actor: Actor,
  open: PlacesDashboard | null,
): Promise<readonly PlacesDashboard[]> {
  const before = readDashboardOrder((await cookies()).get(DASHBOARD_COOKIE)?.value);
  const held = listDashboards(actor);
  // What the cookie names and the actor's roles do not open, such as a dashboard that was refused, has no tab.
  const first = [open, ...before].filter((name) => name !== null && held.includes(name));
  return [...new Set([...first, ...held])].filter((name) => name !== null);
}

/** The actor's own roles that a dashboard is about, and those that give nothing yet, which wait to be completed wherever one is. */
export function grantsBehind(actor: Actor, dashboard: PlacesDashboard): readonly Grant[] {
  return actor.grants.filter((grant) => {
    const alone = { ...actor, grants: [grant] };
    return grant.role === ROLES[dashboard] || !PLACES_DASHBOARDS.some((name) => opens(alone, name));
  });
}

/** What the actor may begin from a dashboard. Asks nothing of the database. */
export function listQuickActs(actor: Actor): readonly QuickAct[] {
  const types = { "create-partner": "partner", "create-neighbourhood": "neighbourhood" } as const;
  return QUICK_ACTS.filter((act) => listCondition(actor, types[act], "create").rows !== "none");
}

/** What was decided about a dashboard, and the dashboard where the decision is yes. */
export type DashboardReading<Dashboard> = { decision: Decision; dashboard: Dashboard | null };

/** Reads a dashboard for those who may open it. Asking takes no statement. */
export async function readDashboard<Dashboard>(
  tx: Transaction,
  actor: Actor,
  name: PlacesDashboard,
  read: () => Promise<Dashboard>,
): Promise<DashboardReading<Dashboard>> {
  const resource = { type: "system", id: portalId };
  const decision = await decide(tx, { actor, action: "view_dashboard", resource, properties: { dashboard: name } });
  return { decision, dashboard: decision.outcome === "allow" ? await read() : null };
}

/** A number, and the list of exactly the partners that it counts. */
export type DashboardLine = { key: DashboardLineKey; count: number; href: string };

/** A line before it is counted. */
export type AskedLine = Readonly<{ key: DashboardLineKey; query: Partial<Omit<PartnerListQuery, "place" | "tag">> }>;

/** What every dashboard asks about the partners that it is about. */
export function usualLines(focus: Partial<PartnerFocus>): AskedLine[] {
  const about = { ...NO_FOCUS, ...focus };
  return [
    { key: "partners", query: { focus: about } },
    { key: "without-admin", query: { focus: about, admin: "without" } },
    { key: "without-hours", query: { focus: { ...about, hours: "without" } } },
    { key: "hidden", query: { focus: about, visibility: "hidden" } },
    { key: "changed", query: { focus: { ...about, changed: RECENT_DAYS }, sort: "-changed" } },
  ];
}

/** Counts lines, all in one statement, by the very conditions of the lists that they lead to. */
export async function countLines(tx: Transaction, actor: Actor, asked: readonly AskedLine[]): Promise<DashboardLine[]> {
  const counts = asked.map(({ query }) => sql`(count(*) filter (where ${selects(actor, query)}))::int`);
  const [row] = await tx.execute<{ counts: number[] }>(sql`
    select array[${sql.join(counts, sql`, `)}] as "counts" from ${partners} where (${scopeOf(actor, "partner", "view")})`);
  return asked.map(({ key, query }, index) => ({
    key,
    count: row?.counts[index] ?? 0,
    href: partnerListHref(PARTNERS_PATH, EVERY_PARTNER, query),
  }));
}

/** The condition that a row of `partners` is in the list that a line asks for, beside being in sight. */
export function selects(actor: Actor, query: AskedLine["query"]): SQL {
  return meetsFilters(actor, { ...EVERY_PARTNER, ...query }, { place: null, tag: null });
}

/** A partner as a dashboard names it. */
export type NamedPartner = { id: string; externalId: string | null; name: string; changedAt: string };

/** The partners changed last among those that a line asks for. One statement. */
export async function lastChanged(tx: Transaction, actor: Actor, query: AskedLine["query"]): Promise<NamedPartner[]> {
  const found = await tx.execute<NamedPartner>(sql`
    select ${partners.id} as "id", ${partners.externalId} as "externalId", ${partners.name} as "name", ${updatedAtColumn()} as "changedAt"
    from ${partners} where (${scopeOf(actor, "partner", "view")}) and ${selects(actor, query)}
    order by ${partners.updatedAt} desc, ${partners.id} desc limit ${MOST_NAMED}`);
  return [...found];
}

import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { roleGrants } from "@/db/schema/grants";
import { users } from "@/db/schema/people";
import { partnerHidings, partners } from "@/db/schema/places";
import type { Actor } from "@/lib/permissions/load-actor";
import { scopeOf } from "@/lib/permissions/scope";
import type { CalendarHead } from "@/lib/places/calendars/queries";
import {
  countCalendarLines,
  listNextEvents,
  listOwnCalendars,
  type NextEvents,
} from "@/lib/places/dashboard-calendars/queries";
import {
  countLines,
  type DashboardLine,
  type DashboardReading,
  readDashboard,
  selects,
  usualLines,
} from "@/lib/places/dashboards/queries";
import { type CompletenessItem, type CompletenessKey, checklistOf } from "@/lib/places/partner-completeness/constants";
import { completeColumn } from "@/lib/places/partner-completeness/queries";
import { NO_FOCUS } from "@/lib/places/partner-focus/schemas";
import { isHidingInForce } from "@/lib/places/partner-hidings/queries";
import { type PublicSite, publicSitesColumn } from "@/lib/places/partner-sites/queries";
import { isAdminGrant, updatedAtColumn } from "@/lib/places/partners/queries";
import { MOST_OWN_PARTNERS } from "./constants";

/** A partner that one administers, with what is still missing. */
export type OwnPartner = {
  id: string;
  externalId: string | null;
  name: string;
  changedAt: string;
  checklist: CompletenessItem[];
  /** The moderators' words, where it is hidden: its admins read why. */
  hiding: { reason: string; hiddenOn: string } | null;
  /** The other admins, as far as the actor may view them; `unseenCoAdmins` counts the rest. */
  coAdmins: { name: string; email: string }[];
  unseenCoAdmins: number;
  /** The published sites that show it. */
  publicSites: PublicSite[];
};

/**
 * What a partner admin needs today. `partners`: the first of them by name, at most `MOST_OWN_PARTNERS`; `calendars`: the
 * first of theirs, at most `MOST_OWN_CALENDARS`. Source: PORTAL.md, Dashboards.
 */
export type PartnerDashboard = {
  lines: DashboardLine[];
  partners: OwnPartner[];
  calendars: CalendarHead[];
  nextEvents: NextEvents;
};

const OWN = "partner_admin";

const focus = { ...NO_FOCUS, through: OWN };

/** The dashboard of a partner admin. Five statements. */
export async function getPartnerDashboard(actor: Actor): Promise<DashboardReading<PartnerDashboard>> {
  return readTransaction((tx) =>
    readDashboard(tx, actor, "partner", async () => ({
      lines: [
        ...(await countLines(tx, actor, usualLines(focus))),
        ...(await countCalendarLines(tx, actor, [OWN])).flat(),
      ],
      partners: await readOwn(tx, actor),
      calendars: await listOwnCalendars(tx, actor, OWN),
      nextEvents: await listNextEvents(tx, actor, OWN),
    })),
  );
}

type Row = Omit<OwnPartner, "checklist"> & { complete: CompletenessKey[] };

async function readOwn(tx: Transaction, actor: Actor): Promise<OwnPartner[]> {
  const rows = await tx.execute<Row>(sql`
    select ${partners.id} as "id", ${partners.externalId} as "externalId", ${partners.name} as "name", ${updatedAtColumn()} as "changedAt",
      ${completeColumn()} as "complete",
      (select json_build_object('reason', ${partnerHidings.reason}, 'hiddenOn', to_char(${partnerHidings.hiddenAt} at time zone 'UTC', 'YYYY-MM-DD'))
        from ${partnerHidings} where ${isHidingInForce()}) as "hiding",
      (select coalesce(json_agg(json_build_object('name', ${users.name}, 'email', ${users.email}) order by ${users.name}, ${users.id}), '[]')
        from ${otherAdmins(actor)} and (${scopeOf(actor, "user", "view")})) as "coAdmins",
      (select count(*)::int from ${otherAdmins(actor)} and not (${scopeOf(actor, "user", "view")})) as "unseenCoAdmins",
      ${publicSitesColumn()} as "publicSites"
    from ${partners} where (${scopeOf(actor, "partner", "view")}) and ${selects(actor, { focus })}
    order by lower(${partners.name}), ${partners.id} limit ${MOST_OWN_PARTNERS}`);
  return rows.map(({ complete, ...partner }) => ({ ...partner, checklist: checklistOf(complete) }));
}

function otherAdmins(actor: Actor): SQL {
  return sql`${roleGrants} join ${users} on ${users.id} = ${roleGrants.userId} where ${isAdminGrant()} and ${users.id} <> ${actor.userId}::uuid`;
}

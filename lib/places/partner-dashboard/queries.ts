import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { roleGrants } from "@/db/schema/grants";
import { users } from "@/db/schema/people";
import { partnerAddresses, partnerHidings, partners } from "@/db/schema/places";
import type { Actor } from "@/lib/permissions/load-actor";
import { scopeOf } from "@/lib/permissions/scope";
import {
  countLines,
  type DashboardLine,
  type DashboardReading,
  readDashboard,
  selects,
  usualLines,
} from "@/lib/places/dashboards/queries";
import { hasHours } from "@/lib/places/opening-hours/queries";
import { NO_FOCUS } from "@/lib/places/partner-focus/schemas";
import { isHidingInForce } from "@/lib/places/partner-hidings/queries";
import { isAdminGrant, updatedAtColumn } from "@/lib/places/partners/queries";
import { COMPLETENESS, type CompletenessKey, MOST_OWN_PARTNERS } from "./constants";

/** A partner that one administers, with what is still missing. */
export type OwnPartner = {
  id: string;
  externalId: string | null;
  name: string;
  changedAt: string;
  checklist: { key: CompletenessKey; done: boolean }[];
  /** The moderators' words, where it is hidden: its admins read why. */
  hiding: { reason: string; hiddenOn: string } | null;
  /** The other admins, as far as the actor may view them; `unseenCoAdmins` counts the rest. */
  coAdmins: { name: string; email: string }[];
  unseenCoAdmins: number;
};

/** What a partner admin needs today. `partners`: the first of them by name, at most `MOST_OWN_PARTNERS`. Source: PORTAL.md, Dashboards. */
export type PartnerDashboard = { lines: DashboardLine[]; partners: OwnPartner[] };

const focus = { ...NO_FOCUS, through: "partner_admin" };

/** The dashboard of a partner admin. Two statements. */
export async function getPartnerDashboard(actor: Actor): Promise<DashboardReading<PartnerDashboard>> {
  return readTransaction((tx) =>
    readDashboard(tx, actor, "partner", async () => ({
      lines: await countLines(tx, actor, usualLines(focus)),
      partners: await readOwn(tx, actor),
    })),
  );
}

type Row = Omit<OwnPartner, "checklist"> & { done: CompletenessKey[] };

async function readOwn(tx: Transaction, actor: Actor): Promise<OwnPartner[]> {
  const checks = COMPLETENESS.map((key) => sql`case when ${DONE[key]} then ${key}::text end`);
  const rows = await tx.execute<Row>(sql`
    select ${partners.id} as "id", ${partners.externalId} as "externalId", ${partners.name} as "name", ${updatedAtColumn()} as "changedAt",
      array_remove(array[${sql.join(checks, sql`, `)}], null) as "done",
      (select json_build_object('reason', ${partnerHidings.reason}, 'hiddenOn', to_char(${partnerHidings.hiddenAt} at time zone 'UTC', 'YYYY-MM-DD'))
        from ${partnerHidings} where ${isHidingInForce()}) as "hiding",
      (select coalesce(json_agg(json_build_object('name', ${users.name}, 'email', ${users.email}) order by ${users.name}, ${users.id}), '[]')
        from ${otherAdmins(actor)} and (${scopeOf(actor, "user", "view")})) as "coAdmins",
      (select count(*)::int from ${otherAdmins(actor)} and not (${scopeOf(actor, "user", "view")})) as "unseenCoAdmins"
    from ${partners} where (${scopeOf(actor, "partner", "view")}) and ${selects(actor, { focus })}
    order by lower(${partners.name}), ${partners.id} limit ${MOST_OWN_PARTNERS}`);
  return rows.map(({ done, ...partner }) => ({
    ...partner,
    checklist: COMPLETENESS.map((key) => ({ key, done: done.includes(key) })),
  }));
}

function otherAdmins(actor: Actor): SQL {
  return sql`${roleGrants} join ${users} on ${users.id} = ${roleGrants.userId} where ${isAdminGrant()} and ${users.id} <> ${actor.userId}::uuid`;
}

/** When each thing is there, over a row of `partners`. */
const DONE: Readonly<Record<CompletenessKey, SQL>> = {
  summary: sql`${partners.summary} is not null`,
  description: sql`${partners.description} is not null`,
  address: sql`exists (select 1 from ${partnerAddresses} where ${partnerAddresses.partnerId} = ${partners.id})`,
  hours: hasHours(),
  contact: sql`coalesce(${partners.publicContactPhone}, ${partners.publicContactEmail}) is not null`,
  website: sql`${partners.website} is not null`,
  "second-admin": sql`(select count(*) from ${roleGrants} where ${isAdminGrant()}) >= 2`,
};

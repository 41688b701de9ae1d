import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { instantColumn } from "@/db/instant-column";
import { roleGrants } from "@/db/schema/grants";
import { users } from "@/db/schema/people";
import {
  neighbourhoods,
  partnerAddresses,
  partnerHidings,
  partnerServiceAreas,
  partners,
  tags,
} from "@/db/schema/places";
import { type Ask, decideMany } from "@/lib/permissions/decide";
import { inForce } from "@/lib/permissions/facts/attributes";
import { byKey } from "@/lib/permissions/facts/records";
import type { Actor } from "@/lib/permissions/load-actor";
import { readableTag } from "@/lib/permissions/readable-tags";
import type { Reason } from "@/lib/permissions/reasons";
import { scopeOf } from "@/lib/permissions/scope";
import { openingHoursColumn } from "@/lib/places/opening-hours/queries";
import { isHidingInForce } from "@/lib/places/partner-hidings/queries";
import { pathNames } from "@/lib/places/place-paths/queries";
import { PARTNER_ACTS, type PartnerActName } from "./constants";

/** A tag as it is shown: its kind decides how. `id` is the external id where it has one, else the UUID. */
export type ShownTag = { id: string; name: string; kind: "category" | "facility" | "partnership" };

/** A column beside `partners`: the tags whose names this actor may read on the partner, as a list of `ShownTag`. */
export function shownTags(actor: Actor): SQL {
  return sql`(
    select coalesce(json_agg(json_build_object('id', coalesce(${tags.externalId}, ${tags.id}::text), 'name', ${tags.name}, 'kind', ${tags.kind})
      order by ${tags.kind} desc, ${tags.name}), '[]')
    from ${tags} where ${tags.number} = any(${partners.tagIds}) and ${readableTag(actor)})`;
}

/** A column beside `partners`: how many of its tags this actor may not read. */
export function unseenTags(actor: Actor): SQL {
  return sql`(select count(*)::int from ${tags} where ${tags.number} = any(${partners.tagIds}) and not ${readableTag(actor)})`;
}

/** The condition that a row of `role_grants` makes somebody an admin of the row of `partners` beside it, today. */
export function isAdminGrant(): SQL {
  return sql`${roleGrants.partnerId} = ${partners.id} and ${roleGrants.role} = 'partner_admin' and ${inForce()}`;
}

/** A place with the names on its way up to the country, itself first, and its kind. */
export type PlacePath = { code: string; name: string; unit: string; path: string[] };

/** Name, phone and e-mail of somebody to turn to; each may be missing. */
export type Contact = { name: string | null; phone: string | null; email: string | null };

/** A partner as its own page shows it. Columns that this actor may not read are null. */
export type PartnerRecord = {
  id: string;
  externalId: string | null;
  /** Rises by one with every change of the partner or of what hangs on it; a stale edit is found by it. */
  version: number;
  /** When that was last, an instant in UTC as ISO 8601 writes it. */
  updatedAt: string;
  name: string;
  slug: string | null;
  summary: string | null;
  description: string | null;
  accessibility: string | null;
  website: string | null;
  socials: Record<string, string>;
  publicContact: Contact;
  /** For those who may edit the partner; null for everybody else. */
  internalContact: Contact | null;
  address: { lines: string[]; postcode: string; place: PlacePath } | null;
  serviceAreas: PlacePath[];
  tags: ShownTag[];
  unseenTags: number;
  /** Days count from Monday (1); times are `HH:MM`. */
  openingHours: { day: number; opens: string; closes: string }[];
  /** The hiding in force. Its reason is for those who may edit the partner; the name is that of a person the actor may view. */
  hiding: { reason: string | null; hiddenOn: string; hiddenBy: string | null } | null;
  /** Names of the admins that the actor may view; `unseenAdmins` counts the others. */
  admins: string[];
  unseenAdmins: number;
};

/**
 * The partner with this UUID or external id, or null where there is none within the actor's remit: whoever may not see
 * it cannot tell the two apart. One statement.
 */
export async function getPartner(actor: Actor, partnerId: string): Promise<PartnerRecord | null> {
  return readTransaction((tx) => readPartner(tx, actor, partnerId));
}

async function readPartner(tx: Transaction, actor: Actor, partnerId: string): Promise<PartnerRecord | null> {
  // PostgreSQL holds no zero byte in a text and would raise an error for it.
  if (partnerId.includes("\u0000")) return null;
  const mayEdit = scopeOf(actor, "partner", "update");
  const [found] = await tx.execute<PartnerRecord>(sql`
    select ${partners.id} as "id", ${partners.externalId} as "externalId", ${partners.version} as "version", ${updatedAtColumn()} as "updatedAt",
      ${partners.name} as "name", ${partners.slug} as "slug",
      ${partners.summary} as "summary", ${partners.description} as "description", ${partners.accessibility} as "accessibility",
      ${partners.website} as "website", ${partners.socials} as "socials",
      json_build_object('name', ${partners.publicContactName}, 'phone', ${partners.publicContactPhone}, 'email', ${partners.publicContactEmail}) as "publicContact",
      case when (${mayEdit}) then
        json_build_object('name', ${partners.internalContactName}, 'phone', ${partners.internalContactPhone}, 'email', ${partners.internalContactEmail})
      end as "internalContact",
      ${addressColumn()} as "address", ${serviceAreasColumn()} as "serviceAreas",
      ${shownTags(actor)} as "tags", ${unseenTags(actor)} as "unseenTags",
      ${openingHoursColumn()} as "openingHours", ${hidingColumn(actor, mayEdit)} as "hiding", ${adminsColumn(actor)} as "admins",
      (select count(*)::int from ${roleGrants} join ${users} on ${users.id} = ${roleGrants.userId}
        where ${isAdminGrant()} and not (${scopeOf(actor, "user", "view")})) as "unseenAdmins"
    from ${partners}
    where ${byKey(partners.externalId, partners.id, [partnerId])} and (${scopeOf(actor, "partner", "view")})
    order by (${partners.externalId} = ${partnerId}) desc nulls last limit 1`);
  return found ?? null;
}

/** A column beside `partners`: the instant of the last change to the microsecond, as the database keeps it. */
export function updatedAtColumn(): SQL {
  return instantColumn(partners.updatedAt, ".US");
}

function placePath(): SQL {
  return sql`json_build_object('code', ${neighbourhoods.code}, 'name', ${neighbourhoods.name}, 'unit', ${neighbourhoods.unit}, 'path', ${pathNames()})`;
}

function addressColumn(): SQL {
  return sql`(
    select json_build_object(
      'lines', array_remove(array[${partnerAddresses.line1}, ${partnerAddresses.line2}, ${partnerAddresses.city}], null),
      'postcode', ${partnerAddresses.postcode}, 'place', ${placePath()})
    from ${partnerAddresses} join ${neighbourhoods} on ${neighbourhoods.id} = ${partnerAddresses.neighbourhoodId}
    where ${partnerAddresses.partnerId} = ${partners.id})`;
}

function serviceAreasColumn(): SQL {
  return sql`(
    select coalesce(json_agg(${placePath()} order by ${neighbourhoods.name}, ${neighbourhoods.id}), '[]')
    from ${partnerServiceAreas} join ${neighbourhoods} on ${neighbourhoods.id} = ${partnerServiceAreas.neighbourhoodId}
    where ${partnerServiceAreas.partnerId} = ${partners.id})`;
}

function hidingColumn(actor: Actor, mayEdit: SQL): SQL {
  return sql`(
    select json_build_object(
      'reason', case when (${mayEdit}) then ${partnerHidings.reason} end,
      'hiddenOn', to_char(${partnerHidings.hiddenAt} at time zone 'UTC', 'YYYY-MM-DD'),
      'hiddenBy', (select ${users.name} from ${users} where ${users.id} = ${partnerHidings.hiddenBy} and (${scopeOf(actor, "user", "view")})))
    from ${partnerHidings} where ${isHidingInForce()})`;
}

function adminsColumn(actor: Actor): SQL {
  return sql`array(
    select ${users.name} from ${roleGrants} join ${users} on ${users.id} = ${roleGrants.userId}
    where ${isAdminGrant()} and (${scopeOf(actor, "user", "view")})
    order by ${users.name}, ${users.id})`;
}

/** Why the actor sees a partner, and what else they may do to it; `confirm` counts as allowed. */
export type PartnerRemit = {
  view: readonly Reason[];
  acts: { act: PartnerActName; allowed: boolean; reasons: readonly Reason[] }[];
};

/** What each act asks the engine, in the words of the action catalogue. */
const QUESTIONS: Readonly<Record<PartnerActName, Pick<Ask, "action" | "properties">>> = {
  update: { action: "update" },
  slug: { action: "update", properties: { fields: ["slug"] } },
  hide: { action: "hide" },
  unhide: { action: "unhide" },
  admins: { action: "assign_role" },
  history: { action: "view_history" },
  delete: { action: "delete" },
};

/** A partner with the reasons behind the actor's view of it and behind what else they may or may not do; null as in `getPartner`. */
export async function getExplainedPartner(
  actor: Actor,
  partnerId: string,
): Promise<{ partner: PartnerRecord; remit: PartnerRemit } | null> {
  return readTransaction(async (tx) => {
    const partner = await readPartner(tx, actor, partnerId);
    return partner && { partner, remit: await explainPartner(tx, actor, partner) };
  });
}

async function explainPartner(tx: Transaction, actor: Actor, partner: PartnerRecord): Promise<PartnerRemit> {
  const pointless = partner.hiding === null ? "unhide" : "hide";
  const acts = PARTNER_ACTS.filter((act) => act !== pointless);
  const resource = { type: "partner", id: partner.id };
  const [view, ...answers] = await decideMany(tx, [
    { actor, action: "view", resource },
    ...acts.map((act) => ({ actor, resource, ...QUESTIONS[act] })),
  ]);
  return {
    view: view?.reasons ?? [],
    acts: acts.map((act, index) => {
      const { outcome, reasons } = answers[index] ?? { outcome: "deny", reasons: [] };
      return { act, allowed: outcome !== "deny", reasons };
    }),
  };
}

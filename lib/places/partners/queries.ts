import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { roleGrants } from "@/db/schema/grants";
import { users } from "@/db/schema/people";
import {
  neighbourhoods,
  partnerAddresses,
  partnerHidings,
  partnerOpeningHours,
  partnerServiceAreas,
  partners,
  tags,
} from "@/db/schema/places";
import { type Ask, decideMany } from "@/lib/permissions/decide";
import { inForce } from "@/lib/permissions/facts/attributes";
import type { Actor } from "@/lib/permissions/load-actor";
import type { Reason } from "@/lib/permissions/reasons";
import { scopeOf } from "@/lib/permissions/scope";
import { isUuid } from "@/lib/platform/ids";
import { PARTNER_ACTS, PARTNERS_PER_PAGE, type PartnerActName, PLACES_PER_ROW } from "./constants";
import { type PartnerCursor, writePartnerCursor } from "./schemas";

/** A tag as it is shown: its kind decides how. */
export type ShownTag = { name: string; kind: "category" | "facility" | "partnership" };

/** A partner in a list. Only what the row shows. */
export type PartnerListItem = {
  id: string;
  externalId: string | null;
  name: string;
  /** Names of the first few places in the alphabet; `placeCount` counts them all. */
  placeNames: string[];
  placeCount: number;
  /** The tags whose names the actor may see; `unseenTags` counts the others. */
  tags: ShownTag[];
  unseenTags: number;
  hidden: boolean;
  hasAdmin: boolean;
};

/** One page of a list. `first` is the position of its first row, from 1; the cursors are null where there is no page. */
export type PartnerPage = {
  partners: PartnerListItem[];
  total: number;
  first: number;
  previous: string | null;
  next: string | null;
};

/**
 * A page of the partners within the actor's remit, by name and then id, with the total. Two statements, whatever the
 * number of rows; a cursor whose page has emptied meanwhile gives the first page with two more.
 */
export async function listPartners(actor: Actor, cursor: PartnerCursor | null): Promise<PartnerPage> {
  return readTransaction((tx) => readPage(tx, actor, cursor));
}

async function readPage(tx: Transaction, actor: Actor, cursor: PartnerCursor | null): Promise<PartnerPage> {
  const scope = scopeOf(actor, "partner", "view");
  const found = await readRows(tx, actor, scope, cursor);
  const backwards = cursor?.direction === "before";
  const rows = backwards ? found.slice(0, PARTNERS_PER_PAGE).toReversed() : found.slice(0, PARTNERS_PER_PAGE);
  // A page that has emptied, or a first page come upon from behind and no longer full, would strand the reader.
  if (cursor !== null && (rows.length === 0 || (backwards && found.length < PARTNERS_PER_PAGE))) {
    return readPage(tx, actor, null);
  }
  const start = rows[0];
  const end = rows.at(-1);
  const { total, before } = await countRows(tx, scope, start);
  const more = found.length > PARTNERS_PER_PAGE;
  return {
    partners: rows,
    total,
    first: before + 1,
    previous: start !== undefined && before > 0 ? writePartnerCursor({ direction: "before", ...start }) : null,
    next: end !== undefined && (backwards || more) ? writePartnerCursor({ direction: "after", ...end }) : null,
  };
}

async function readRows(tx: Transaction, actor: Actor, scope: SQL, cursor: PartnerCursor | null) {
  const found = await tx.execute<PartnerListItem>(sql`
    select ${partners.id} as "id", ${partners.externalId} as "externalId", ${partners.name} as "name",
      array(
        select ${neighbourhoods.name} from ${neighbourhoods} where ${neighbourhoods.number} = any(${partners.placeIds})
        order by ${neighbourhoods.name}, ${neighbourhoods.id} limit ${PLACES_PER_ROW}
      ) as "placeNames",
      cardinality(${partners.placeIds}) as "placeCount",
      ${shownTags(actor)} as "tags",
      ${unseenTags(actor)} as "unseenTags",
      exists (select 1 from ${partnerHidings} where ${partnerHidings.partnerId} = ${partners.id} and ${partnerHidings.unhiddenAt} is null) as "hidden",
      exists (select 1 from ${roleGrants} where ${isAdminGrant()}) as "hasAdmin"
    from ${partners}
    where ${scope} and ${beyond(cursor)}
    order by ${cursor?.direction === "before" ? sql`${partners.name} desc, ${partners.id} desc` : sql`${partners.name}, ${partners.id}`}
    limit ${PARTNERS_PER_PAGE + 1}`);
  return [...found];
}

function beyond(cursor: PartnerCursor | null): SQL {
  if (cursor === null) return sql`true`;
  const place = sql`(${cursor.name}::text, ${cursor.id}::uuid)`;
  const key = sql`(${partners.name}, ${partners.id})`;
  return cursor.direction === "before" ? sql`${key} < ${place}` : sql`${key} > ${place}`;
}

async function countRows(tx: Transaction, scope: SQL, start: PartnerListItem | undefined) {
  const [counted] = await tx.execute<{ total: number; before: number }>(sql`
    select count(*)::int as "total",
      (count(*) filter (where (${partners.name}, ${partners.id}) < (${start?.name ?? ""}::text, ${start?.id ?? null}::uuid)))::int as "before"
    from ${partners} where ${scope}`);
  return counted ?? { total: 0, before: 0 };
}

/**
 * The condition that this actor may read a tag's name on a partner: tags they may see anyway, and every tag of a partner
 * that they administer. Source: domains/places.md section 3, "names on own partner visible".
 */
function readableTag(actor: Actor): SQL {
  const own = actor.grants.flatMap(({ role, partner }) => (role === "partner_admin" && partner ? [partner.id] : []));
  const ownPartner =
    own.length === 0
      ? sql`false`
      : sql`${partners.id} in (${sql.join(
          own.map((id) => sql`${id}::uuid`),
          sql`, `,
        )})`;
  return sql`(${ownPartner} or (${scopeOf(actor, "tag", "view")}))`;
}

function shownTags(actor: Actor): SQL {
  return sql`(
    select coalesce(json_agg(json_build_object('name', ${tags.name}, 'kind', ${tags.kind}) order by ${tags.kind} desc, ${tags.name}), '[]')
    from ${tags} where ${tags.number} = any(${partners.tagIds}) and ${readableTag(actor)})`;
}

function unseenTags(actor: Actor): SQL {
  return sql`(select count(*)::int from ${tags} where ${tags.number} = any(${partners.tagIds}) and not ${readableTag(actor)})`;
}

function isAdminGrant(): SQL {
  return sql`${roleGrants.partnerId} = ${partners.id} and ${roleGrants.role} = 'partner_admin' and ${inForce()}`;
}

/** A place with the names on its way up to the country, itself first, and its kind. */
export type PlacePath = { name: string; unit: string; path: string[] };

/** Name, phone and e-mail of somebody to turn to; each may be missing. */
export type Contact = { name: string | null; phone: string | null; email: string | null };

/** A partner as its own page shows it. Columns that this actor may not read are null. */
export type PartnerRecord = {
  id: string;
  externalId: string | null;
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
  const named = isUuid(partnerId)
    ? sql`(${partners.id} = ${partnerId}::uuid or ${partners.externalId} = ${partnerId})`
    : sql`${partners.externalId} = ${partnerId}`;
  const mayEdit = scopeOf(actor, "partner", "update");
  const [found] = await tx.execute<PartnerRecord>(sql`
    select ${partners.id} as "id", ${partners.externalId} as "externalId", ${partners.name} as "name", ${partners.slug} as "slug",
      ${partners.summary} as "summary", ${partners.description} as "description", ${partners.accessibility} as "accessibility",
      ${partners.website} as "website", ${partners.socials} as "socials",
      json_build_object('name', ${partners.publicContactName}, 'phone', ${partners.publicContactPhone}, 'email', ${partners.publicContactEmail}) as "publicContact",
      case when (${mayEdit}) then
        json_build_object('name', ${partners.internalContactName}, 'phone', ${partners.internalContactPhone}, 'email', ${partners.internalContactEmail})
      end as "internalContact",
      ${addressColumn()} as "address",
      ${serviceAreasColumn()} as "serviceAreas",
      ${shownTags(actor)} as "tags",
      ${unseenTags(actor)} as "unseenTags",
      ${openingHoursColumn()} as "openingHours",
      ${hidingColumn(actor, mayEdit)} as "hiding",
      ${adminsColumn(actor)} as "admins",
      (select count(*)::int from ${roleGrants} join ${users} on ${users.id} = ${roleGrants.userId}
        where ${isAdminGrant()} and not (${scopeOf(actor, "user", "view")})) as "unseenAdmins"
    from ${partners}
    where ${named} and (${scopeOf(actor, "partner", "view")})
    order by (${partners.externalId} = ${partnerId}) desc nulls last
    limit 1`);
  return found ?? null;
}

function placePath(): SQL {
  return sql`json_build_object('name', ${neighbourhoods.name}, 'unit', ${neighbourhoods.unit}, 'path', (
    select json_agg(above.name order by array_position(${neighbourhoods.path}, above.number) desc)
    from ${neighbourhoods} above where above.number = any(${neighbourhoods.path})))`;
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

function openingHoursColumn(): SQL {
  return sql`(
    select coalesce(json_agg(json_build_object('day', ${partnerOpeningHours.day},
      'opens', to_char(${partnerOpeningHours.opens}, 'HH24:MI'), 'closes', to_char(${partnerOpeningHours.closes}, 'HH24:MI'))
      order by ${partnerOpeningHours.day}, ${partnerOpeningHours.opens}), '[]')
    from ${partnerOpeningHours} where ${partnerOpeningHours.partnerId} = ${partners.id})`;
}

function hidingColumn(actor: Actor, mayEdit: SQL): SQL {
  return sql`(
    select json_build_object(
      'reason', case when (${mayEdit}) then ${partnerHidings.reason} end,
      'hiddenOn', to_char(${partnerHidings.hiddenAt} at time zone 'UTC', 'YYYY-MM-DD'),
      'hiddenBy', (select ${users.name} from ${users} where ${users.id} = ${partnerHidings.hiddenBy} and (${scopeOf(actor, "user", "view")})))
    from ${partnerHidings} where ${partnerHidings.partnerId} = ${partners.id} and ${partnerHidings.unhiddenAt} is null)`;
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

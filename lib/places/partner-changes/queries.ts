import "server-only";
import { and, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { instantColumn } from "@/db/instant-column";
import { neighbourhoods, partnerAddresses, partnerServiceAreas, partners, partnerTags, tags } from "@/db/schema/places";
import { byKey, findNeighbourhoods, findTags } from "@/lib/permissions/facts/records";
import type { Actor } from "@/lib/permissions/load-actor";
import { readsTag } from "@/lib/permissions/readable-tags";
import { scopeOf } from "@/lib/permissions/scope";
import { openingHoursColumn } from "@/lib/places/opening-hours/queries";
import { type OpeningSpell, writeOpeningHours } from "@/lib/places/opening-hours/schemas";
import { isHidden } from "@/lib/places/partner-hidings/queries";
import { PARTNER_TEXT_FIELDS, type PartnerTextField } from "@/lib/places/partners/constants";
import { type Socials, writeSocials } from "@/lib/places/socials/schemas";
import type { PartnerValues, PostedRecords, SavedPartner } from "./schemas";

/**
 * The partner with this UUID or external id, locked until the transaction ends, or null where there is none within the
 * actor's remit. Two statements, because only a second one sees what the lock has waited for; whoever waited and finds
 * the partner deleted or out of sight meanwhile gets null.
 */
export async function lockPartner(tx: Transaction, actor: Actor, partnerId: string): Promise<SavedPartner | null> {
  const [locked] = await tx
    .select({ id: partners.id })
    .from(partners)
    .where(and(byKey(partners.externalId, partners.id, [partnerId]), scopeOf(actor, "partner", "view")))
    .orderBy(sql`(${partners.externalId} = ${partnerId}) desc nulls last`)
    .limit(1)
    .for("no key update");
  return locked === undefined ? null : readWhere(tx, sql`${partners.id} = ${locked.id}::uuid`, partnerId);
}

/** The partner with this UUID or external id as a save finds it, without a lock; null as in `lockPartner`. One statement. */
export async function readPartner(tx: Transaction, actor: Actor, partnerId: string): Promise<SavedPartner | null> {
  // PostgreSQL holds no zero byte in a text and would raise an error for it.
  if (partnerId.includes("\0")) return null;
  const named = byKey(partners.externalId, partners.id, [partnerId]);
  return readWhere(tx, sql`${named} and (${scopeOf(actor, "partner", "view")})`, partnerId);
}

async function readWhere(tx: Transaction, where: SQL, partnerId: string): Promise<SavedPartner | null> {
  const [row] = await tx.execute<PartnerRow>(sql`
    select ${partners.id} as "id", ${partners.externalId} as "externalId", ${partners.version} as "version",
      ${instantColumn(partners.updatedAt, ".MS")} as "updatedAt",
      ${partners.name} as "name", ${partners.summary} as "summary", ${partners.description} as "description",
      ${partners.accessibility} as "accessibility", ${partners.website} as "website", ${partners.slug} as "slug",
      ${partners.publicContactName} as "publicContactName", ${partners.publicContactPhone} as "publicContactPhone",
      ${partners.publicContactEmail} as "publicContactEmail", ${partners.internalContactName} as "internalContactName",
      ${partners.internalContactPhone} as "internalContactPhone", ${partners.internalContactEmail} as "internalContactEmail",
      ${partnerAddresses.line1} as "line1", ${partnerAddresses.line2} as "line2", ${partnerAddresses.city} as "city",
      ${partnerAddresses.postcode} as "postcode", ${neighbourhoods.code} as "addressPlace", ${neighbourhoods.name} as "addressPlaceName",
      ${partners.socials} as "socials", ${openingHoursColumn()} as "hours", ${serviceAreasOf()} as "serviceAreas", ${tagsOf()} as "tags",
      ${isHidden()} as "hidden"
    from ${partners}
      left join ${partnerAddresses} on ${partnerAddresses.partnerId} = ${partners.id}
      left join ${neighbourhoods} on ${neighbourhoods.id} = ${partnerAddresses.neighbourhoodId}
    where ${where}
    order by (${partners.externalId} = ${partnerId}) desc nulls last limit 1`);
  if (row === undefined) return null;
  const { addressPlace, addressPlaceName } = row;
  return {
    id: row.id,
    externalId: row.externalId,
    name: row.name ?? "",
    version: row.version,
    updatedAt: row.updatedAt,
    values: valuesOf(row),
    addressPlace: addressPlace === null ? null : { code: addressPlace, name: addressPlaceName ?? "" },
    serviceAreas: row.serviceAreas,
    tags: row.tags,
    hidden: row.hidden,
  };
}

type Columns = Record<Exclude<PartnerTextField, "socials" | "openingHours">, string | null>;
type PartnerRow = Columns & {
  id: string;
  externalId: string | null;
  version: number;
  updatedAt: string;
  addressPlaceName: string | null;
  socials: Socials;
  hours: OpeningSpell[];
  serviceAreas: { code: string; name: string }[];
  tags: SavedPartner["tags"];
  hidden: boolean;
};

function valuesOf({ socials, hours, ...columns }: PartnerRow): PartnerValues {
  const texts = { ...columns, socials: writeSocials(socials), openingHours: writeOpeningHours(hours) };
  return Object.fromEntries(PARTNER_TEXT_FIELDS.map((field) => [field, texts[field] ?? ""])) as PartnerValues;
}

function serviceAreasOf(): SQL {
  return sql`(
    select coalesce(json_agg(json_build_object('code', place.code, 'name', place.name) order by place.name, place.id), '[]')
    from ${partnerServiceAreas} join ${neighbourhoods} place on place.id = ${partnerServiceAreas.neighbourhoodId}
    where ${partnerServiceAreas.partnerId} = ${partners.id})`;
}

function tagsOf(): SQL {
  return sql`(
    select coalesce(json_agg(json_build_object('id', ${tags.id}, 'name', ${tags.name}, 'kind', ${tags.kind}) order by ${tags.kind} desc, ${tags.name}), '[]')
    from ${partnerTags} join ${tags} on ${tags.id} = ${partnerTags.tagId}
    where ${partnerTags.partnerId} = ${partners.id})`;
}

/**
 * What the posted keys stand for, in at most two statements. A tag that the actor may not read on this partner is left
 * out like one that does not exist: otherwise a guess would tell who belongs to which partnership.
 * @param partner the partner that is edited; null for a new one.
 */
export async function readPosted(
  tx: Transaction,
  actor: Actor,
  partner: SavedPartner | null,
  keys: Readonly<{ places: readonly string[]; tags: readonly string[] }>,
): Promise<PostedRecords> {
  const places = keys.places.length === 0 ? [] : await findNeighbourhoods(tx, keys.places);
  const found = keys.tags.length === 0 ? [] : await findTags(tx, keys.tags);
  const carries = (tagId: string) => partner?.tags.some(({ id }) => id === tagId) ?? false;
  const readable = found.filter((tag) => readsTag(actor, carries(tag.id) ? (partner?.id ?? null) : null, tag));
  return {
    places: new Map(places.flatMap((place) => [[place.code, place] as const, [place.id, place] as const])),
    tags: new Map(readable.flatMap((tag) => [[tag.externalId ?? tag.id, tag] as const, [tag.id, tag] as const])),
  };
}

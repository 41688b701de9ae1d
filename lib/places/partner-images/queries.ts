import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { images, partnerImages } from "@/db/schema/images";
import { partners } from "@/db/schema/places";
import { sites } from "@/db/schema/sites";
import { type Decision, decide } from "@/lib/permissions/decide";
import { shownBySite } from "@/lib/permissions/facts/site-content";
import type { Actor } from "@/lib/permissions/load-actor";
import { scopeOf } from "@/lib/permissions/scope";
import { readPartner } from "@/lib/places/partner-changes/queries";
import { isUuid } from "@/lib/platform/ids";
import { isPublished } from "../site-changes/queries";

/** A partner's picture: where it lies (`imagePath(id)`), what it shows in words, and its size in points. */
export type PartnerImage = { id: string; alt: string; width: number; height: number };

/** A column beside `partners`: its picture as a `PartnerImage`, or null. */
export function imageColumn(): SQL {
  return sql`(
    select json_build_object('id', ${images.id}, 'alt', ${partnerImages.alt}, 'width', ${images.width}, 'height', ${images.height})
    from ${partnerImages} join ${images} on ${images.id} = ${partnerImages.imageId}
    where ${partnerImages.partnerId} = ${partners.id})`;
}

/** The picture of the partner with this UUID, as far as the actor sees the partner; null where there is none. One statement. */
export async function getPartnerImage(actor: Actor, partnerId: string): Promise<PartnerImage | null> {
  const [row] = await readTransaction((tx) =>
    tx.execute<{ image: PartnerImage | null }>(sql`
      select ${imageColumn()} as "image" from ${partners}
      where ${partners.id} = ${partnerId}::uuid and (${scopeOf(actor, "partner", "view")})`),
  );
  return row?.image ?? null;
}

/** The picture of a partner by UUID, for whoever has found the partner within their remit; null where it has none. One statement. */
export async function readPartnerImage(tx: Transaction, partnerId: string): Promise<PartnerImage | null> {
  const [row] = await tx
    .select({ id: images.id, alt: partnerImages.alt, width: images.width, height: images.height })
    .from(partnerImages)
    .innerJoin(images, eq(images.id, partnerImages.imageId))
    .where(eq(partnerImages.partnerId, partnerId));
  return row ?? null;
}

/** What the page for a partner's picture needs. */
export type PartnerImageForm = {
  partner: { id: string; externalId: string | null; name: string };
  version: number;
  image: PartnerImage | null;
};

/** The page for a partner's picture, judged for this actor; null where the partner is out of sight, `form` null where the decision is no. */
export async function getPartnerImageForm(
  actor: Actor,
  partnerId: string,
): Promise<{ decision: Decision; form: PartnerImageForm | null } | null> {
  return readTransaction(async (tx) => {
    const partner = await readPartner(tx, actor, partnerId);
    if (partner === null) return null;
    const { id, externalId, name, version } = partner;
    const about = { actor, action: "update", resource: { type: "partner", id } };
    const decision = await decide(tx, { ...about, properties: { fields: ["image"] } });
    if (decision.outcome === "deny") return { decision, form: null };
    return { decision, form: { partner: { id, externalId, name }, version, image: await readPartnerImage(tx, id) } };
  });
}

/** A picture as it is served. */
export type ServedImage = { mediaType: string; content: Buffer };

/**
 * The picture with this id, for whoever may see it: everybody where a published site shows its partner, otherwise those
 * who have the partner within their remit. Null for everybody else, as where there is none. One statement.
 * @param actor null for somebody who is not signed in.
 */
export async function findServedImage(actor: Actor | null, imageId: string): Promise<ServedImage | null> {
  if (!isUuid(imageId)) return null;
  const inSight = actor === null ? sql`false` : scopeOf(actor, "partner", "view");
  const [row] = await readTransaction((tx) =>
    tx
      .select({ mediaType: images.mediaType, content: images.content })
      .from(images)
      .where(
        sql`${images.id} = ${imageId}::uuid and exists (
          select 1 from ${partnerImages} join ${partners} on ${partners.id} = ${partnerImages.partnerId}
          where ${partnerImages.imageId} = ${images.id} and ((${inSight})
            or exists (select 1 from ${sites} where ${isPublished()} and ${shownBySite()})))`,
      ),
  );
  return row ?? null;
}

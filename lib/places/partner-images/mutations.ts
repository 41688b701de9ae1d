import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { images, partnerImages } from "@/db/schema/images";
import { partnerDeletions } from "@/db/schema/places";
import { sites } from "@/db/schema/sites";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";

/** A picture as it is to be kept: webp, in points and bytes that the database takes. */
export type NewImage = Readonly<{ content: Buffer; width: number; height: number }>;

/** Gives a partner that the transaction has locked its picture, in the place of the one before. The old one is swept away later. */
export async function setPartnerImage(tx: Transaction, partnerId: string, image: NewImage, alt: string): Promise<void> {
  const imageId = newId();
  await tx.insert(images).values({ ...image, id: imageId, mediaType: "image/webp", createdAt: now() });
  await tx
    .insert(partnerImages)
    .values({ partnerId, imageId, alt })
    .onConflictDoUpdate({ target: partnerImages.partnerId, set: { imageId, alt } });
}

/** Puts a partner's picture into other words. */
export async function renamePartnerImage(tx: Transaction, partnerId: string, alt: string): Promise<void> {
  await tx.update(partnerImages).set({ alt }).where(eq(partnerImages.partnerId, partnerId));
}

/** Takes a partner's picture away. */
export async function removePartnerImage(tx: Transaction, partnerId: string): Promise<void> {
  await tx.delete(partnerImages).where(eq(partnerImages.partnerId, partnerId));
}

/** Deletes the pictures that no partner, no site and no partner that could be brought back has any more. Gives how many. */
export async function sweepImages(tx: Transaction): Promise<number> {
  const gone = await tx
    .delete(images)
    .where(
      sql`not exists (select 1 from ${partnerImages} where ${partnerImages.imageId} = ${images.id})
        and not exists (select 1 from ${sites} where ${images.id} in (${sites.heroImageId}, ${sites.logoId}, ${sites.footerLogoId}))
        and not exists (select 1 from ${partnerDeletions} where ${partnerDeletions.restoredAt} is null
          and ${partnerDeletions.snapshot} -> 'image' ->> 'imageId' = ${images.id}::text)`,
    )
    .returning({ id: images.id });
  return gone.length;
}

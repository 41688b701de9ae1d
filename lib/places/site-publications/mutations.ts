import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { sitePublications } from "@/db/schema/sites";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";

/** Puts a site that the transaction has locked before the public. False where it is published already. `publishedBy`: null where no person does it. */
export async function publishSite(
  tx: Transaction,
  { siteId, publishedBy }: { siteId: string; publishedBy: string | null },
): Promise<boolean> {
  const [open] = await tx
    .select({ id: sitePublications.id })
    .from(sitePublications)
    .where(and(eq(sitePublications.siteId, siteId), isNull(sitePublications.unpublishedAt)));
  if (open !== undefined) return false;
  await tx.insert(sitePublications).values({ id: newId(), siteId, publishedBy, publishedAt: now() });
  return true;
}

/** Takes a site off the public pages. False where it is not published. */
export async function unpublishSite(
  tx: Transaction,
  { siteId, unpublishedBy }: { siteId: string; unpublishedBy: string },
): Promise<boolean> {
  const ended = await tx
    .update(sitePublications)
    .set({ unpublishedBy, unpublishedAt: now() })
    .where(and(eq(sitePublications.siteId, siteId), isNull(sitePublications.unpublishedAt)))
    .returning({ id: sitePublications.id });
  return ended.length > 0;
}

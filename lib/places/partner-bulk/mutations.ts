import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { partnerHidings, partnerTags } from "@/db/schema/places";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";

/** Puts partners that the transaction has locked into a tag, and takes others out of it: one statement each, however many there are. */
export async function changeCarriers(
  tx: Transaction,
  tagId: string,
  { added, removed }: Readonly<{ added: readonly string[]; removed: readonly string[] }>,
): Promise<void> {
  if (added.length > 0) {
    const rows = added.map((partnerId) => ({ partnerId, tagId }));
    await tx.insert(partnerTags).values(rows).onConflictDoNothing();
  }
  if (removed.length > 0) {
    await tx.delete(partnerTags).where(and(eq(partnerTags.tagId, tagId), inArray(partnerTags.partnerId, [...removed])));
  }
}

/** Takes partners that the transaction has locked off the public pages; of one that is off them already the reason given first stands. One statement. */
export async function hidePartners(
  tx: Transaction,
  { partnerIds, reason, hiddenBy }: Readonly<{ partnerIds: readonly string[]; reason: string; hiddenBy: string }>,
): Promise<void> {
  if (partnerIds.length === 0) return;
  const rows = partnerIds.map((partnerId) => ({ id: newId(), partnerId, reason, hiddenBy, hiddenAt: now() }));
  await tx
    .insert(partnerHidings)
    .values(rows)
    .onConflictDoNothing({ target: partnerHidings.partnerId, where: isNull(partnerHidings.unhiddenAt) });
}

import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { partnerHidings } from "@/db/schema/places";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";

/** Takes a partner off the public pages. False where it is off them already: the reason given first stands. */
export async function hidePartner(
  tx: Transaction,
  { partnerId, reason, hiddenBy }: { partnerId: string; reason: string; hiddenBy: string },
): Promise<boolean> {
  const made = await tx
    .insert(partnerHidings)
    .values({ id: newId(), partnerId, reason, hiddenBy, hiddenAt: now() })
    .onConflictDoNothing({ target: partnerHidings.partnerId, where: isNull(partnerHidings.unhiddenAt) })
    .returning({ id: partnerHidings.id });
  return made.length > 0;
}

/** Puts a partner back on the public pages. Gives the reason it had been hidden for, or null where it was not hidden. */
export async function unhidePartner(
  tx: Transaction,
  { partnerId, unhiddenBy }: { partnerId: string; unhiddenBy: string },
): Promise<{ reason: string } | null> {
  const [ended = null] = await tx
    .update(partnerHidings)
    .set({ unhiddenBy, unhiddenAt: now() })
    .where(and(eq(partnerHidings.partnerId, partnerId), isNull(partnerHidings.unhiddenAt)))
    .returning({ reason: partnerHidings.reason });
  return ended;
}

import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { eventHidings } from "@/db/schema/calendars";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";

/** Takes an event off the public pages. False where it is off them already: the reason given first stands. */
export async function hideEvent(
  tx: Transaction,
  { eventId, reason, hiddenBy }: { eventId: string; reason: string; hiddenBy: string },
): Promise<boolean> {
  const made = await tx
    .insert(eventHidings)
    .values({ id: newId(), eventId, reason, hiddenBy, hiddenAt: now() })
    .onConflictDoNothing({ target: eventHidings.eventId, where: isNull(eventHidings.unhiddenAt) })
    .returning({ id: eventHidings.id });
  return made.length > 0;
}

/** Puts an event back on the public pages. Gives the reason it had been hidden for, or null where it was not hidden. */
export async function unhideEvent(
  tx: Transaction,
  { eventId, unhiddenBy }: { eventId: string; unhiddenBy: string },
): Promise<{ reason: string } | null> {
  const [ended = null] = await tx
    .update(eventHidings)
    .set({ unhiddenBy, unhiddenAt: now() })
    .where(and(eq(eventHidings.eventId, eventId), isNull(eventHidings.unhiddenAt)))
    .returning({ reason: eventHidings.reason });
  return ended;
}

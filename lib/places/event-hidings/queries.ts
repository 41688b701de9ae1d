import "server-only";
import { and, desc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { readTransaction } from "@/db/client";
import { eventHidings, events } from "@/db/schema/calendars";
import type { Actor } from "@/lib/permissions/load-actor";
import { scopeOf } from "@/lib/permissions/scope";

/**
 * Why an event was hidden the last time it was shown again, for those who may hide it: what undoing that takes. Null
 * where it never was, or where the actor may not know. One statement.
 * @param eventId the UUID.
 */
export async function getEndedHidingReason(actor: Actor, eventId: string): Promise<string | null> {
  return readTransaction(async (tx) => {
    const [ended] = await tx
      .select({ reason: eventHidings.reason })
      .from(eventHidings)
      .innerJoin(events, eq(events.id, eventHidings.eventId))
      .where(
        and(eq(eventHidings.eventId, eventId), isNotNull(eventHidings.unhiddenAt), scopeOf(actor, "event", "hide")),
      )
      .orderBy(desc(eventHidings.unhiddenAt), desc(eventHidings.id))
      .limit(1);
    return ended?.reason ?? null;
  });
}

/** The condition that a row of `event_hidings` is the one in force of the row of `events` beside it. */
export function isEventHidingInForce(): SQL {
  return sql`${eventHidings.eventId} = ${events.id} and ${eventHidings.unhiddenAt} is null`;
}

import "server-only";
import { and, desc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { readTransaction } from "@/db/client";
import { partnerHidings, partners } from "@/db/schema/places";
import type { Actor } from "@/lib/permissions/load-actor";
import { scopeOf } from "@/lib/permissions/scope";

/**
 * Why a partner was hidden the last time it was shown again, for those who may hide it: what undoing that takes. Null
 * where it never was, or where the actor may not know. One statement.
 * @param partnerId the UUID.
 */
export async function getEndedHidingReason(actor: Actor, partnerId: string): Promise<string | null> {
  return readTransaction(async (tx) => {
    const [ended] = await tx
      .select({ reason: partnerHidings.reason })
      .from(partnerHidings)
      .innerJoin(partners, eq(partners.id, partnerHidings.partnerId))
      .where(
        and(
          eq(partnerHidings.partnerId, partnerId),
          isNotNull(partnerHidings.unhiddenAt),
          scopeOf(actor, "partner", "hide"),
        ),
      )
      .orderBy(desc(partnerHidings.unhiddenAt), desc(partnerHidings.id))
      .limit(1);
    return ended?.reason ?? null;
  });
}

/** The condition that a row of `partner_hidings` is the one in force of the row of `partners` beside it. */
export function isHidingInForce(): SQL {
  return sql`${partnerHidings.partnerId} = ${partners.id} and ${partnerHidings.unhiddenAt} is null`;
}

/** The condition that a row of `partners` is hidden now. */
export function isHidden(): SQL {
  return sql`exists (select 1 from ${partnerHidings} where ${isHidingInForce()})`;
}

import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { partnerDeletions, partners } from "@/db/schema/places";
import { now } from "@/lib/platform/clock";
import { byKey } from "./records";

/** How many days root can bring a deleted partner back. Source: domains/places.md section 3. */
export const DAYS_TO_RESTORE = 30;

/** A partner that was deleted and can still be brought back; `id` is the partner's own. */
export interface DeletedPartnerRecord {
  readonly id: string;
  readonly externalId: string | null;
  readonly name: string;
}

/** The condition that the partner of a row of `partner_deletions` can still be brought back. */
export function restorable(): SQL {
  const since = new Date(now().getTime() - DAYS_TO_RESTORE * 24 * 60 * 60 * 1000);
  return sql`(${partnerDeletions.restoredAt} is null and ${partnerDeletions.deletedAt} >= ${since.toISOString()})`;
}

/** Partners that can be brought back, by their external ids or UUIDs; of several that had the same external id the last one deleted. */
export async function findDeletedPartners(tx: Transaction, keys: readonly string[]): Promise<DeletedPartnerRecord[]> {
  return tx
    .select({
      id: partnerDeletions.partnerId,
      externalId: partnerDeletions.externalId,
      name: partnerDeletions.name,
    })
    .from(partnerDeletions)
    .where(sql`${restorable()} and (${byKey(partnerDeletions.externalId, partnerDeletions.partnerId, keys)})`)
    .orderBy(partnerDeletions.deletedAt, partnerDeletions.id);
}

/**
 * A page of the partners that can be brought back, in the order of their UUIDs, each with the key by which it is asked
 * about: its external id, or its UUID where another partner has that external id by now.
 * @param after the UUID of the last one of the page before.
 */
export async function listDeletedPartners(
  tx: Transaction,
  after: string | null,
  limit: number,
): Promise<{ id: string; key: string }[]> {
  const taken = sql`exists (select 1 from ${partners} where ${partners.externalId} = ${partnerDeletions.externalId})
    or exists (select 1 from partner_deletions later where later.external_id = ${partnerDeletions.externalId} and later.restored_at is null
      and (later.deleted_at, later.id) > (${partnerDeletions.deletedAt}, ${partnerDeletions.id}))`;
  const rows = await tx.execute<{ id: string; key: string }>(sql`
    select ${partnerDeletions.partnerId} as "id",
      case when ${partnerDeletions.externalId} is null or ${taken} then ${partnerDeletions.partnerId}::text else ${partnerDeletions.externalId} end as "key"
    from ${partnerDeletions} where ${restorable()} and ${after === null ? sql`true` : sql`${partnerDeletions.partnerId} > ${after}::uuid`}
    order by ${partnerDeletions.partnerId} limit ${limit}`);
  return [...rows];
}

import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { tags } from "@/db/schema/places";
import { decideMany } from "@/lib/permissions/decide";
import { byKey } from "@/lib/permissions/facts/records";
import type { Actor } from "@/lib/permissions/load-actor";
import { readsTag } from "@/lib/permissions/readable-tags";
import { isNamedBy, type Judged, type LockedPartner } from "@/lib/places/partner-bulk/queries";
import type { BulkTagging } from "@/lib/places/partner-bulk/schemas";
import { NO_TAG } from "@/lib/places/partner-changes/constants";
import { filterTag } from "@/lib/places/partner-filters/queries";
import type { TagKind } from "@/lib/places/tags/constants";

/** A tag that partners are put into or taken out of. */
export type AssignedTag = Readonly<{ id: string; number: number; kind: TagKind; name: string }>;

/**
 * The tag with this external id or UUID, held against deletion until the transaction ends; null for one that the actor
 * knows nothing of, neither by seeing it nor by its standing on a partner that they administer.
 */
export async function holdTag(tx: Transaction, actor: Actor, key: string): Promise<AssignedTag | null> {
  const [tag] = await tx.execute<AssignedTag>(sql`
    select ${tags.id} as "id", ${tags.number} as "number", ${tags.kind} as "kind", ${tags.name} as "name"
    from ${tags} where ${byKey(tags.externalId, tags.id, [key])} and ${filterTag(actor)}
    order by (${tags.externalId} = ${key}) desc nulls last limit 1 for key share`);
  return tag ?? null;
}

/**
 * The policy's answer for each partner that is to come or go, in a number of statements that does not grow with them. A
 * partner on which the actor may not read the tag is answered alike whether it carries it or not. One that is both to come
 * and to go stays as it is.
 */
export async function judgeTagging(
  tx: Transaction,
  actor: Actor,
  tag: AssignedTag,
  partners: readonly LockedPartner[],
  { add, remove }: BulkTagging,
): Promise<Judged[]> {
  const rows = partners.map((partner) => {
    const wanted = (keys: readonly string[]) => keys.some((key) => isNamedBy(partner, key));
    return changeOf(actor, tag, partner, { comes: wanted(add), goes: wanted(remove) });
  });
  const decisions = await decideMany(
    tx,
    rows.map(({ partner, properties }) => {
      return { actor, action: "update", resource: { type: "partner", id: partner.id }, properties };
    }),
  );
  return rows.map(({ partner, changes, told }, index) => {
    const decision = decisions[index];
    if (decision === undefined) throw new Error("A question was left without an answer.");
    return { partner, decision, changes, told };
  });
}

type Proposed = Omit<Judged, "decision"> & Readonly<{ properties: Readonly<Record<string, readonly string[]>> }>;

function changeOf(
  actor: Actor,
  tag: AssignedTag,
  partner: LockedPartner,
  { comes, goes }: { comes: boolean; goes: boolean },
): Proposed {
  const carries = carriesTag(partner, tag);
  if (!readsTag(actor, carries ? partner.id : null, tag)) {
    return { partner, changes: false, told: "", properties: { addTags: [NO_TAG] } };
  }
  if (comes && goes) return { partner, changes: false, told: "Stays as it is.", properties: {} };
  const properties: Proposed["properties"] = comes ? { addTags: [tag.id] } : { removeTags: [tag.id] };
  const changes = comes !== carries;
  const told = comes ? (changes ? "Put in." : "Was in already.") : changes ? "Taken out." : "Was not in it.";
  return { partner, changes, told, properties };
}

/** Whether the partner carries the tag. */
export function carriesTag(partner: LockedPartner, tag: AssignedTag): boolean {
  return partner.tags.some(({ id }) => id === tag.id);
}

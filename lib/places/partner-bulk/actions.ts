"use server";
import { revalidatePath, updateTag } from "next/cache";
import { type ActionAudit, defineAction } from "@/lib/permissions/action";
import { decideMany } from "@/lib/permissions/decide";
import { SITES_CONTENT_TAG } from "@/lib/places/site-pages/constants";
import { type AssignedTag, carriesTag, holdTag, judgeTagging } from "@/lib/places/tag-assignments/queries";
import { changeCarriers, hidePartners } from "./mutations";
import {
  adminsLost,
  doneOf,
  type Judged,
  type LockedPartner,
  lockPartners,
  resultOf,
  versionsOf,
  wholeOf,
} from "./queries";
import { type BulkResults, bulkHideSchema, bulkTagSchema } from "./schemas";

/**
 * Puts partners into a tag and takes others out of it, each judged by itself: what is refused is told and does not hold up
 * the rest. Asked to be confirmed, before anything is done, where partners would leave the actor's sight.
 * Source: domains/places.md sections 3 and 6.
 */
export const bulkTagPartnersAction = defineAction({
  name: "partner.tag",
  input: bulkTagSchema,
  load: async ({ tx, actor, input }) => {
    const tag = await holdTag(tx, actor, input.tagId);
    if (tag === null) return null;
    const { partners, missing } = await lockPartners(tx, actor, [...new Set([...input.add, ...input.remove])]);
    if (partners.length === 0) return null;
    const judged = await judgeTagging(tx, actor, tag, partners, input);
    return { version: versionsOf(partners), tag, judged, missing };
  },
  authorize: ({ tx, actor, row: { judged } }) => wholeOf(judged, (ids) => adminsLost(tx, actor, ids)),
  confirms: ({ row }) => ({ type: "tag", id: row.tag.id, version: row.version }),
  run: async ({ tx, row: { tag, judged, missing } }) => {
    const done = doneOf(judged);
    const [added, removed] = [false, true].map((carried) =>
      done.filter((partner) => carriesTag(partner, tag) === carried).map(({ id }) => id),
    );
    await changeCarriers(tx, tag.id, { added: added ?? [], removed: removed ?? [] });
    return {
      data: { results: judged.map(resultOf), missing } satisfies BulkResults,
      audit: done.map((partner) => auditOfTagging(partner, tag)),
    };
  },
  revalidate: showAnew,
});

/** Takes partners off the public pages for one reason, each judged by itself. Source: domains/places.md section 3. */
export const bulkHidePartnersAction = defineAction({
  name: "partner.hide",
  input: bulkHideSchema,
  load: async ({ tx, actor, input: { partner: keys, reason } }) => {
    const { partners, missing } = await lockPartners(tx, actor, keys);
    if (partners.length === 0) return null;
    const decisions = await decideMany(
      tx,
      partners.map(({ id }) => ({
        actor,
        action: "hide",
        resource: { type: "partner", id },
        properties: { reason },
      })),
    );
    const judged = partners.flatMap((partner, index): Judged[] => {
      const decision = decisions[index];
      const told = partner.hidden ? "Was hidden already." : "Hidden.";
      return decision === undefined ? [] : [{ partner, decision, changes: !partner.hidden, told }];
    });
    return { version: versionsOf(partners), judged, missing };
  },
  authorize: ({ row: { judged } }) => wholeOf(judged, async () => []),
  confirms: ({ row }) => ({ type: "partner", id: "several", version: row.version }),
  run: async ({ tx, actor, input: { reason }, row: { judged, missing } }) => {
    const done = doneOf(judged);
    await hidePartners(tx, { partnerIds: done.map(({ id }) => id), reason, hiddenBy: actor.userId });
    const trace = { before: { hidden: false }, after: { hidden: true }, reason };
    return {
      data: { results: judged.map(resultOf), missing } satisfies BulkResults,
      audit: done.map(({ id }): ActionAudit => ({ resourceType: "partner", resourceId: id, ...trace })),
    };
  },
  revalidate: showAnew,
});

/** Whole lists by name, as an edit of the partner leaves them. */
function auditOfTagging(partner: LockedPartner, tag: AssignedTag): ActionAudit {
  const before = partner.tags.map(({ id, name }) => ({ id, name }));
  const after = carriesTag(partner, tag)
    ? before.filter(({ id }) => id !== tag.id)
    : [...before, { id: tag.id, name: tag.name }];
  return { resourceType: "partner", resourceId: partner.id, before: { tags: before }, after: { tags: after } };
}

function showAnew(): void {
  revalidatePath("/places", "layout");
  updateTag(SITES_CONTENT_TAG);
}

"use server";
import { revalidatePath, updateTag } from "next/cache";
import { auditOfGrant } from "@/lib/people/grants/mutations";
import { type ActionAudit, defineAction } from "@/lib/permissions/action";
import { decide } from "@/lib/permissions/decide";
import { RESTORE_DAYS } from "@/lib/places/partner-deletions/constants";
import { PARTNERS_PATH, type PartnerNotice, partnerPath } from "@/lib/places/partners/constants";
import { SITES_CONTENT_TAG } from "@/lib/places/site-pages/constants";
import { Refusal } from "@/lib/platform/errors";
import { restorePartner } from "./mutations";
import { type LockedDeletion, lockDeletion } from "./queries";
import { type RestorationTrace, restorePartnerSchema } from "./schemas";

/** What somebody reads who is too late, by how the deletion stands. */
const TOO_LATE: Readonly<Record<Exclude<LockedDeletion["state"], "open">, string>> = {
  restored: "This partner has been brought back already.",
  over: `This partner was deleted more than ${RESTORE_DAYS} days ago and cannot be brought back any more.`,
};

/**
 * Brings a deleted partner back with all that still exists of what went with it, for root, within thirty days.
 * Source: domains/places.md section 3.
 */
export const restorePartnerAction = defineAction({
  name: "partner.restore",
  input: restorePartnerSchema,
  load: ({ tx, actor, input }) => lockDeletion(tx, actor, input.deletionId),
  authorize: async ({ tx, actor, row }) => {
    if (row.state !== "open") throw new Refusal("conflict", { message: TOO_LATE[row.state] });
    return decide(tx, { actor, action: "restore", resource: { type: "partner", id: row.partnerId } });
  },
  confirms: ({ row }) => ({ type: "partner", id: row.partnerId, version: null }),
  run: async ({ tx, actor, row }) => {
    const after = await restorePartner(tx, row, actor.userId);
    const notice: PartnerNotice = after.leftOut.length === 0 ? "partner-restored" : "partner-restored-in-part";
    const path = partnerPath({ id: row.partnerId, externalId: row.snapshot.partner.externalId });
    const restored = { resourceType: "partner", resourceId: row.partnerId, after };
    return { data: { path, notice }, audit: [restored, ...backWith(row, after)] };
  },
  revalidate: showAnew,
  redirectTo: ({ data }) => `${data.path}?notice=${data.notice}`,
});

/** The list of partners, and the public pages that show this one again. */
function showAnew(): void {
  revalidatePath(PARTNERS_PATH, "layout");
  updateTag(SITES_CONTENT_TAG);
}

/** What came back and has a history of its own, the mirror of what the deletion left there. */
function backWith({ partnerId, name, snapshot }: LockedDeletion, { admins, calendars, hosted }: RestorationTrace) {
  const partner = { id: partnerId, name };
  const endOf = (userId: string) => snapshot.admins.find((admin) => admin.userId === userId)?.endsOn ?? null;
  return [
    ...admins.flatMap(({ id, name }): ActionAudit[] => {
      const after = { role: "partner_admin", places: [], partnerships: [], partner, endsOn: endOf(id) } as const;
      return auditOfGrant("role.grant", { userId: id, name }, { before: null, after });
    }),
    ...calendars.map((calendar): ActionAudit => {
      const after = { name: calendar.name, partner: partnerId, partnerName: name };
      return { action: "calendar.create", resourceType: "calendar", resourceId: calendar.id, after };
    }),
    ...hosted.map(({ id }): ActionAudit => {
      const change = { before: { place: null }, after: { place: partner } };
      return { action: "calendar.update", resourceType: "calendar", resourceId: id, ...change };
    }),
  ];
}

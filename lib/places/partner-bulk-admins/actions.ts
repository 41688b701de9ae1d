"use server";
import { revalidatePath } from "next/cache";
import { tellOfPartners } from "@/lib/people/grant-mails/mutations";
import { auditOfGiving, type GrantTerms, giveGrant } from "@/lib/people/grants/mutations";
import { LOOK_UP_LIMIT } from "@/lib/people/partner-admins/constants";
import { lockAddressee } from "@/lib/people/user-changes/queries";
import { type ActionAudit, defineAction } from "@/lib/permissions/action";
import { doneOf, type LockedPartner, lockPartners, resultOf, versionsOf } from "@/lib/places/partner-bulk/queries";
import type { BulkResults } from "@/lib/places/partner-bulk/schemas";
import { judgeAdding } from "./queries";
import { bulkAdminSchema } from "./schemas";

/**
 * Makes the holder of an existing account an admin of several partners, by e-mail address, each judged by itself, and tells
 * them in one mail. Looking addresses up counts against the same bound as one by one. Source: domains/places.md sections 2 and 5.
 */
export const bulkAssignAdminAction = defineAction({
  name: "role.grant",
  input: bulkAdminSchema,
  limit: LOOK_UP_LIMIT,
  load: async ({ tx, actor, input: { partner: keys, email } }) => {
    const { partners, missing } = await lockPartners(tx, actor, keys);
    if (partners.length === 0) return null;
    const person = await lockAddressee(tx, email);
    const judging = await judgeAdding(tx, actor, partners, { email, person });
    return { version: versionsOf(partners), person, missing, ...judging };
  },
  authorize: async ({ row }) => row.whole,
  confirms: ({ row }) => ({ type: "partner", id: "several", version: row.version }),
  run: async ({ tx, actor, row: { person, judged, missing } }) => {
    if (person === null) throw new Error("A role was about to be given to nobody.");
    const audit: ActionAudit[] = [];
    const done = doneOf(judged);
    for (const partner of done) {
      const given = await giveGrant(tx, { ...termsOn(partner), userId: person.id, grantedBy: actor.userId });
      audit.push(...auditOfGiving({ userId: person.id, name: person.name }, given));
    }
    const names = done.map(({ name }) => name);
    await tellOfPartners(tx, actor, person, names);
    return { data: { results: judged.map(resultOf), missing } satisfies BulkResults, audit };
  },
  revalidate: () => revalidatePath("/places", "layout"),
});

function termsOn({ id, name }: LockedPartner): GrantTerms {
  return { role: "partner_admin", places: [], partnerships: [], partner: { id, name }, site: null, endsOn: null };
}

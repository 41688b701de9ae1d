"use server";
import { revalidatePath } from "next/cache";
import type { Transaction } from "@/db/client";
import { tellOfGrant } from "@/lib/people/grant-mails/mutations";
import { auditOfGiving, auditOfGrant, endGrant, type GrantTerms, giveGrant } from "@/lib/people/grants/mutations";
import { defineAction } from "@/lib/permissions/action";
import { decide } from "@/lib/permissions/decide";
import { type Actor, loadActor } from "@/lib/permissions/load-actor";
import { Refusal } from "@/lib/platform/errors";
import { LOOK_UP_LIMIT, PARTNER_LIST_PATH, type PartnerAdminNotice, partnerPeoplePath } from "./constants";
import { decideAdding, isPartnerInSight, type LeavingAdmin, lockForAdding, lockForRemoving } from "./queries";
import { addPartnerAdminSchema, endPartnerAdminSchema } from "./schemas";

/**
 * Makes the holder of an existing account an admin of a partner, by e-mail address, and tells them by mail. How often
 * one person may look addresses up is limited. Source: domains/places.md sections 2 and 5.
 */
export const addPartnerAdminAction = defineAction({
  name: "role.grant",
  input: addPartnerAdminSchema,
  limit: LOOK_UP_LIMIT,
  load: ({ tx, actor, input }) => lockForAdding(tx, actor, input),
  authorize: ({ tx, actor, row }) => decideAdding(tx, actor, row),
  confirms: ({ row }) => ({ type: "partner", id: row.partner.id, version: row.version }),
  run: async ({ tx, actor, row: { partner, person } }) => {
    if (person === null) throw new Error("A role was about to be given to nobody.");
    const terms = termsOn(partner, null);
    const given = await giveGrant(tx, { ...terms, userId: person.id, grantedBy: actor.userId });
    if (given.kind !== "given") {
      throw new Refusal("invalid", { fields: { email: `${person.name} is an admin of this partner already.` } });
    }
    await tellOfGrant(tx, actor, person, terms);
    const holder = { userId: person.id, name: person.name };
    return {
      data: { path: partnerPeoplePath(partner), notice: "partner-admin-added" satisfies PartnerAdminNotice },
      audit: auditOfGiving(holder, given),
    };
  },
  revalidate: showAnew,
  redirectTo: ({ data }) => `${data.path}?notice=${data.notice}`,
});

/**
 * Takes an admin off a partner, oneself included; asked to be confirmed where the actor thereby loses sight of the
 * person or of the partner. Source: domains/places.md sections 5 and 6.
 */
export const endPartnerAdminAction = defineAction({
  name: "role.end",
  input: endPartnerAdminSchema,
  load: ({ tx, actor, input }) => lockForRemoving(tx, actor, input),
  authorize: ({ tx, actor, row: { partner, person } }) =>
    decide(tx, {
      actor,
      action: "remove_role",
      resource: { type: "partner", id: partner.id },
      properties: { user: person.email, role: "partner_admin" },
    }),
  confirms: ({ row }) => ({ type: "partner", id: row.partner.id, version: row.version }),
  run: async ({ tx, actor, row }) => {
    const { partner, person, grantId, endsOn } = row;
    if (!(await endGrant(tx, grantId, actor.userId))) throw new Refusal("conflict");
    const ended = { before: termsOn(partner, endsOn), after: null };
    return {
      data: await whereTo(tx, actor, row),
      audit: auditOfGrant("role.end", { userId: person.id, name: person.name }, ended),
    };
  },
  revalidate: showAnew,
  redirectTo: ({ data }) => `${data.path}?notice=${data.notice}`,
});

/** Back to the partner's people; whoever took themselves off and sees the partner no more goes to the list. */
async function whereTo(tx: Transaction, actor: Actor, { partner, person }: LeavingAdmin) {
  const itself = person.id === actor.userId;
  const notice: PartnerAdminNotice = itself ? "partner-admin-left" : "partner-admin-removed";
  const after = itself ? await loadActor(tx, { userId: actor.userId }) : actor;
  const inSight = after !== null && (await isPartnerInSight(tx, after, partner.id));
  return { path: inSight ? partnerPeoplePath(partner) : PARTNER_LIST_PATH, notice };
}

function termsOn({ id, name }: LeavingAdmin["partner"], endsOn: string | null): GrantTerms {
  return { role: "partner_admin", places: [], partnerships: [], partner: { id, name }, endsOn };
}

function showAnew(): void {
  revalidatePath("/", "layout");
}

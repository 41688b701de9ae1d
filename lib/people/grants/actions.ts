"use server";
import { revalidatePath } from "next/cache";
import type { Transaction } from "@/db/client";
import { decideGiving, findProposal, roleAsks, together } from "@/lib/people/grant-decisions/queries";
import { tellOfGrant } from "@/lib/people/grant-mails/mutations";
import { isUserInSight, lockRoots, lockUser } from "@/lib/people/user-changes/queries";
import { MY_ACCESS_PATH, PEOPLE_PATH, userPath } from "@/lib/people/users/constants";
import { defineAction } from "@/lib/permissions/action";
import { decideMany } from "@/lib/permissions/decide";
import { findLastingRoots } from "@/lib/permissions/facts/records";
import type { Actor } from "@/lib/permissions/load-actor";
import { Refusal } from "@/lib/platform/errors";
import type { GrantNotice } from "./constants";
import { auditOfGiving, auditOfGrant, endGrant, type GrantTerms, giveGrant, removeGrantPlace } from "./mutations";
import { type HeldGrant, lockGrant } from "./queries";
import { endGrantSchema, giveGrantSchema, removeGrantPlaceSchema } from "./schemas";

/**
 * Gives somebody in sight a role, or more of the area role that they hold, and tells them by mail. Who may give which is
 * the policy's to say. Source: domains/places.md section 2.
 */
export const giveGrantAction = defineAction({
  name: "role.grant",
  input: giveGrantSchema,
  load: async ({ tx, actor, input }) => {
    const proposal = await findProposal(tx, actor, input, true);
    const person = await lockUser(tx, actor, input.userId);
    if (input.role === "root") await lockRoots(tx);
    return person === null ? null : { version: person.version, person, proposal };
  },
  authorize: ({ tx, actor, row: { person, proposal } }) => decideGiving(tx, actor, person, proposal),
  confirms: ({ row }) => ({ type: "user", id: row.person.id, version: row.version }),
  run: async ({ tx, actor, row: { person, proposal } }) => {
    const given = await giveGrant(tx, { ...termsOf(proposal), userId: person.id, grantedBy: actor.userId });
    if (given.kind === "held")
      throw new Refusal("conflict", { message: `${person.name} holds exactly this role already.` });
    await keepLastRoot(tx, given.after);
    await tellOfGrant(tx, actor, person, given.after);
    const holder = { userId: person.id, name: person.name };
    return {
      data: {
        path: userPath({ userId: person.id, email: person.email }),
        notice: (given.kind === "given" ? "grant-given" : "grant-extended") satisfies GrantNotice,
      },
      audit: auditOfGiving(holder, given),
    };
  },
  revalidate: showAnew,
  redirectTo: ({ data }) => `${data.path}?notice=${data.notice}`,
});

/** Ends a role in force that the actor knows of; it opens nothing from the next request on. Source: domains/places.md sections 2 and 6. */
export const endGrantAction = defineAction({
  name: "role.end",
  input: endGrantSchema,
  load: ({ tx, actor, input }) => lockGrant(tx, actor, input.grantId),
  authorize: async ({ tx, actor, row }) =>
    together(await decideMany(tx, roleAsks(actor, "remove_role", row.email, row))),
  confirms: ({ row }) => ({ type: "grant", id: row.grantId, version: null }),
  run: async ({ tx, actor, row }) => endWhole(tx, actor, row),
  revalidate: showAnew,
  redirectTo: ({ data }) => `${data.path}?notice=${data.notice}`,
});

/** Takes one neighbourhood out of somebody's area role; the last one ends the role. */
export const removeGrantPlaceAction = defineAction({
  name: "role.change",
  input: removeGrantPlaceSchema,
  load: async ({ tx, actor, input }) => {
    const grant = await lockGrant(tx, actor, input.grantId);
    const place = grant?.places.find(({ code }) => code === input.neighbourhood);
    return grant?.role !== "neighbourhood_admin" || place === undefined ? null : { grant, place };
  },
  authorize: async ({ tx, actor, row: { grant, place } }) =>
    together(await decideMany(tx, roleAsks(actor, "remove_role", grant.email, { ...grant, places: [place] }))),
  confirms: ({ row: { grant } }) => ({ type: "grant", id: grant.grantId, version: null }),
  run: async ({ tx, actor, row: { grant, place } }) => {
    if (grant.places.length === 1) return endWhole(tx, actor, grant);
    const removed = await removeGrantPlace(tx, grant.grantId, place.code);
    if (!removed) throw new Refusal("conflict");
    const after = { ...grant, places: grant.places.filter(({ code }) => code !== place.code) };
    const holder = { userId: grant.userId, name: grant.holder };
    return {
      data: { path: pathAfter(actor, grant), notice: "grant-place-removed" satisfies GrantNotice as GrantNotice },
      audit: auditOfGrant("role.change", holder, { before: grant, after }),
    };
  },
  revalidate: showAnew,
  redirectTo: ({ data }) => `${data.path}?notice=${data.notice}`,
});

async function endWhole(tx: Transaction, actor: Actor, grant: HeldGrant) {
  const ended = await endGrant(tx, grant.grantId, actor.userId);
  if (!ended) throw new Refusal("conflict", { message: "This role has ended already." });
  const inSight = grant.userId === actor.userId || (await isUserInSight(tx, actor, grant.userId));
  const notice: GrantNotice = inSight ? "grant-ended" : "grant-ended-out-of-sight";
  const holder = { userId: grant.userId, name: grant.holder };
  return {
    data: { path: inSight ? pathAfter(actor, grant) : PEOPLE_PATH, notice },
    audit: auditOfGrant("role.end", holder, { before: grant, after: null }),
  };
}

/** Back to where roles of this person are shown: one's own under "My access". */
function pathAfter(actor: Actor, { userId, email }: HeldGrant): string {
  return userId === actor.userId ? MY_ACCESS_PATH : userPath({ userId, email });
}

/** Last days of every root would one morning leave the portal without any. Asked after the giving, as things then stand. */
async function keepLastRoot(tx: Transaction, { role, endsOn }: GrantTerms): Promise<void> {
  if (role !== "root" || endsOn === null) return;
  const lasting = await findLastingRoots(tx);
  if (lasting.length === 0) {
    throw new Refusal("invalid", {
      fields: { endsOn: "The portal needs at least one root without a last day, and no other is left." },
    });
  }
}

function termsOf(proposal: GrantTerms): GrantTerms {
  const { role, places, partnerships, partner, endsOn } = proposal;
  return {
    role,
    places: places.map(({ id, code, name }) => ({ id, code, name })),
    partnerships: partnerships.map(({ id, name }) => ({ id, name })),
    partner: partner && { id: partner.id, name: partner.name },
    endsOn,
  };
}

function showAnew(): void {
  revalidatePath("/", "layout");
}

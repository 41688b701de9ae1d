"use server";
import { revalidatePath } from "next/cache";
import { type ActionAudit, defineAction } from "@/lib/permissions/action";
import { decide } from "@/lib/permissions/decide";
import { lockPartner, readPosted } from "@/lib/places/partner-changes/queries";
import {
  changeOf,
  keysOf,
  noValues,
  type PartnerChange,
  type PostedRecords,
  placesLeft,
  proposedBy,
  type SavedPartner,
} from "@/lib/places/partner-changes/schemas";
import { decideCreation } from "@/lib/places/partner-creation/queries";
import { decideEdit, placesBeyondArea, unlessStale } from "@/lib/places/partner-decisions/queries";
import { deletePartner } from "@/lib/places/partner-deletions/mutations";
import { hidePartner, unhidePartner } from "@/lib/places/partner-hidings/mutations";
import { traceOf, traceOfEdit } from "@/lib/places/partner-traces/schemas";
import { Refusal } from "@/lib/platform/errors";
import { PARTNERS_PATH, type PartnerNotice, partnerPath } from "./constants";
import { insertPartner, type PartnerWrite, updatePartner } from "./mutations";
import {
  deletePartnerSchema,
  hidePartnerSchema,
  partnerFormSchema,
  partnerUpdateSchema,
  type SentPartnerEdit,
  unhidePartnerSchema,
} from "./schemas";

/** Makes a partner. It must fit one of the actor's roles as a whole. Source: domains/places.md sections 3 and 8. */
export const createPartnerAction = defineAction({
  name: "partner.create",
  input: partnerFormSchema,
  load: async ({ tx, actor, input }) => {
    return { proposed: proposedBy(input, await readPosted(tx, actor, null, keysOf(input))) };
  },
  authorize: ({ tx, actor, row }) => decideCreation(tx, actor, row.proposed),
  confirms: () => ({ type: "partner", id: "new", version: null }),
  run: async ({ tx, input, row: { proposed } }) => {
    const id = await insertPartner(tx, {
      texts: input,
      address: addressOf(input, proposed.addressPlace?.code),
      addPlaces: proposed.serviceAreas.map(({ code }) => code),
      addTags: proposed.tags.map((tag) => tag.id),
      removePlaces: [],
      removeTags: [],
    });
    const { addNeighbourhoods: _places, addTags: _tags, ...texts } = input;
    const values = { ...noValues, ...texts };
    const made = { resourceType: "partner", resourceId: id, after: traceOf({ ...proposed, values }) };
    return { data: { path: partnerPath({ id, externalId: null }) }, audit: [made] };
  },
  revalidate: showAnew,
  redirectTo: ({ data }) => saying(data.path, "partner-created"),
});

/**
 * Changes what differs from the partner as it is now, and nothing else: what the form does not name survives. One
 * forbidden part refuses the whole. Source: domains/places.md sections 4 and 6.
 */
export const updatePartnerAction = defineAction({
  name: "partner.update",
  input: partnerUpdateSchema,
  load: async ({ tx, actor, input }) => {
    const partner = await lockPartner(tx, actor, input.partnerId);
    if (partner === null) return null;
    return { version: partner.version, partner, posted: await readPosted(tx, actor, partner, keysOf(input)) };
  },
  authorize: ({ tx, actor, input, row }) =>
    unlessStale({ tx, actor, partner: row.partner, version: input.version }, "update", row.posted, () =>
      decideEdit(tx, actor, row.partner, provenChange(row, input)),
    ),
  confirms: ({ row }) => ({ type: "partner", id: row.partner.id, version: row.version }),
  run: async ({ tx, actor, input, row, decision }) => {
    const { partner } = row;
    const change = provenChange(row, input);
    const beyond = await placesBeyondArea(tx, actor, partner.id, placesLeft(partner, change));
    await updatePartner(tx, partner.id, writeOf(change));
    const trace = traceOfEdit(partner, change, beyond);
    const changed = Object.keys(trace.after).length > 0;
    const outOfSight = decision.disappearing.some(({ type }) => type === "partner");
    return {
      data: {
        path: outOfSight ? PARTNERS_PATH : partnerPath(partner),
        notice: outOfSight
          ? "partner-saved-out-of-sight"
          : beyond.length > 0
            ? "partner-saved-beyond-area"
            : "partner-saved",
      } satisfies { path: string; notice: PartnerNotice },
      audit: changed ? [{ resourceType: "partner", resourceId: partner.id, ...trace }] : [],
    };
  },
  revalidate: showAnew,
  redirectTo: ({ data }) => saying(data.path, data.notice),
});

/** Takes a partner off the public pages, with a reason that its own admins read. Source: domains/places.md section 3. */
export const hidePartnerAction = defineAction({
  name: "partner.hide",
  input: hidePartnerSchema,
  load: ({ tx, actor, input }) => lockPartner(tx, actor, input.partnerId),
  authorize: ({ tx, actor, input: { reason }, row }) =>
    decide(tx, { actor, action: "hide", resource: { type: "partner", id: row.id }, properties: { reason } }),
  confirms: ({ row }) => ({ type: "partner", id: row.id, version: row.version }),
  run: async ({ tx, actor, input: { reason }, row }) => {
    const hidden = await hidePartner(tx, { partnerId: row.id, reason, hiddenBy: actor.userId });
    if (!hidden) throw new Refusal("conflict", { message: "This partner is hidden already." });
    const trace = { before: { hidden: false }, after: { hidden: true }, reason };
    return { data: { path: partnerPath(row) }, audit: [{ resourceType: "partner", resourceId: row.id, ...trace }] };
  },
  revalidate: showAnew,
  redirectTo: ({ data }) => saying(data.path, "partner-hidden"),
});

/** Puts a hidden partner back on the public pages. */
export const unhidePartnerAction = defineAction({
  name: "partner.unhide",
  input: unhidePartnerSchema,
  load: ({ tx, actor, input }) => lockPartner(tx, actor, input.partnerId),
  authorize: ({ tx, actor, row }) => decide(tx, { actor, action: "unhide", resource: { type: "partner", id: row.id } }),
  confirms: ({ row }) => ({ type: "partner", id: row.id, version: row.version }),
  run: async ({ tx, actor, row }) => {
    const ended = await unhidePartner(tx, { partnerId: row.id, unhiddenBy: actor.userId });
    if (ended === null) throw new Refusal("conflict", { message: "This partner is shown already." });
    const trace = { before: { hidden: true, hiddenBecause: ended.reason }, after: { hidden: false } };
    return { data: { path: partnerPath(row) }, audit: [{ resourceType: "partner", resourceId: row.id, ...trace }] };
  },
  revalidate: showAnew,
  redirectTo: ({ data }) => saying(data.path, "partner-shown"),
});

/** Deletes a partner in the version that was looked at, and ends the roles of its admins. Source: domains/places.md sections 3 and 6. */
export const deletePartnerAction = defineAction({
  name: "partner.delete",
  input: deletePartnerSchema,
  load: ({ tx, actor, input }) => lockPartner(tx, actor, input.partnerId),
  authorize: ({ tx, actor, input: { version }, row }) =>
    unlessStale({ tx, actor, partner: row, version }, "delete", null, () =>
      decide(tx, { actor, action: "delete", resource: { type: "partner", id: row.id } }),
    ),
  confirms: ({ row }) => ({ type: "partner", id: row.id, version: row.version }),
  run: async ({ tx, row }) => {
    const deleted = await deletePartner(tx, row.id);
    const before = { ...traceOf(row), externalId: row.externalId, ...deleted };
    const ended = deleted.admins.map(({ userId, endsOn }): ActionAudit => {
      const held = { role: "partner_admin", partner: row.id, partnerName: row.name, endsOn };
      return { action: "role.end", resourceType: "user", resourceId: userId, before: held };
    });
    return { data: null, audit: [{ resourceType: "partner", resourceId: row.id, before }, ...ended] };
  },
  revalidate: showAnew,
  redirectTo: () => saying(PARTNERS_PATH, "partner-deleted"),
});

function saying(path: string, notice: PartnerNotice): string {
  return `${path}?notice=${notice}`;
}

function showAnew(): void {
  revalidatePath(PARTNERS_PATH, "layout");
}

function provenChange(
  { partner, posted }: { partner: SavedPartner; posted: PostedRecords },
  input: SentPartnerEdit,
): PartnerChange {
  const result = changeOf(partner, posted, input);
  if ("faults" in result) throw new Refusal("invalid", { fields: result.faults });
  return result.change;
}

function writeOf(change: PartnerChange): PartnerWrite {
  const { values, address, addressPlace } = change;
  return {
    texts: Object.fromEntries(change.fields.map((field) => [field, values[field]] as const)),
    address: address === "kept" ? undefined : address === "cleared" ? null : addressOf(values, addressPlace?.code),
    addPlaces: change.addedPlaces.map(({ code }) => code),
    removePlaces: change.removedPlaces.map(({ code }) => code),
    addTags: change.addedTags.map(({ id }) => id),
    removeTags: change.removedTags.map(({ id }) => id),
  };
}

function addressOf(
  { line1 = "", line2 = "", city = "", postcode = "" }: PartnerWrite["texts"],
  placeCode: string | undefined,
): PartnerWrite["address"] {
  return placeCode === undefined ? undefined : { line1, line2, city, postcode, placeCode };
}

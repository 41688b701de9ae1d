"use server";
import { revalidatePath, updateTag } from "next/cache";
import { defineAction } from "@/lib/permissions/action";
import { decide } from "@/lib/permissions/decide";
import { refuseOtherPlace } from "@/lib/places/address-places/queries";
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
import { deletePartner, tracesOfGoing } from "@/lib/places/partner-deletions/mutations";
import { refuseSimilar } from "@/lib/places/partner-duplicates/queries";
import { hidePartner, unhidePartner } from "@/lib/places/partner-hidings/mutations";
import { traceOf, traceOfEdit } from "@/lib/places/partner-traces/schemas";
import { UNKNOWN_POSTCODE } from "@/lib/places/postcodes/constants";
import { withPlaceOfPostcode } from "@/lib/places/postcodes/queries";
import { SITES_CONTENT_TAG } from "@/lib/places/site-pages/constants";
import { Refusal } from "@/lib/platform/errors";
import { PARTNERS_PATH, type PartnerNotice, partnerPath } from "./constants";
import { insertPartner, type PartnerWrite, updatePartner } from "./mutations";
import {
  deletePartnerSchema,
  hidePartnerSchema,
  partnerUpdateSchema,
  type SentPartnerEdit,
  sentPartnerSchema,
  unhidePartnerSchema,
} from "./schemas";

/** Makes a partner. It must fit one of the actor's roles as a whole. Source: domains/places.md sections 3 and 8. */
export const createPartnerAction = defineAction({
  name: "partner.create",
  input: sentPartnerSchema,
  load: async ({ tx, actor, input }) => {
    const sent = await withPlaceOfPostcode(tx, input);
    const proposed = proposedBy(sent, await readPosted(tx, actor, null, keysOf(sent)));
    const isPlaceless = proposed.addressPlace === null && (sent.postcode ?? "") !== "";
    if (isPlaceless) throw new Refusal("invalid", { fields: { addressPlace: UNKNOWN_POSTCODE } });
    return { proposed };
  },
  authorize: ({ tx, actor, row }) => decideCreation(tx, actor, row.proposed),
  confirms: () => ({ type: "partner", id: "new", version: null }),
  run: async ({ tx, actor, input, row: { proposed } }) => {
    const { addNeighbourhoods: _places, addTags: _tags, duplicatesSeen, ...texts } = input;
    const id = await insertPartner(tx, {
      texts,
      address: addressOf(texts, proposed.addressPlace?.code),
      addPlaces: proposed.serviceAreas.map(({ code }) => code),
      addTags: proposed.tags.map((tag) => tag.id),
      removePlaces: [],
      removeTags: [],
    });
    if (duplicatesSeen === undefined) await refuseSimilar(tx, actor, { postcode: "", ...texts, exceptId: id });
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
    const sent = await withPlaceOfPostcode(tx, input, partner.values);
    return { version: partner.version, partner, sent, posted: await readPosted(tx, actor, partner, keysOf(sent)) };
  },
  authorize: ({ tx, actor, input, row }) =>
    unlessStale({ tx, actor, partner: row.partner, version: input.version }, "update", row.posted, () =>
      decideEdit(tx, actor, row.partner, provenChange(row)),
    ),
  confirms: ({ row }) => ({ type: "partner", id: row.partner.id, version: row.version }),
  run: async ({ tx, actor, input, row, decision }) => {
    const { partner } = row;
    const change = provenChange(row);
    await refuseOtherPlace(tx, actor, partner, { change, seen: input.placeSeen });
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
  run: async ({ tx, actor, row }) => {
    const snapshot = await deletePartner(tx, { partnerId: row.id, deletedBy: actor.userId });
    const { partner, admins, hidings } = snapshot;
    const kept = { externalId: row.externalId, createdAt: partner.createdAt, admins, hidings };
    const deleted = { resourceType: "partner", resourceId: row.id, before: { ...traceOf(row), ...kept } };
    return { data: null, audit: [deleted, ...tracesOfGoing(snapshot)] };
  },
  revalidate: showAnew,
  redirectTo: () => saying(PARTNERS_PATH, "partner-deleted"),
});

function saying(path: string, notice: PartnerNotice): string {
  return `${path}?notice=${notice}`;
}

function showAnew(): void {
  revalidatePath(PARTNERS_PATH, "layout");
  updateTag(SITES_CONTENT_TAG);
}

function provenChange({
  partner,
  posted,
  sent,
}: {
  partner: SavedPartner;
  posted: PostedRecords;
  sent: SentPartnerEdit;
}): PartnerChange {
  const result = changeOf(partner, posted, sent);
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

"use server";
import { revalidatePath } from "next/cache";
import type { Transaction } from "@/db/client";
import { defineAction } from "@/lib/permissions/action";
import { decide } from "@/lib/permissions/decide";
import type { Actor } from "@/lib/permissions/load-actor";
import { lockPartner } from "@/lib/places/partner-changes/queries";
import { unlessStale } from "@/lib/places/partner-decisions/queries";
import { PARTNERS_PATH, type PartnerNotice, partnerPath } from "@/lib/places/partners/constants";
import { Refusal } from "@/lib/platform/errors";
import { type EncodedPicture, encodePicture } from "@/lib/platform/images/encode-picture";
import { UPLOAD_LIMIT } from "./constants";
import { type NewImage, removePartnerImage, renamePartnerImage, setPartnerImage } from "./mutations";
import { readPartnerImage } from "./queries";
import { partnerImageRemovalSchema, partnerImageSchema } from "./schemas";

/** Gives a partner its picture, or puts the one that it has into other words. Source: issue 5, Partners. */
export const setPartnerImageAction = defineAction({
  name: "partner.update",
  input: partnerImageSchema,
  limit: UPLOAD_LIMIT,
  prepare: ({ input }) => pictureOf(input.image),
  load: ({ tx, actor, input }) => lockWithImage(tx, actor, input.partnerId),
  authorize: (ask) => decideImage(ask),
  confirms: ({ row }) => ({ type: "partner", id: row.partner.id, version: row.version }),
  run: async ({ tx, input: { alt }, row: { partner, current }, prepared }) => {
    const chosen = proven(prepared);
    if (chosen === null && current === null) throw new Refusal("invalid", { fields: { image: "Choose a picture." } });
    if (chosen !== null) await setPartnerImage(tx, partner.id, chosen, alt);
    else await renamePartnerImage(tx, partner.id, alt);
    const changed = chosen !== null || alt !== current?.alt;
    return {
      data: { path: partnerPath(partner) },
      audit: changed ? [traceOf(partner.id, current?.alt ?? null, alt)] : [],
    };
  },
  revalidate: showAnew,
  redirectTo: ({ data }) => saying(data.path),
});

/** Takes a partner's picture away. */
export const removePartnerImageAction = defineAction({
  name: "partner.update",
  input: partnerImageRemovalSchema,
  load: ({ tx, actor, input }) => lockWithImage(tx, actor, input.partnerId),
  authorize: (ask) => decideImage(ask),
  confirms: ({ row }) => ({ type: "partner", id: row.partner.id, version: row.version }),
  run: async ({ tx, row: { partner, current } }) => {
    if (current === null) throw new Refusal("conflict", { message: "This partner has no picture." });
    await removePartnerImage(tx, partner.id);
    return { data: { path: partnerPath(partner) }, audit: [traceOf(partner.id, current.alt, null)] };
  },
  revalidate: showAnew,
  redirectTo: ({ data }) => saying(data.path),
});

async function lockWithImage(tx: Transaction, actor: Actor, partnerId: string) {
  const partner = await lockPartner(tx, actor, partnerId);
  return partner && { version: partner.version, partner, current: await readPartnerImage(tx, partner.id) };
}

type Ask = Readonly<{
  tx: Transaction;
  actor: Actor;
  input: { version: number };
  row: NonNullable<Awaited<ReturnType<typeof lockWithImage>>>;
}>;

function decideImage({ tx, actor, input: { version }, row: { partner } }: Ask) {
  return unlessStale({ tx, actor, partner, version }, "update", null, () =>
    decide(tx, {
      actor,
      action: "update",
      resource: { type: "partner", id: partner.id },
      properties: { fields: ["image"] },
    }),
  );
}

/** The file that was chosen, made anew; null where none was: browsers send an empty one. */
async function pictureOf(image: unknown): Promise<EncodedPicture | null> {
  if (!(image instanceof Blob) || image.size === 0) return null;
  return encodePicture(new Uint8Array(await image.arrayBuffer()));
}

function proven(picture: EncodedPicture | null): NewImage | null {
  if (picture === null) return null;
  if (!picture.ok) throw new Refusal("invalid", { fields: { image: picture.sentence } });
  const { content, width, height } = picture;
  return { content, width, height };
}

/** What a picture shows stands in the trail, not the picture. */
function traceOf(partnerId: string, before: string | null, after: string | null) {
  return { resourceType: "partner", resourceId: partnerId, before: { picture: before }, after: { picture: after } };
}

function saying(path: string): string {
  return `${path}?notice=${"partner-saved" satisfies PartnerNotice}`;
}

function showAnew(): void {
  revalidatePath(PARTNERS_PATH, "layout");
}

import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { neighbourhoods } from "@/db/schema/places";
import type { Actor } from "@/lib/permissions/load-actor";
import type { PartnerChange, SavedPartner } from "@/lib/places/partner-changes/schemas";
import { decideEdit } from "@/lib/places/partner-decisions/queries";
import { lookUpPostcodes } from "@/lib/places/postcodes/queries";
import { normalPostcode } from "@/lib/places/postcodes/schemas";
import { Refusal } from "@/lib/platform/errors";

/**
 * Nothing where the address's new postcode is not known or fits the neighbourhood that the address keeps, of which it may
 * know only a part or what that lies in. A hint and no bar: with the hint's own sentence sent back, the save goes on.
 * Source: domains/places.md section 1.
 * @param edit.change one that the actor may make.
 * @param edit.seen the hint that the person has read, if any.
 * @throws Refusal on `placeSeen` that says where the postcode lies, as far as the actor may choose that place.
 */
export async function refuseOtherPlace(
  tx: Transaction,
  actor: Actor,
  partner: SavedPartner,
  { change, seen }: Readonly<{ change: PartnerChange; seen: string | undefined }>,
): Promise<void> {
  const { address, addressPlace: kept, values } = change;
  const postcode = normalPostcode(values.postcode);
  if (address !== "corrected" || kept === null || postcode === normalPostcode(partner.values.postcode)) return;
  const found = (await lookUpPostcodes(tx, [values.postcode])).get(postcode ?? "");
  if (found === undefined || (await isOneWithin(tx, kept.code, found.path))) return;
  const moved = { ...change, addressPlace: found, values: { ...values, addressPlace: found.code } };
  const { outcome } = await decideEdit(tx, actor, partner, { ...moved, address: "moved" });
  const sentence =
    outcome === "deny"
      ? `This postcode does not lie in ${kept.name}, but where you may not put the address. Save again to keep ${kept.name}.`
      : `This postcode lies in ${found.name}. Choose it, or save again to keep ${kept.name}.`;
  if (seen !== sentence) throw new Refusal("invalid", { fields: { placeSeen: sentence } });
}

/** Whether one of the two places lies in the other, or they are the same. */
async function isOneWithin(tx: Transaction, code: string, path: readonly number[]): Promise<boolean> {
  const [kept] = await tx
    .select({ number: neighbourhoods.number, path: neighbourhoods.path })
    .from(neighbourhoods)
    .where(eq(neighbourhoods.code, code));
  return kept === undefined || path.includes(kept.number) || kept.path.includes(path.at(-1) ?? kept.number);
}

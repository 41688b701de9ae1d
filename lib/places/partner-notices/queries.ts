import "server-only";
import type { Actor } from "@/lib/permissions/load-actor";
import { getSaveSummary } from "@/lib/places/partner-form/queries";
import { getEndedHidingReason } from "@/lib/places/partner-hidings/queries";

/** What a notice on a partner's page needs to know beside its code. */
export type NoticeFacts = {
  partnerId: string;
  hidden: boolean;
  /** Why it was hidden before it was shown again, where the reader may hide it once more. */
  hiddenBefore: string | null;
  /** Names of the places that the save took away beyond the actor's area. */
  removedBeyondArea: readonly string[];
};

/**
 * The facts behind a notice that a page was asked for, read anew: by them the page refuses a notice that cannot be true
 * (`readPartnerNotice`), and what it names never comes from the address. No statement for most notices, one for those
 * that name something.
 * @param code the parameter as it came.
 */
export async function getNoticeFacts(
  actor: Actor,
  code: unknown,
  partner: { id: string; hiding: object | null },
): Promise<NoticeFacts> {
  const shown = code === "partner-shown" && partner.hiding === null;
  const beyond = code === "partner-saved-beyond-area" ? await getSaveSummary(actor, partner.id) : null;
  return {
    partnerId: partner.id,
    hidden: partner.hiding !== null,
    hiddenBefore: shown ? await getEndedHidingReason(actor, partner.id) : null,
    removedBeyondArea: beyond?.removedBeyondArea ?? [],
  };
}

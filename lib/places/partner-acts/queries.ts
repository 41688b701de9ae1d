import "server-only";
import { readTransaction } from "@/db/client";
import { findPartners, type PartnerRecord as PartnerFacts } from "@/lib/permissions/facts/records";
import type { Actor } from "@/lib/permissions/load-actor";
import { answerPart } from "@/lib/permissions/scope";
import type { PartnerActName } from "@/lib/places/partners/constants";
import { getPartner, type PartnerRecord } from "@/lib/places/partners/queries";

/** Whether one may do something to a partner, and the reasons of a refusal in words. */
export type PartnerAct = { act: PartnerActName; allowed: boolean; reasons: readonly { text: string }[] };

/**
 * A partner with what this actor may do from the top of its page, for the tabs that do not say why one sees it; null as
 * in `getPartner`. `facts`: what the engine judges it by. Two statements.
 */
export async function getPartnerWithActs(
  actor: Actor,
  partnerId: string,
): Promise<{ partner: PartnerRecord; facts: PartnerFacts; acts: PartnerAct[] } | null> {
  const partner = await getPartner(actor, partnerId);
  if (partner === null) return null;
  const [facts] = await readTransaction((tx) => findPartners(tx, [partner.id]));
  if (facts === undefined) return null;
  const acts = ["update", partner.hiding === null ? "hide" : "unhide", "delete"] as const;
  return {
    partner,
    facts,
    acts: acts.map((act) => {
      const { allowed, reason } = answerPart(actor, "partner", { action: act, facts, fallback: "no_grant" });
      return { act, allowed, reasons: reason === null ? [] : [{ text: reason }] };
    }),
  };
}

import { WhyPanel } from "@/components/patterns/why-panel";
import type { PartnerActName } from "@/lib/places/partners/constants";
import type { PartnerRemit } from "@/lib/places/partners/queries";

/** What each act is called where a person reads what they may do. */
const ACTS: Readonly<Record<PartnerActName, string>> = {
  update: "Edit it",
  slug: "Change its public address",
  hide: "Hide it from the public pages",
  unhide: "Show it on the public pages again",
  admins: "Choose its admins",
  history: "See its history",
  delete: "Delete it",
};

/** Why somebody sees this partner, what else they may do to it, and why they may not do the rest. */
export function PartnerWhy({ remit, open }: { remit: PartnerRemit; open: boolean }) {
  const acts = remit.acts.map(({ act, ...answer }) => ({ label: ACTS[act], ...answer }));
  return <WhyPanel reasons={remit.view} acts={acts} open={open} />;
}

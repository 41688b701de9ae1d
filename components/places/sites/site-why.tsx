import { WhyPanel } from "@/components/patterns/why-panel";
import type { SiteAct } from "@/lib/places/sites/constants";
import type { SiteRemit } from "@/lib/places/sites/queries";

/** What each act is called where a person reads what they may do. */
const ACTS: Readonly<Record<SiteAct, string>> = {
  update: "Edit what it says",
  publish: "Publish it",
  unpublish: "Take it off the public pages",
  address: "Change its public address or domain",
  reach: "Change its neighbourhoods or partnerships",
  admins: "Choose its admins",
  history: "See its history",
  delete: "Delete it",
};

/** Why somebody sees this site, what else they may do to it, and why they may not do the rest. */
export function SiteWhy({ remit, open }: { remit: SiteRemit; open: boolean }) {
  const acts = remit.acts.map(({ act, ...answer }) => ({ label: ACTS[act], ...answer }));
  return <WhyPanel reasons={remit.view} acts={acts} open={open} />;
}

import { WhyPanel } from "@/components/patterns/why-panel";
import type { TagRemit } from "@/lib/places/tags/queries";

/** What each act is called where a person reads what they may do. */
const ACTS: Readonly<Record<TagRemit["acts"][number]["act"], string>> = {
  update: "Edit it",
  delete: "Delete it",
  view_history: "See its history",
};

/** Why somebody sees this tag, what else they may do to it, and why they may not do the rest. */
export function TagWhy({ remit, open }: { remit: TagRemit; open: boolean }) {
  const acts = remit.acts.map(({ act, ...answer }) => ({ label: ACTS[act], ...answer }));
  return <WhyPanel reasons={remit.view} acts={acts} open={open} />;
}

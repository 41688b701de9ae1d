import { WhyPanel } from "@/components/patterns/why-panel";
import { unitsInside } from "@/lib/places/neighbourhood-form/schemas";
import type { NeighbourhoodUnit } from "@/lib/places/neighbourhood-tree/constants";
import type { NeighbourhoodRemit } from "@/lib/places/neighbourhood-tree/queries";

/** What each act is called where a person reads what they may do. */
const ACTS: Readonly<Record<NeighbourhoodRemit["acts"][number]["act"], string>> = {
  update: "Edit it",
  create: "Create a neighbourhood in it",
  delete: "Delete it",
  assign_role: "Give somebody a role over it",
  view_history: "See its history",
};

/** Why somebody sees this place, what else they may do to it, and why they may not do the rest. */
export function NeighbourhoodWhy({
  remit,
  unit,
  open,
}: {
  remit: NeighbourhoodRemit;
  unit: NeighbourhoodUnit;
  open: boolean;
}) {
  const acts = remit.acts
    // In the narrowest place nothing can lie, whoever asks.
    .filter(({ act }) => act !== "create" || unitsInside(unit).length > 0)
    .map(({ act, ...answer }) => ({ label: ACTS[act], ...answer }));
  return <WhyPanel reasons={remit.view} acts={acts} open={open} />;
}

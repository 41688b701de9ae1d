import { ListChecks } from "lucide-react";
import { EmptyState } from "@/components/patterns/empty-state";
import { ButtonLink } from "@/components/ui/button";
import { PARTNERS_PATH } from "@/lib/places/partners/constants";

/** What stands in the place of an act's form where the address names no partner that the reader may see. */
export function NobodyChosen() {
  return (
    <EmptyState
      title="No partner is chosen"
      icon={<ListChecks aria-hidden />}
      action={<ButtonLink href={PARTNERS_PATH}>Go to the list of partners</ButtonLink>}
    >
      <p>Tick partners in the list and say what to do with them.</p>
    </EmptyState>
  );
}

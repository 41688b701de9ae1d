import { Plus } from "lucide-react";
import { PageTitle } from "@/components/patterns/page-title";
import { titled } from "@/components/patterns/titled";
import { ButtonLink } from "@/components/ui/button";
import type { OpenTree } from "@/lib/places/neighbourhood-branches/queries";
import { partnersInWords, placesInWords } from "./branches";

/** The head of the tree's page: how much it holds, and where a place is added, for those who may. */
export function TreeHead({ tree: { placeCount, partnerCount }, newHref }: { tree: OpenTree; newHref: string | null }) {
  return (
    <PageTitle
      title="Neighbourhoods"
      actions={
        newHref !== null && (
          <ButtonLink href={newHref} tone="primary">
            <Plus aria-hidden className="size-4" />
            New neighbourhood
          </ButtonLink>
        )
      }
    >
      <p className="text-ink-muted tabular-nums">
        {titled(placesInWords(placeCount))}, {partnersInWords(partnerCount)} within your remit
      </p>
    </PageTitle>
  );
}

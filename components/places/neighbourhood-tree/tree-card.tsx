import { Map as MapIcon } from "lucide-react";
import { EmptyState } from "@/components/patterns/empty-state";
import { ButtonLink } from "@/components/ui/button";
import type { OpenTree } from "@/lib/places/neighbourhood-branches/queries";
import { PlaceTree } from "./place-tree";

type Props = {
  tree: OpenTree;
  /** The codes that the address opens, null where it says nothing about that. */
  asked: readonly string[] | null;
  /** Codes of what the reader looks after. */
  own: readonly string[];
  /** Where a first place is made, for those who may. */
  newHref: string | null;
};

/** The tree of places as the page shows it, or what would be here. */
export function TreeCard({ tree: { top, below }, asked, own, newHref }: Props) {
  return (
    <section aria-label="Tree of places" className="rounded-lg border border-line bg-surface shadow-card">
      {top.length === 0 ? (
        <EmptyState
          title="No neighbourhoods yet"
          icon={<MapIcon aria-hidden />}
          action={newHref !== null && <ButtonLink href={newHref}>Add the first one</ButtonLink>}
        >
          <p>Countries, regions, districts and wards stand here. Partners and area admins are found by them.</p>
        </EmptyState>
      ) : (
        // The tree is another one where the address opens something else, as on the way back.
        <PlaceTree key={below.map(({ code }) => code).join("\n")} asked={asked} top={top} below={below} own={own} />
      )}
    </section>
  );
}

import { MapPinOff } from "lucide-react";
import { Banner } from "@/components/patterns/banner";
import { EmptyState } from "@/components/patterns/empty-state";
import { titled } from "@/components/patterns/titled";
import { ButtonLink } from "@/components/ui/button";
import { MOST_FOUND, NEIGHBOURHOODS_PATH, neighbourhoodPath } from "@/lib/places/neighbourhood-tree/constants";
import type { FoundPage } from "@/lib/places/neighbourhood-tree/queries";
import { PlaceLinks } from "../neighbourhoods/place-links";
import { placesInWords } from "./branches";

type Props = {
  text: string;
  places: readonly FoundPage[];
  /** A sentence for whoever has searched too often; null for everybody else. */
  wait: string | null;
};

/** The places that a search of the tree found, the best match first, each leading to its page. */
export function FoundPlaces({ text, places, wait }: Props) {
  if (wait !== null) return <Banner tone="warning" title={wait} />;
  return (
    <section aria-labelledby="found" className="grid gap-3">
      <div role="status">
        <h2 id="found" className="text-lg font-semibold">
          {heading(places.length)} for “{text}”
        </h2>
      </div>
      <div className="rounded-lg border border-line bg-surface shadow-card">
        {places.length === 0 ? (
          <EmptyState
            title="No place"
            icon={<MapPinOff aria-hidden />}
            action={<ButtonLink href={NEIGHBOURHOODS_PATH}>Show the whole tree</ButtonLink>}
          >
            <p>No place has this name or code. Add what it lies in only where its own name is there too.</p>
          </EmptyState>
        ) : (
          <PlaceLinks places={places} hrefOf={neighbourhoodPath} />
        )}
      </div>
    </section>
  );
}

function heading(count: number): string {
  return count === MOST_FOUND ? `The first ${count} places` : titled(placesInWords(count));
}

import { MapPinOff } from "lucide-react";
import { EmptyState } from "@/components/patterns/empty-state";
import { titled } from "@/components/patterns/titled";
import { MOST_PLACES } from "@/lib/places/neighbourhoods/constants";
import { chosenPlaceHref, type FoundPlace, type PlaceFind } from "@/lib/places/neighbourhoods/schemas";
import { placesInWords } from "../neighbourhood-tree/branches";
import { PlaceLinks } from "./place-links";

/** The places found, each a link that chooses it, with what it lies in. */
export function PlaceResults({ find, places }: { find: PlaceFind; places: readonly FoundPlace[] }) {
  return (
    <section aria-labelledby="places" className="grid gap-3">
      <h2 id="places" className="text-lg font-semibold">
        {heading(find.text, places.length)}
      </h2>
      <div className="rounded-lg border border-line bg-surface shadow-card">
        {places.length === 0 ? (
          <EmptyState title="No place" icon={<MapPinOff aria-hidden />}>
            <p>{find.text === "" ? nothingToChoose[find.use.kind] : "No place that you may choose has this name."}</p>
          </EmptyState>
        ) : (
          <PlaceLinks places={places} hrefOf={({ code }) => chosenPlaceHref(find.to, find.as, code)} />
        )}
      </div>
    </section>
  );
}

const nothingToChoose = {
  filter: "There are no partners within your remit, and so no places to find them by.",
  partner: "There is no place that you may add to this partner.",
  "new partner": "There is no place where you may make a partner.",
  any: "There is no place that you may choose.",
} as const;

function heading(text: string, count: number): string {
  if (count === MOST_PLACES) return `The first ${count} places`;
  const places = titled(placesInWords(count));
  return text === "" ? places : `${places} found`;
}

import { MapPinOff } from "lucide-react";
import { EmptyState } from "@/components/patterns/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { MOST_PLACES } from "@/lib/places/neighbourhoods/constants";
import { chosenPlaceHref, type FoundPlace, type PlaceFind } from "@/lib/places/neighbourhoods/schemas";
import { placeWords } from "./place-words";

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
          <ul className="divide-y divide-line">
            {places.map((place) => (
              <li key={place.code} className="flex flex-wrap items-baseline gap-x-2 px-4 py-2 sm:px-5">
                <TextLink
                  href={chosenPlaceHref(find.to, find.as, place.code)}
                  className="inline-flex min-h-6 items-center"
                >
                  {place.name}
                </TextLink>
                <span className="text-ink-muted">{placeWords(place)}</span>
              </li>
            ))}
          </ul>
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
  const places = count === 1 ? "1 place" : `${count === 0 ? "No" : count} places`;
  return text === "" ? places : `${places} found`;
}

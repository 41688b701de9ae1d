import { TextLink } from "@/components/ui/text-link";
import type { FoundPlace } from "@/lib/places/neighbourhoods/schemas";
import { placeWords } from "./place-words";

/** Places that were found, each a link, with what it is and what it lies in. */
export function PlaceLinks<Place extends FoundPlace>({
  places,
  hrefOf,
}: {
  places: readonly Place[];
  hrefOf: (place: Place) => string;
}) {
  return (
    <ul className="divide-y divide-line">
      {places.map((place) => (
        <li key={place.code} className="flex flex-wrap items-baseline gap-x-2 px-4 py-2 sm:px-5">
          <TextLink href={hrefOf(place)} className="inline-flex min-h-6 items-center">
            {place.name}
          </TextLink>
          <span className="text-ink-muted">{placeWords(place)}</span>
        </li>
      ))}
    </ul>
  );
}

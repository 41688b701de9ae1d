import { SearchForm } from "@/components/patterns/search-form";
import { LONGEST_PLACE_SEARCH } from "@/lib/places/neighbourhoods/constants";
import { type PlaceFind, writePlaceUse } from "@/lib/places/neighbourhoods/schemas";

/** The search of the page that finds a place without scripts. It keeps what the place is for and where choosing leads. */
export function PlaceFindForm({ find: { text, use, to, as } }: { find: PlaceFind }) {
  return (
    <SearchForm
      action="/places/find"
      text={text}
      along={[
        ["use", writePlaceUse(use)],
        ["to", to],
        ["as", as],
      ]}
      label="Name of the place"
      help="Add what it lies in to narrow it: “Moss Side, Manchester”."
      maxLength={LONGEST_PLACE_SEARCH}
    />
  );
}

import { Search } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { LONGEST_PLACE_SEARCH } from "@/lib/places/neighbourhoods/constants";
import { type PlaceFind, writePlaceUse } from "@/lib/places/neighbourhoods/schemas";

/** The search of the page that finds a place without scripts. It keeps what the place is for and where choosing leads. */
export function PlaceFindForm({ find: { text, use, to, as } }: { find: PlaceFind }) {
  return (
    <form action="/places/find" className="flex flex-wrap items-end gap-2">
      <input type="hidden" name="use" value={writePlaceUse(use)} />
      <input type="hidden" name="to" value={to} />
      <input type="hidden" name="as" value={as} />
      <div className="min-w-0 flex-[1_1_15rem]">
        <Field
          type="search"
          name="q"
          label="Name of the place"
          help="Add what it lies in to narrow it: “Moss Side, Manchester”."
          defaultValue={text}
          maxLength={LONGEST_PLACE_SEARCH}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
        />
      </div>
      <Button type="submit" tone="primary">
        <Search aria-hidden className="size-4" />
        Search
      </Button>
    </form>
  );
}

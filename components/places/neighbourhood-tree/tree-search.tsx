import { SearchForm } from "@/components/patterns/search-form";
import { ButtonLink } from "@/components/ui/button";
import { NEIGHBOURHOODS_PATH } from "@/lib/places/neighbourhood-tree/constants";
import { LONGEST_PLACE_SEARCH } from "@/lib/places/neighbourhoods/constants";

type Props = {
  text: string;
  /** What else the address asks for, which goes along with a search. */
  along?: readonly (readonly [name: string, value: string])[];
  /** Where what is shown is left behind, and in which words; null where it is the tree itself. */
  back: { href: string; label: string } | null;
};

/** The search of the tree: a plain form, whose results have an address. */
export function TreeSearch({ text, along, back }: Props) {
  return (
    <search>
      <SearchForm
        action={NEIGHBOURHOODS_PATH}
        text={text}
        along={along}
        label="Find a place"
        placeholder="Moss Side, or E05011372"
        maxLength={LONGEST_PLACE_SEARCH}
        beside
      >
        {back !== null && (
          <ButtonLink href={back.href} tone="quiet">
            {back.label}
          </ButtonLink>
        )}
      </SearchForm>
    </search>
  );
}

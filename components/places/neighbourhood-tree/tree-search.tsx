import { Search } from "lucide-react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
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
export function TreeSearch({ text, along = [], back }: Props) {
  return (
    <search>
      <form action={NEIGHBOURHOODS_PATH} className="flex flex-wrap items-end gap-2">
        {along.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="min-w-0 flex-[1_1_15rem] sm:max-w-md">
          <Field
            type="search"
            name="q"
            label="Find a place"
            placeholder="Moss Side, or E05011372"
            defaultValue={text}
            maxLength={LONGEST_PLACE_SEARCH}
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="search"
          />
        </div>
        <Button type="submit">
          <Search aria-hidden className="size-4" />
          Search
        </Button>
        {back !== null && (
          <ButtonLink href={back.href} tone="quiet">
            {back.label}
          </ButtonLink>
        )}
      </form>
    </search>
  );
}

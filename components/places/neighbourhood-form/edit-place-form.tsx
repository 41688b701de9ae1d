"use client";
import { wordOf } from "@/components/patterns/form-merge";
import { FormShell } from "@/components/patterns/form-shell";
import { nameInWords } from "@/components/patterns/form-values";
import { listed } from "@/components/patterns/listed";
import { updateNeighbourhoodAction } from "@/lib/places/neighbourhood-form/actions";
import type { NeighbourhoodForm, NeighbourhoodUses } from "@/lib/places/neighbourhood-form/queries";
import { isUnit, neighbourhoodEditSchema } from "@/lib/places/neighbourhood-form/schemas";
import { UNIT_NAMES } from "@/lib/places/neighbourhood-tree/constants";
import { partnersInWords, placesInWords } from "../neighbourhood-tree/branches";
import type { ChosenPlace } from "../neighbourhoods/chosen-places";
import { PlaceFields } from "./place-fields";

type Props = {
  form: NeighbourhoodForm;
  /** A parent that was found on another page, for those without scripts. */
  found: ChosenPlace | null;
  findHref: string;
  cancelHref: string;
};

const labels: Readonly<Record<string, string>> = { unit: "Level", parent: "Lies in" };

/** The edit form of a place. Moving it changes who reaches what lies in it, which is said beside the box that moves it. */
export function EditPlaceForm({ form, found, findHref, cancelHref }: Props) {
  const { neighbourhood, version, values, parent, uses } = form;
  const current = parent === null ? [] : [{ code: parent.code, name: parent.name, path: [...parent.path] }];
  return (
    <FormShell
      action={updateNeighbourhoodAction}
      schema={neighbourhoodEditSchema(values)}
      values={{ ...values, version: String(version), parent: found?.code ?? values.parent }}
      fields={{ neighbourhoodId: neighbourhood.id }}
      submitLabel="Save changes"
      cancelHref={cancelHref}
      loaded={{ values, words: Object.fromEntries(current.map(({ code, name }) => [code, name])) }}
      wording={{
        label: (name) => labels[name] ?? nameInWords(name),
        value: (name, text, known) => {
          if (name === "unit" && isUnit(text)) return UNIT_NAMES[text];
          return name === "parent" ? (wordOf(known, text) ?? text) : text;
        },
      }}
    >
      <PlaceFields
        known={found === null ? current : [...current, found]}
        findHref={findHref}
        moving={<Moving uses={uses} />}
      />
    </FormShell>
  );
}

/** What a move takes along; nothing for a place in which nothing lies. */
function Moving({ uses: { children, partnersInside } }: { uses: NeighbourhoodUses }) {
  if (children + partnersInside === 0) return null;
  const parts = [
    ...(children === 0 ? [] : [`${placesInWords(children)} directly in it`]),
    ...(partnersInside === 0 ? [] : [partnersInWords(partnersInside)]),
  ];
  return (
    <p className="max-w-prose text-sm text-warning">
      Moving it takes along {listed(parts)}: whoever looks after what it leaves loses them, and whoever looks after what
      it enters gains them.
    </p>
  );
}

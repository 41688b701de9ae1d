"use client";
import type { ReactNode } from "react";
import { FormField, FormSelect } from "@/components/patterns/form-field";
import { NEIGHBOURHOOD_UNITS, UNIT_NAMES } from "@/lib/places/neighbourhood-tree/constants";
import type { ChosenPlace } from "../neighbourhoods/chosen-places";
import { FormPlacePicker } from "../neighbourhoods/form-place-picker";

type Props = {
  /** Every place that the box of the parent may hold from the beginning. */
  known: readonly ChosenPlace[];
  /** Where somebody without scripts looks for the parent. */
  findHref: string;
  /** What to know before it is moved. */
  moving?: ReactNode;
};

const levels = NEIGHBOURHOOD_UNITS.map((unit) => ({ value: unit, label: UNIT_NAMES[unit] }));

/** The fields of a place, of a new one and of one that there is. */
export function PlaceFields({ known, findHref, moving }: Props) {
  return (
    <div className="grid gap-5">
      <FormField name="name" label="Name" autoComplete="off" required />
      <FormField
        name="welshName"
        label="Welsh name"
        help="Only where it differs. It is found by either name."
        lang="cy"
        autoComplete="off"
        optional
      />
      <div className="grid content-start gap-5 sm:grid-cols-2">
        <FormField
          name="code"
          label="Code"
          help="The official one where there is one, such as E05011368. No two places share a code."
          autoComplete="off"
          spellCheck={false}
          required
        />
        <FormSelect
          name="unit"
          label="Level"
          help="Narrower than what it lies in. Levels in between may be missing."
          options={[{ value: "", label: "Choose a level" }, ...levels]}
          required
        />
      </div>
      <div className="grid gap-2">
        <FormPlacePicker
          name="parent"
          label="Lies in"
          help="Only a country lies in nothing: leave it empty for one."
          use={{ kind: "any" }}
          known={known}
          multiple={false}
          findHref={findHref}
        />
        {moving}
      </div>
    </div>
  );
}

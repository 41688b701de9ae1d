"use client";
import { FormShell } from "@/components/patterns/form-shell";
import { createNeighbourhoodAction } from "@/lib/places/neighbourhood-form/actions";
import type { NewNeighbourhoodForm } from "@/lib/places/neighbourhood-form/queries";
import { neighbourhoodFormSchema } from "@/lib/places/neighbourhood-form/schemas";
import { PlaceFields } from "./place-fields";

type Props = {
  form: NewNeighbourhoodForm;
  findHref: string;
  cancelHref: string;
};

/** The form of a new place. What it lies in is known where one comes from that place's page. */
export function NewPlaceForm({ form: { parent, units }, findHref, cancelHref }: Props) {
  const [only, ...others] = units;
  return (
    <FormShell
      action={createNeighbourhoodAction}
      schema={neighbourhoodFormSchema}
      values={{ parent: parent?.code ?? "", unit: others.length === 0 ? (only ?? "") : "" }}
      submitLabel="Create neighbourhood"
      cancelHref={cancelHref}
    >
      <PlaceFields
        known={parent === null ? [] : [{ code: parent.code, name: parent.name, path: [...parent.path] }]}
        findHref={findHref}
      />
    </FormShell>
  );
}

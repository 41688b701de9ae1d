"use client";
import { FormShell } from "@/components/patterns/form-shell";
import type { ChoosablePartnership } from "@/lib/places/site-form/queries";
import { siteFormSchema } from "@/lib/places/site-form/schemas";
import { createSiteAction } from "@/lib/places/sites/actions";
import type { ChosenPlace } from "../neighbourhoods/chosen-places";
import { SiteAddressFields } from "./site-address-fields";
import { SiteReachFields } from "./site-reach-fields";
import { SiteTextFields } from "./site-text-fields";

type Props = {
  addable: readonly ChoosablePartnership[];
  /** Places that were found on another page, for those without scripts. */
  found: readonly ChosenPlace[];
  findHref: string;
  cancelHref: string;
};

const free = { mayChange: true, reason: null };

/** The form of a new site. It is not published by being made. */
export function NewSiteForm({ addable, found, findHref, cancelHref }: Props) {
  return (
    <FormShell
      action={createSiteAction}
      schema={siteFormSchema}
      values={{ addNeighbourhoods: found.map(({ code }) => code) }}
      submitLabel="Create site"
      cancelHref={cancelHref}
      bar="sticky"
    >
      <div className="grid gap-8">
        <SiteTextFields />
        <SiteAddressFields address={free} values={null} />
        <SiteReachFields
          has={{ places: [], partnerships: [] }}
          neighbourhoods={free}
          tags={free}
          {...{ addable, found, findHref }}
        />
      </div>
    </FormShell>
  );
}

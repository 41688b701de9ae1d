"use client";
import { FormShell } from "@/components/patterns/form-shell";
import { nameInWords } from "@/components/patterns/form-values";
import type { SiteForm } from "@/lib/places/site-form/queries";
import { siteEditSchema } from "@/lib/places/site-form/schemas";
import { updateSiteAction } from "@/lib/places/sites/actions";
import type { ChosenPlace } from "../neighbourhoods/chosen-places";
import { SiteAddressFields } from "./site-address-fields";
import { SiteReachFields } from "./site-reach-fields";
import { SiteTextFields } from "./site-text-fields";

type Props = {
  form: SiteForm;
  /** Places that were found on another page, for those without scripts. */
  found: readonly ChosenPlace[];
  findHref: string;
  cancelHref: string;
};

const labels: Readonly<Record<string, string>> = {
  placeName: "Place",
  heroText: "Opening text",
  slug: "Public address",
  addNeighbourhoods: "Neighbourhoods to add",
  removeNeighbourhoods: "Neighbourhoods to take out",
  addTags: "Partnerships to add",
  removeTags: "Partnerships to take out",
};

/** The edit form of a site. What one may not change is shown with the reason; what one does not touch stays as it is. */
export function EditSiteForm({ form, found, findHref, cancelHref }: Props) {
  const { site, version, values, places, partnerships, addable, address, neighbourhoods, tags } = form;
  return (
    <FormShell
      action={updateSiteAction}
      schema={siteEditSchema(values)}
      values={{
        ...sentValues(form),
        version: String(version),
        addNeighbourhoods: found.map(({ code }) => code),
      }}
      fields={{ siteId: site.id }}
      submitLabel="Save changes"
      cancelHref={cancelHref}
      bar="sticky"
      loaded={form.loaded}
      wording={{ label: (name) => labels[name] ?? nameInWords(name), value: (_name, text) => text }}
    >
      <div className="grid gap-8">
        <SiteTextFields />
        <SiteAddressFields address={address} values={values} />
        <SiteReachFields {...{ has: { places, partnerships }, addable, neighbourhoods, tags, found, findHref }} />
      </div>
    </FormShell>
  );
}

/** The texts that have a field in this reader's form. */
function sentValues({ values: { slug, domain, ...texts }, address }: SiteForm) {
  return address.mayChange ? { ...texts, slug, domain } : texts;
}

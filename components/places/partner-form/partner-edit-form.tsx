"use client";
import { wordOf } from "@/components/patterns/form-merge";
import { FormShell } from "@/components/patterns/form-shell";
import type { PartnerForm } from "@/lib/places/partner-form/queries";
import { updatePartnerAction } from "@/lib/places/partners/actions";
import { partnerEditSchema } from "@/lib/places/partners/schemas";
import { AboutSection } from "./about-section";
import { ContactsSection } from "./contacts-section";
import { fieldLabel } from "./field-labels";
import type { FoundPlaces, PlaceFinding } from "./place-finding";
import { PlacesSection } from "./places-section";
import { SaveSummary } from "./save-summary";
import { SlugSection } from "./slug-section";
import { TagsSection } from "./tags-section";

type Props = {
  form: PartnerForm;
  finding: PlaceFinding;
  /** Places that were found on another page, for those without scripts: for the address (at most one) and as service areas. */
  found: FoundPlaces;
  cancelHref: string;
};

/** The edit form of a partner. What one may not change is shown with the reason; what one does not touch stays as it is. */
export function PartnerEditForm({ form, finding, found, cancelHref }: Props) {
  const { partner, version, values, addressPlace, tags, unseenTags, addableTags, slug } = form;
  const current = addressPlace.place === null ? [] : [addressPlace.place];
  const known = [...current, ...found.address, ...found.areas];
  return (
    <FormShell
      action={updatePartnerAction}
      schema={partnerEditSchema(values)}
      values={{
        ...values,
        version: String(version),
        addressPlace: found.address[0]?.code ?? values.addressPlace,
        addNeighbourhoods: found.areas.map(({ code }) => code),
      }}
      fields={{ partnerId: partner.id }}
      submitLabel="Save changes"
      cancelHref={cancelHref}
      bar="sticky"
      loaded={form.loaded}
      wording={{
        label: fieldLabel,
        value: (name, text, known) => (name === "addressPlace" ? (wordOf(known, text) ?? text) : text),
      }}
    >
      <div className="grid gap-8">
        <AboutSection />
        <PlacesSection finding={finding} known={known} current={form} />
        <TagsSection carried={tags} unseen={unseenTags} addable={addableTags} />
        <ContactsSection />
        <SlugSection slug={slug} value={values.slug} />
        <SaveSummary form={form} />
      </div>
    </FormShell>
  );
}

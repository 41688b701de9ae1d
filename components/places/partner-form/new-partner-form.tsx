"use client";
import * as z from "zod/mini";
import { FormShell } from "@/components/patterns/form-shell";
import type { ChoosableTag, NewPartnerForm as NewPartnerChoices } from "@/lib/places/partner-form/queries";
import { createPartnerAction } from "@/lib/places/partners/actions";
import { PARTNERS_PATH } from "@/lib/places/partners/constants";
import { partnerFormSchema } from "@/lib/places/partners/schemas";
import type { ChosenPlace } from "../neighbourhoods/chosen-places";
import { AboutSection } from "./about-section";
import { ContactsSection } from "./contacts-section";
import type { FoundPlaces, PlaceFinding } from "./place-finding";
import { PlacesSection } from "./places-section";
import { SlugSection } from "./slug-section";
import { TagsSection } from "./tags-section";

type Props = {
  form: NewPartnerChoices;
  finding: PlaceFinding;
  /** As in the edit form. */
  found: FoundPlaces;
};

/** The form of a new partner. */
export function NewPartnerForm({ form: { addableTags, needsPartnership, maySetSlug }, finding, found }: Props) {
  const codes = (places: readonly ChosenPlace[]) => places.map(({ code }) => code);
  return (
    <FormShell
      action={createPartnerAction}
      schema={needsPartnership ? withPartnership(addableTags) : partnerFormSchema}
      values={{ addressPlace: codes(found.address)[0] ?? "", addNeighbourhoods: codes(found.areas) }}
      submitLabel="Create partner"
      cancelHref={PARTNERS_PATH}
      bar="sticky"
    >
      <div className="grid gap-8">
        <AboutSection />
        <PlacesSection finding={finding} known={[...found.address, ...found.areas]} current={null} />
        <TagsSection
          carried={[]}
          unseen={0}
          addable={addableTags}
          partnershipHelp={
            needsPartnership ? "Choose at least one: you create partners for your partnerships." : undefined
          }
        />
        <ContactsSection />
        {maySetSlug && <SlugSection slug={{ mayChange: true, reason: null }} value="" />}
      </div>
    </FormShell>
  );
}

/** The schema for whoever creates for partnerships alone: the policy would refuse a partner without one. */
function withPartnership(tags: readonly ChoosableTag[]) {
  const partnerships = tags.filter(({ kind }) => kind === "partnership").map(({ id }) => id);
  return partnerFormSchema.check(
    z.refine(({ addTags }) => addTags.some((id) => partnerships.includes(id)), {
      error: "Choose at least one of your partnerships.",
      path: ["addTags"],
    }),
  );
}

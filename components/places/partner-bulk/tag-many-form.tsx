"use client";
import { FormSelect } from "@/components/patterns/form-field";
import { bulkTagPartnersAction } from "@/lib/places/partner-bulk/actions";
import type { ChosenPartner } from "@/lib/places/partner-bulk/queries";
import { PARTNERS_PATH } from "@/lib/places/partners/constants";
import type { ShownTag } from "@/lib/places/partners/queries";
import { KIND_NAMES } from "@/lib/places/tags/constants";
import { BulkForm } from "./bulk-form";
import { ChosenPartners, namesOf } from "./chosen-partners";
import { NobodyChosen } from "./nobody-chosen";

type Props = {
  /** Whether the tag is put on or taken off. */
  way: "add" | "remove";
  partners: readonly ChosenPartner[];
  tags: readonly ShownTag[];
};

/** Puts one tag on the chosen partners, or takes it off. */
export function TagManyForm({ way, partners, tags }: Props) {
  const adding = way === "add";
  return (
    <BulkForm
      action={bulkTagPartnersAction}
      values={{ [way]: partners.map(({ id }) => id) }}
      names={namesOf(partners)}
      submitLabel={adding ? "Add the tag" : "Remove the tag"}
      confirmLabel={adding ? "Add it anyway" : "Remove it anyway"}
      cancelHref={PARTNERS_PATH}
      afterwards="back"
      idle={partners.length === 0}
      nothing={<NobodyChosen />}
    >
      <FormSelect
        name="tagId"
        label="Tag"
        options={[
          { value: "", label: "Choose a tag" },
          ...tags.map(({ id, name, kind }) => ({
            value: id,
            label: `${name} (${KIND_NAMES[kind].one.toLowerCase()})`,
          })),
        ]}
        required
      />
      <ChosenPartners name={way} partners={partners} />
    </BulkForm>
  );
}

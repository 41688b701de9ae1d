"use client";
import { FormField } from "@/components/patterns/form-field";
import { FormShell } from "@/components/patterns/form-shell";
import { setPartnerImageAction } from "@/lib/places/partner-images/actions";
import { LONGEST_ALT } from "@/lib/places/partner-images/constants";
import type { PartnerImageForm } from "@/lib/places/partner-images/queries";
import { partnerImageSchema } from "@/lib/places/partner-images/schemas";
import { PictureField } from "./picture-field";

/** Gives a partner a picture, or another one, or puts the one that it has into other words. */
export function ImageForm({
  form: { partner, version, image },
  cancelHref,
}: {
  form: PartnerImageForm;
  cancelHref: string;
}) {
  return (
    <FormShell
      action={setPartnerImageAction}
      schema={partnerImageSchema}
      values={{ version: String(version), alt: image?.alt ?? "" }}
      fields={{ partnerId: partner.id }}
      submitLabel="Save picture"
      cancelHref={cancelHref}
    >
      <PictureField label={image === null ? "Picture" : "Another picture"} optional={image !== null} />
      <FormField
        name="alt"
        label="What it shows"
        help="In a sentence, for people who do not see it: Raised beds in front of a red brick hall."
        limit={LONGEST_ALT}
        required
      />
    </FormShell>
  );
}

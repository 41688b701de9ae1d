"use client";
import { FormField } from "@/components/patterns/form-field";
import type { ChosenPartner } from "@/lib/places/partner-bulk/queries";
import { bulkAssignAdminAction } from "@/lib/places/partner-bulk-admins/actions";
import { PARTNERS_PATH } from "@/lib/places/partners/constants";
import { BulkForm } from "./bulk-form";
import { ChosenPartners, namesOf } from "./chosen-partners";
import { NobodyChosen } from "./nobody-chosen";

/** Makes the holder of an account an admin of the chosen partners. */
export function AdminManyForm({ partners }: { partners: readonly ChosenPartner[] }) {
  return (
    <BulkForm
      action={bulkAssignAdminAction}
      values={{ partner: partners.map(({ id }) => id) }}
      names={namesOf(partners)}
      submitLabel="Add as an admin"
      confirmLabel="Add anyway"
      cancelHref={PARTNERS_PATH}
      afterwards="back"
      idle={partners.length === 0}
      nothing={<NobodyChosen />}
    >
      <FormField
        name="email"
        label="E-mail address"
        help="Of somebody who has an account. They are told by mail, once for each partner."
        type="email"
        autoComplete="off"
        required
      />
      <ChosenPartners name="partner" partners={partners} />
    </BulkForm>
  );
}

"use client";
import { FormTextArea } from "@/components/patterns/form-field";
import { bulkHidePartnersAction } from "@/lib/places/partner-bulk/actions";
import type { ChosenPartner } from "@/lib/places/partner-bulk/queries";
import { LONGEST, PARTNERS_PATH } from "@/lib/places/partners/constants";
import { BulkForm } from "./bulk-form";
import { ChosenPartners, namesOf } from "./chosen-partners";
import { NobodyChosen } from "./nobody-chosen";

/** Hides the chosen partners for one reason, and says what that means. */
export function HideManyForm({ partners }: { partners: readonly ChosenPartner[] }) {
  return (
    <BulkForm
      action={bulkHidePartnersAction}
      values={{ partner: partners.map(({ id }) => id) }}
      names={namesOf(partners)}
      submitLabel="Hide them"
      confirmLabel="Hide them anyway"
      cancelHref={PARTNERS_PATH}
      afterwards="back"
      idle={partners.length === 0}
      nothing={<NobodyChosen />}
    >
      <ul className="grid list-disc gap-1 ps-5">
        <li>They disappear from the public pages at once.</li>
        <li>Everybody who looks after them still sees them here and can change them.</li>
        <li>Each can be shown again at any time.</li>
      </ul>
      <FormTextArea
        name="reason"
        label="Reason"
        help="Those who may edit them read this, and it stays in their history."
        rows={3}
        limit={LONGEST.reason}
        required
      />
      <ChosenPartners name="partner" partners={partners} />
    </BulkForm>
  );
}

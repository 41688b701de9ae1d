"use client";
import { FormTextArea } from "@/components/patterns/form-field";
import { FormShell } from "@/components/patterns/form-shell";
import { hidePartnerAction } from "@/lib/places/partners/actions";
import { LONGEST } from "@/lib/places/partners/constants";
import { hidePartnerSchema } from "@/lib/places/partners/schemas";

/**
 * Hides a partner with a reason, and says what that means. The same on its page and in the record's dialog.
 * @param cancelHref where one goes instead; none in a dialog, which closes.
 */
export function HideForm({ partnerId, cancelHref }: { partnerId: string; cancelHref?: string }) {
  return (
    <FormShell
      action={hidePartnerAction}
      schema={hidePartnerSchema}
      values={{}}
      fields={{ partnerId }}
      submitLabel="Hide partner"
      cancelHref={cancelHref}
    >
      <ul className="grid list-disc gap-1 ps-5">
        <li>It disappears from the public pages at once.</li>
        <li>Everybody who looks after it still sees it here and can change it.</li>
        <li>It can be shown again at any time.</li>
      </ul>
      <FormTextArea
        name="reason"
        label="Reason"
        help="Those who may edit it read this, and it stays in the history."
        rows={3}
        limit={LONGEST.reason}
        required
      />
    </FormShell>
  );
}

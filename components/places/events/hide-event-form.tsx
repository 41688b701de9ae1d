"use client";
import { FormTextArea } from "@/components/patterns/form-field";
import { FormShell } from "@/components/patterns/form-shell";
import { hideEventAction } from "@/lib/places/events/actions";
import { LONGEST_HIDING_REASON } from "@/lib/places/events/constants";
import { hideEventSchema } from "@/lib/places/events/schemas";

/**
 * Hides an event with a reason, and says what that means. The same on its page and in the record's dialog.
 * @param cancelHref where one goes instead; none in a dialog, which closes.
 */
export function HideEventForm({ eventId, cancelHref }: { eventId: string; cancelHref?: string }) {
  return (
    <FormShell
      action={hideEventAction}
      schema={hideEventSchema}
      values={{}}
      fields={{ eventId }}
      submitLabel="Hide event"
      cancelHref={cancelHref}
    >
      <ul className="grid list-disc gap-1 ps-5">
        <li>It disappears from the public pages at once, and stays hidden when its calendar is imported again.</li>
        <li>Others of the same series stay as they are.</li>
        <li>It can be shown again at any time.</li>
      </ul>
      <FormTextArea
        name="reason"
        label="Reason"
        help="Everybody who looks after its organiser reads this, and it stays in the history."
        rows={3}
        limit={LONGEST_HIDING_REASON}
        required
      />
    </FormShell>
  );
}

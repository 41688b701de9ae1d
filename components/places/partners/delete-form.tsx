import { DeletionForm } from "@/components/patterns/deletion-form";
import { listed } from "@/components/patterns/listed";
import type { PartnerDeletion } from "@/lib/places/partner-deletions/queries";
import { deletePartnerAction } from "@/lib/places/partners/actions";
import { partnerPath } from "@/lib/places/partners/constants";
import { namedAdmins } from "./named-admins";

/**
 * Deletes a partner, and says before what goes with it. The same on its page and in the record's dialog.
 * @param cancelHref where one goes instead; none in a dialog, which closes.
 */
export function DeleteForm({ deletion, cancelHref }: { deletion: PartnerDeletion; cancelHref?: string }) {
  const { partner, version, disappearing, partnerships } = deletion;
  const admins = namedAdmins(deletion);
  return (
    <DeletionForm
      action={deletePartnerAction}
      fields={{ partnerId: partner.id, version: String(version) }}
      name={partner.name}
      recordHref={partnerPath(partner)}
      cancelHref={cancelHref}
    >
      <p>This cannot be undone. With {partner.name} goes:</p>
      <ul className="grid list-disc gap-1 ps-5">
        <li>everything on its page: its address and service areas, tags, contacts and opening hours</li>
        {admins.length > 0 && <li>the role of {listed(admins)}; their accounts stay</li>}
        {partnerships.length > 0 && <li>its place in {listed(partnerships)}</li>}
      </ul>
      {disappearing.length > 0 && (
        <p className="font-medium">
          You will no longer see {listed(disappearing)}: no other partner in your remit connects you.
        </p>
      )}
    </DeletionForm>
  );
}

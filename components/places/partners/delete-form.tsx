import { ActionForm } from "@/components/patterns/action-form";
import { ButtonLink } from "@/components/ui/button";
import type { PartnerDeletion } from "@/lib/places/partner-deletions/queries";
import { deletePartnerAction } from "@/lib/places/partners/actions";
import { partnerPath } from "@/lib/places/partners/constants";

/**
 * Deletes a partner, and says before what goes with it. The same on its page and in the record's dialog.
 * @param cancelHref where one goes instead; none in a dialog, which closes.
 */
export function DeleteForm({ deletion, cancelHref }: { deletion: PartnerDeletion; cancelHref?: string }) {
  const { partner, version, disappearing, partnerships } = deletion;
  return (
    <div className="grid gap-4">
      <div className="grid max-w-prose gap-2">
        <p>This cannot be undone. With {partner.name} goes:</p>
        <ul className="grid list-disc gap-1 ps-5">
          <li>everything on its page: its address and service areas, tags, contacts and opening hours</li>
          {adminsInWords(deletion) !== null && <li>the role of {adminsInWords(deletion)}; their accounts stay</li>}
          {partnerships.length > 0 && <li>its place in {names.format(partnerships)}</li>}
        </ul>
        {disappearing.length > 0 && (
          <p className="font-medium">
            You will no longer see {names.format(disappearing)}: no other partner in your remit connects you.
          </p>
        )}
        <p className="text-ink-muted">The history keeps who deleted it and what it was.</p>
      </div>
      <div className="flex flex-wrap items-start gap-2">
        <ActionForm
          action={deletePartnerAction}
          fields={{ partnerId: partner.id, version: String(version) }}
          tone="danger"
          recordHref={partnerPath(partner)}
        >
          <span className="whitespace-normal">Delete {partner.name}</span>
        </ActionForm>
        {cancelHref !== undefined && <ButtonLink href={cancelHref}>Keep it</ButtonLink>}
      </div>
    </div>
  );
}

const names = new Intl.ListFormat("en-GB", { type: "conjunction" });

function adminsInWords({ admins, unseenAdmins }: PartnerDeletion): string | null {
  const others = unseenAdmins === 1 ? "1 person outside your remit" : `${unseenAdmins} people outside your remit`;
  const all = unseenAdmins === 0 ? admins : [...admins, others];
  return all.length === 0 ? null : names.format(all);
}

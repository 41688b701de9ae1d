"use client";
import { FormShell } from "@/components/patterns/form-shell";
import { endPartnerAdminAction } from "@/lib/people/partner-admins/actions";
import { endPartnerAdminSchema } from "@/lib/people/partner-admins/schemas";

/** What the question has to know. */
export type RemoveAdminProps = {
  partner: { id: string; name: string };
  /** The admin who is to go; `itself` where that is the reader. */
  admin: { userId: string; name: string; itself: boolean };
  /** The partner has no other admin. */
  last: boolean;
  /** Where one goes instead; none in a dialog, which closes. */
  cancelHref?: string;
};

/**
 * Takes an admin off a partner, and says before what that means. What would leave the reader's own sight the server asks
 * about once more. The same on its page and in the tab's dialog.
 */
export function RemoveAdminForm({ partner, admin, last, cancelHref }: RemoveAdminProps) {
  return (
    <FormShell
      action={endPartnerAdminAction}
      schema={endPartnerAdminSchema}
      values={{}}
      fields={{ partnerId: partner.id, userId: admin.userId }}
      submitLabel={admin.itself ? "Remove me" : "Remove admin"}
      confirmLabel={admin.itself ? "Remove me anyway" : "Remove anyway"}
      cancelHref={cancelHref}
      tone="danger"
    >
      <ul className="grid max-w-prose list-disc gap-1 ps-5 wrap-anywhere">
        {admin.itself ? (
          <>
            <li>From then on you see {partner.name} only if another role of yours opens it.</li>
            <li>Your account and your other roles stay.</li>
          </>
        ) : (
          <>
            <li>
              From then on {admin.name} sees {partner.name} only if another of their roles opens it, also where they are
              signed in now.
            </li>
            <li>Their account and their other roles stay. They are not told by mail.</li>
          </>
        )}
        {last && <li className="font-medium">{partner.name} then has no admin of its own.</li>}
      </ul>
    </FormShell>
  );
}

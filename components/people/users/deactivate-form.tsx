"use client";
import { FormShell } from "@/components/patterns/form-shell";
import { deactivateUserAction } from "@/lib/people/users/actions";

/**
 * Puts an account out of use, and says before what that means. The same on its page and in the record's dialog.
 * @param cancelHref where one goes instead; none in a dialog, which closes.
 */
export function DeactivateForm({
  userId,
  itself,
  cancelHref,
}: {
  userId: string;
  itself: boolean;
  cancelHref?: string;
}) {
  const they = itself ? "You are" : "They are";
  return (
    <FormShell
      action={deactivateUserAction}
      values={{}}
      fields={{ userId }}
      submitLabel="Deactivate"
      confirmLabel="Deactivate all the same"
      cancelHref={cancelHref}
      tone="danger"
    >
      <ul className="grid list-disc gap-1 ps-5">
        <li>{they} signed out everywhere at once, and cannot sign in.</li>
        <li>The roles stay and open nothing meanwhile; partners may be left without an admin who can sign in.</li>
        <li>Nothing is deleted. Root can put the account back into use at any time.</li>
      </ul>
      {itself && <p className="font-medium">This is your own account: only another root can let you in again.</p>}
    </FormShell>
  );
}

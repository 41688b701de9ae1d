import { Pencil, Plus, UserRoundCheck, UserRoundX } from "lucide-react";
import { ActionForm } from "@/components/patterns/action-form";
import { ButtonLink } from "@/components/ui/button";
import { DialogLink } from "@/components/ui/dialog";
import { reactivateUserAction } from "@/lib/people/users/actions";
import { type UserActName, userPath } from "@/lib/people/users/constants";
import type { PersonRecord, PersonRemit } from "@/lib/people/users/queries";
import { DeactivateForm } from "./deactivate-form";

/** What may be done about a person. What one may not do is not there; "Why can I see this?" says why. */
export function UserActions({ user, remit }: { user: PersonRecord; remit: PersonRemit }) {
  const path = userPath(user);
  const may = (name: UserActName) => remit.acts.some(({ act, allowed }) => act === name && allowed);
  return (
    <>
      {remit.mayGive && user.deactivation === null && (
        <ButtonLink href={`${path}/grants/new`} tone="primary">
          <Plus aria-hidden className="size-4" />
          Give a role
        </ButtonLink>
      )}
      {may("profile") && (
        <ButtonLink href={`${path}/edit`}>
          <Pencil aria-hidden className="size-4" />
          Edit
        </ButtonLink>
      )}
      {may("deactivate") && (
        <DialogLink
          href={`${path}/deactivate`}
          label={
            <>
              <UserRoundX aria-hidden className="size-4" />
              Deactivate…
            </>
          }
          title={`Deactivate ${user.name}?`}
        >
          <DeactivateForm userId={user.userId} itself={user.itself} />
        </DialogLink>
      )}
      {may("reactivate") && (
        <ActionForm action={reactivateUserAction} fields={{ userId: user.userId }} tone="primary" recordHref={path}>
          <UserRoundCheck aria-hidden className="size-4" />
          Put back into use
        </ActionForm>
      )}
    </>
  );
}

"use client";
import { FormField } from "@/components/patterns/form-field";
import { FormShell } from "@/components/patterns/form-shell";
import { updateUserAction } from "@/lib/people/users/actions";
import { LONGEST_PHONE, LONGEST_USER_NAME } from "@/lib/people/users/constants";
import type { PersonRecord } from "@/lib/people/users/queries";
import { userEditSchema } from "@/lib/people/users/schemas";

/** The form for what a person is called and how they are reached. Roles have pages of their own. */
export function UserEditForm({ user, cancelHref }: { user: PersonRecord; cancelHref: string }) {
  const values = { name: user.name, phone: user.phone ?? "" };
  return (
    <FormShell
      action={updateUserAction}
      schema={userEditSchema(values)}
      values={{ ...values, version: String(user.version) }}
      fields={{ userId: user.userId }}
      submitLabel="Save changes"
      cancelHref={cancelHref}
    >
      <FormField
        name="name"
        label="Name"
        autoComplete={user.itself ? "name" : "off"}
        limit={LONGEST_USER_NAME}
        required
      />
      <FormField
        name="phone"
        type="tel"
        label="Telephone"
        optional
        help="Seen by root and the person alone."
        autoComplete={user.itself ? "tel" : "off"}
        limit={LONGEST_PHONE}
        className="max-w-64"
      />
      <div className="grid gap-1">
        <p className="font-medium">E-mail</p>
        <p className="wrap-anywhere">{user.email}</p>
        <p className="text-sm text-ink-muted">Signing in goes by this address, so it stays as it is.</p>
      </div>
    </FormShell>
  );
}

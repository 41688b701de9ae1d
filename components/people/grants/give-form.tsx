"use client";
import type { ReactNode } from "react";
import { FormShell } from "@/components/patterns/form-shell";
import { giveGrantAction } from "@/lib/people/grants/actions";
import type { GrantValues } from "@/lib/people/grants/schemas";

/** Gives the role that has been looked at, and nothing else: what it is held over is sent as it was shown. */
export function GiveForm({
  userId,
  values: { role, neighbourhoods, partnerships, partner, endsOn },
  cancelHref,
  children,
}: {
  userId: string;
  values: GrantValues;
  cancelHref: string;
  /** What would be given, in words. */
  children: ReactNode;
}) {
  return (
    <FormShell
      action={giveGrantAction}
      values={{}}
      fields={{ userId, role, partner, endsOn }}
      submitLabel="Give this role"
      confirmLabel="Give it all the same"
      cancelHref={cancelHref}
    >
      {neighbourhoods.map((code) => (
        <input key={code} type="hidden" name="neighbourhoods" value={code} />
      ))}
      {partnerships.map((id) => (
        <input key={id} type="hidden" name="partnerships" value={id} />
      ))}
      {children}
    </FormShell>
  );
}

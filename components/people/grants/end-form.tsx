"use client";
import type { ReactNode } from "react";
import { FormShell } from "@/components/patterns/form-shell";
import { endGrantAction, removeGrantPlaceAction } from "@/lib/people/grants/actions";

type Props = {
  grantId: string;
  cancelHref: string;
  /** What it means, before it is done. */
  children: ReactNode;
};

/** Ends a role. What would leave the actor's own sight is named, and asked about once more. */
export function EndGrantForm({ grantId, cancelHref, children }: Props) {
  return (
    <FormShell
      action={endGrantAction}
      values={{}}
      fields={{ grantId }}
      submitLabel="End this role"
      confirmLabel="End it all the same"
      cancelHref={cancelHref}
      tone="danger"
    >
      {children}
    </FormShell>
  );
}

/** Takes one neighbourhood out of an area role, likewise. */
export function RemovePlaceForm({ grantId, neighbourhood, cancelHref, children }: Props & { neighbourhood: string }) {
  return (
    <FormShell
      action={removeGrantPlaceAction}
      values={{}}
      fields={{ grantId, neighbourhood }}
      submitLabel="Take it out"
      confirmLabel="Take it out all the same"
      cancelHref={cancelHref}
      tone="danger"
    >
      {children}
    </FormShell>
  );
}

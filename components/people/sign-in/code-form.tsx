"use client";
import { useActionState } from "react";
import { ActionMessage } from "@/components/patterns/action-message";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { confirmCodeAction } from "@/lib/people/sign-in/actions";

/** Takes the six-digit code from the mail. */
export function CodeForm() {
  const [result, submit, pending] = useActionState(confirmCodeAction, null);
  const failed = result?.ok === false ? result : null;
  return (
    <form action={submit} noValidate className="grid gap-4">
      {failed !== null && failed.fields === undefined && <ActionMessage result={failed} />}
      <Field
        name="code"
        label="Code from the mail"
        help="Six digits. It works only in this browser."
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        error={failed?.fields?.code}
      />
      <Button type="submit" tone="primary" disabled={pending}>
        Sign in with the code
      </Button>
    </form>
  );
}

"use client";
import { useActionState } from "react";
import { ActionMessage } from "@/components/patterns/action-message";
import { useFailureFocus } from "@/components/patterns/failure-focus";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { requestSignInAction } from "@/lib/people/sign-in/actions";

/** Asks for the address to send a sign-in mail to. What was typed stays in the field when it is refused. */
export function SignInForm({ returnTo }: { returnTo: string }) {
  const [result, submit, pending] = useActionState(requestSignInAction, null);
  const form = useFailureFocus(result);
  const failed = result?.ok === false ? result : null;
  const typed = failed?.values?.email;
  return (
    <form ref={form} action={submit} noValidate className="grid gap-4">
      {failed !== null && failed.code !== "invalid" && <ActionMessage result={failed} />}
      <input type="hidden" name="returnTo" value={returnTo} />
      <Field
        name="email"
        type="email"
        label="E-mail address"
        autoComplete="username"
        required
        defaultValue={typeof typed === "string" ? typed : ""}
        error={failed?.fields?.email}
      />
      <Button type="submit" tone="primary" disabled={pending}>
        Send me a link
      </Button>
    </form>
  );
}

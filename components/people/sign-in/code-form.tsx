"use client";
import { useActionState } from "react";
import { ActionMessage } from "@/components/patterns/action-message";
import { useFailureFocus } from "@/components/patterns/failure-focus";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { confirmCodeAction } from "@/lib/people/sign-in/actions";
import { ChallengeOver } from "./challenge-over";

/** Takes the six-digit code from the mail; once it is known to be over, the way to a new one takes its place. */
export function CodeForm() {
  const [result, submit, pending] = useActionState(confirmCodeAction, null);
  const form = useFailureFocus(result);
  const failed = result?.ok === false ? result : null;
  if (failed?.code === "challenge_over") return <ChallengeOver failed={failed} />;
  return (
    <form ref={form} action={submit} noValidate className="grid gap-4">
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

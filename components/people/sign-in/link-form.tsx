"use client";
import { useActionState } from "react";
import { ActionMessage } from "@/components/patterns/action-message";
import { useFailureFocus } from "@/components/patterns/failure-focus";
import { Button } from "@/components/ui/button";
import { confirmLinkAction } from "@/lib/people/sign-in/actions";
import { ChallengeOver } from "./challenge-over";

/** The button that uses a mailed link up; once it is known to be over, the way to a new one in its place. */
export function LinkForm({ token }: { token: string }) {
  const [result, submit, pending] = useActionState(confirmLinkAction, null);
  const form = useFailureFocus(result);
  if (result?.ok === false && result.code === "challenge_over") return <ChallengeOver failed={result} />;
  return (
    <form ref={form} action={submit} className="grid justify-items-start gap-2">
      <input type="hidden" name="token" value={token} />
      <Button type="submit" tone="primary" disabled={pending}>
        Sign in
      </Button>
      <ActionMessage result={result} />
    </form>
  );
}

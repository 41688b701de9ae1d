import { ActionMessage } from "@/components/patterns/action-message";
import { TextLink } from "@/components/ui/text-link";
import type { ActionFailure } from "@/lib/platform/action/result";

/** What stands in the place of a form whose link or code can let nobody in any more: why, and the way to a new one. */
export function ChallengeOver({ failed }: { failed: ActionFailure }) {
  return (
    <div className="grid gap-4">
      <ActionMessage result={failed} />
      <p>
        <TextLink href="/sign-in">Ask for a new mail</TextLink>
      </p>
    </div>
  );
}

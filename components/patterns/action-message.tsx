import type { ActionResult } from "@/lib/platform/action/result";
import { Banner } from "./banner";
import type { FormFailure } from "./form-submission";
import { ReasonSentences } from "./reason-sentences";

/**
 * The sentence that says why an action was refused, read out as it appears; nothing after a success or before any try.
 * @param recordHref the record's page, offered where somebody else has changed it meanwhile.
 */
export function ActionMessage({
  result,
  recordHref,
}: {
  result: ActionResult<unknown> | FormFailure | null;
  recordHref?: string;
}) {
  if (result === null || result.ok) return null;
  const { code, message, reasons, requestId } = result;
  return (
    <Banner role="alert" tone="danger" title={message}>
      <ReasonSentences reasons={reasons} />
      {requestId !== undefined && <p className="text-sm">Quote this if you ask about it: {requestId}</p>}
      {code === "conflict" && recordHref !== undefined && (
        <p>
          {/* A plain link: it loads the page anew, with the version that the next try needs, also where it is this very page. */}
          <a href={recordHref} className="font-medium underline underline-offset-2">
            See it as it is now
          </a>
        </p>
      )}
    </Banner>
  );
}

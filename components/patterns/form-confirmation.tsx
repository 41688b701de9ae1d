"use client";
import type { MouseEvent } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { Banner } from "./banner";
import type { FormFailure } from "./form-submission";
import { ReasonSentences } from "./reason-sentences";

/**
 * Asks before a save whose consequences its person may not have meant, and names them. "Save anyway" posts the form with
 * the confirmation that the server gave for exactly this change; without scripts too.
 */
export function FormConfirmation({
  failure,
  confirmLabel,
  fieldsId,
  onBack,
}: {
  failure: FormFailure;
  confirmLabel: string;
  fieldsId: string;
  onBack: (event: MouseEvent) => void;
}) {
  const { message, reasons, disappearing = [], confirmation = "" } = failure;
  return (
    <div data-form-message tabIndex={-1} className="rounded-lg">
      <Banner
        role="alert"
        tone="warning"
        title={message}
        actions={
          <>
            <Button type="submit" tone="danger" size="sm" name="confirmed" value={confirmation}>
              {confirmLabel}
            </Button>
            <a href={`#${fieldsId}`} onClick={onBack} className={buttonClass("quiet", "sm")}>
              Go back to the form
            </a>
          </>
        }
      >
        {disappearing.length === 0 ? (
          <ReasonSentences reasons={reasons} />
        ) : (
          // The reasons say the same in one sentence, and why one may do it at all, which nobody asks here.
          <div>
            <p>You will no longer see:</p>
            <ul className="list-disc ps-5 font-medium">
              {disappearing.map(({ type, id, name }) => (
                <li key={`${type} ${id}`}>{name}</li>
              ))}
            </ul>
          </div>
        )}
      </Banner>
    </div>
  );
}

"use client";
import type { MouseEvent } from "react";
import { fieldId } from "@/components/ui/field-frame";
import { Banner } from "./banner";
import { focusFirst } from "./form-focus";
import type { FormFailure } from "./form-submission";
import { WHOLE_FORM } from "./form-values";
import { ReasonSentences } from "./reason-sentences";

/** What stands at the top of a form that was not accepted: what is wrong with it, with a link to each faulty field. */
export function FormMessages({
  failure,
  errors,
}: {
  failure: FormFailure | null;
  errors: Readonly<Record<string, string>>;
}) {
  const faults = Object.entries(errors).filter(([name]) => name !== WHOLE_FORM);
  const title = titleOf(failure, errors[WHOLE_FORM], faults.length);
  if (title === null) return null;
  return (
    <div data-form-message tabIndex={-1} className="rounded-lg">
      <Banner role="alert" tone="danger" title={title}>
        {/* What stands beside a field is told once, as the link to it. */}
        <ReasonSentences reasons={failure?.reasons?.filter(({ text }) => !faults.some(([, said]) => said === text))} />
        {faults.length > 0 && (
          <ul className="grid gap-0.5">
            {faults.map(([name, sentence]) => (
              <li key={name}>
                <a
                  href={`#${fieldId(name)}-error`}
                  onClick={(event) => goTo(event, name)}
                  className="inline-block min-h-6 font-medium text-danger underline underline-offset-2 hover:decoration-2"
                >
                  {sentence}
                </a>
              </li>
            ))}
          </ul>
        )}
        {failure?.requestId !== undefined && (
          <p className="text-sm">Quote this if you ask about it: {failure.requestId}</p>
        )}
      </Banner>
    </div>
  );
}

/** Faults of fields speak for themselves, and are over once they are mended; any other failure has a sentence of its own. */
function titleOf(failure: FormFailure | null, whole: string | undefined, faults: number): string | null {
  if (failure !== null && failure.code !== "invalid") return failure.message;
  if (whole !== undefined) return whole;
  if (faults > 0) return faults === 1 ? "One answer needs another look" : `${faults} answers need another look`;
  return failure === null || failure.fields !== undefined ? null : failure.message;
}

/** Without scripts the link jumps to the sentence above the control; with them the control has the focus at once. */
function goTo(event: MouseEvent<HTMLAnchorElement>, name: string): void {
  const form = event.currentTarget.closest("form");
  if (form !== null && focusFirst(form, [name])) event.preventDefault();
}

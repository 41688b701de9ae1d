"use client";
import { ActionMessage } from "@/components/patterns/action-message";
import { Banner } from "@/components/patterns/banner";
import { useFailureFocus } from "@/components/patterns/failure-focus";
import { FormAnswer } from "@/components/patterns/form-answer";
import { submittedBy, useSubmission } from "@/components/patterns/form-submission";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { importPartnersAction } from "@/lib/places/partner-import/actions";
import { MOST_IMPORT_ROWS } from "@/lib/places/partner-import/constants";
import type { ImportOutcome } from "@/lib/places/partner-import/schemas";
import { ImportLines } from "./import-lines";
import { ImportMade } from "./import-made";

/**
 * Takes a file of new partners in two steps: what it would make, line by line, and then the making. Each step is an
 * ordinary form post, which works without scripts as well; nothing is kept on the server in between.
 */
export function ImportForm() {
  const { formAction, post, pending, failure, data } = useSubmission(importPartnersAction);
  const form = useFailureFocus(failure);
  return (
    <div aria-busy={pending || undefined}>
      <form
        ref={form}
        action={formAction}
        onSubmit={(event) => {
          event.preventDefault();
          post(new FormData(event.currentTarget, submittedBy(event.nativeEvent)));
        }}
        className="grid justify-items-start gap-3"
      >
        <Field
          name="file"
          label="CSV file"
          type="file"
          accept=".csv,text/csv"
          help={`At most ${MOST_IMPORT_ROWS} partners. Nothing is made before you have looked at the preview.`}
          error={failure?.fields?.file}
        />
        <Button
          type="submit"
          name="step"
          value="preview"
          tone={data === null ? "primary" : "secondary"}
          pending={pending}
        >
          Preview
        </Button>
        <div className="empty:hidden">
          <ActionMessage result={failure} />
        </div>
      </form>
      {data !== null && (
        <FormAnswer answer={data}>
          <Outcome outcome={data} formAction={formAction} post={post} pending={pending} />
        </FormAnswer>
      )}
    </div>
  );
}

function Outcome({
  outcome,
  formAction,
  post,
  pending,
}: { outcome: ImportOutcome } & Pick<ReturnType<typeof useSubmission>, "formAction" | "post" | "pending">) {
  const { text, doubtful, lines, good, made } = outcome;
  const wrong = lines.length - good;
  if (made !== null) return <ImportMade made={made} left={lines.filter(({ faults }) => faults.length > 0)} />;
  return (
    <Card id="preview" title="What this file would do">
      <div className="grid gap-4">
        <p role="status">
          {partners(good)} would be made.
          {wrong > 0 && ` ${wrong === 1 ? "One line has" : `${wrong} lines have`} a fault and would be left out.`}
        </p>
        {doubtful && (
          <Banner tone="warning" title="This file is not in UTF-8.">
            It was read as Windows saves it. Look whether letters with accents are right, or save the file as UTF-8.
          </Banner>
        )}
        <ImportLines lines={lines} />
        {good > 0 && (
          <form
            action={formAction}
            onSubmit={(event) => {
              event.preventDefault();
              post(new FormData(event.currentTarget, submittedBy(event.nativeEvent)));
            }}
          >
            <input type="hidden" name="text" value={text} />
            <input type="hidden" name="expected" value={good} />
            <Button type="submit" name="step" value="import" pending={pending}>
              Make {partners(good)}
            </Button>
          </form>
        )}
      </div>
    </Card>
  );
}

function partners(count: number): string {
  return count === 1 ? "1 partner" : `${count} partners`;
}

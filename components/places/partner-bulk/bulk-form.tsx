"use client";
import { type FormEvent, type MouseEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { FormConfirmation } from "@/components/patterns/form-confirmation";
import { FormContext } from "@/components/patterns/form-context";
import { focusMessage } from "@/components/patterns/form-focus";
import { type FormAction, type FormFailure, submittedBy, useSubmission } from "@/components/patterns/form-submission";
import { LeaveGuard } from "@/components/patterns/leave-guard";
import { Button, ButtonLink } from "@/components/ui/button";
import type { BulkResults } from "@/lib/places/partner-bulk/schemas";
import type { FormValues } from "@/lib/platform/action/result";
import { BulkOutcome } from "./bulk-outcome";
import { BulkRefusal } from "./bulk-refusal";

type Props = {
  /** The server action itself, not a function around it: without scripts the browser posts to it. */
  action: FormAction<BulkResults>;
  /** Hidden values that the action needs, such as the tag's id. */
  fields?: Readonly<Record<string, string>>;
  /** What the fields begin with. */
  values?: FormValues;
  /** The partners' names by their UUIDs, for refusals. */
  names: Readonly<Record<string, string>>;
  submitLabel: string;
  confirmLabel: string;
  cancelHref: string;
  /** `again`: the form stays for the next act, and asks before it is left with boxes ticked. `back`: the way back takes its place. */
  afterwards: "again" | "back";
  /** There is nothing to choose from: only what became of the last act is told. */
  idle?: boolean;
  /** What stands in the form's place where there is nothing to choose from and nothing to tell. */
  nothing?: ReactNode;
  children: ReactNode;
};

/** A form that does one thing to many partners: it names what would leave one's sight before, and what became of each after. */
export function BulkForm({
  fields = {},
  values = {},
  names,
  afterwards,
  idle = false,
  nothing,
  children,
  ...props
}: Props) {
  const { form, formAction, onSubmit, pending, failure, data, dismiss } = useBulk(props.action);
  const fieldsId = useId();
  const over = data !== null && afterwards === "back";
  if (idle && data === null && failure === null) return nothing;
  const state = { values: { ...values, ...failure?.values }, words: {}, errors: failure?.fields ?? {}, records: [] };
  return (
    <FormContext value={state}>
      <form ref={form} action={formAction} onSubmit={onSubmit} noValidate aria-busy={pending || undefined}>
        <fieldset
          disabled={pending}
          className="grid min-w-0 gap-5 transition-opacity delay-150 in-aria-busy:opacity-60"
        >
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {data !== null && <BulkOutcome outcome={data} />}
          {failure !== null && (
            <Answer
              failure={failure}
              names={names}
              confirmLabel={props.confirmLabel}
              fieldsId={fieldsId}
              onBack={dismiss}
            />
          )}
          {!over && !idle && (
            <div id={fieldsId} className="grid min-w-0 gap-5">
              {children}
            </div>
          )}
          {(!idle || over) && <Buttons {...props} over={over} pending={pending} />}
        </fieldset>
      </form>
      {afterwards === "again" && <LeaveGuard isDirty={() => !pending && hasTicked(form.current)} />}
    </FormContext>
  );
}

/** How such a form is sent, and what came of it: after each success its boxes begin anew, and the focus goes to what is told. */
function useBulk(action: FormAction<BulkResults>) {
  const form = useRef<HTMLFormElement>(null);
  const submission = useSubmission(action);
  const { post, pending, failure, data } = submission;
  useEffect(() => {
    if (data !== null) form.current?.reset();
  }, [data]);
  useEffect(() => {
    if (!pending && (failure !== null || data !== null) && form.current !== null) focusMessage(form.current);
  }, [pending, failure, data]);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    post(new FormData(event.currentTarget, submittedBy(event.nativeEvent)));
  };
  return { ...submission, form, onSubmit };
}

/** The question that comes before partners leave one's sight, or why nothing was done. */
function Answer({
  failure,
  names,
  confirmLabel,
  fieldsId,
  onBack,
}: Pick<Props, "names" | "confirmLabel"> & { failure: FormFailure; fieldsId: string; onBack: () => void }) {
  if (failure.code !== "confirmation_required") return <BulkRefusal failure={failure} names={names} />;
  const goBack = (event: MouseEvent) => {
    event.preventDefault();
    onBack();
    document.getElementById(fieldsId)?.querySelector<HTMLElement>("input:checked")?.focus();
  };
  return (
    <>
      {/* Enter in a field presses a form's first button, which must not be the one that confirms. */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <FormConfirmation failure={failure} confirmLabel={confirmLabel} fieldsId={fieldsId} onBack={goBack} />
    </>
  );
}

function Buttons({
  submitLabel,
  cancelHref,
  over,
  pending,
}: Pick<Props, "submitLabel" | "cancelHref"> & { over: boolean; pending: boolean }) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      {!over && (
        <Button type="submit" tone="primary" pending={pending}>
          {submitLabel}
        </Button>
      )}
      <ButtonLink href={cancelHref}>{over ? "Back to the list" : "Cancel"}</ButtonLink>
    </div>
  );
}

function hasTicked(form: HTMLFormElement | null): boolean {
  return form !== null && form.querySelector("input[type=checkbox]:checked") !== null;
}

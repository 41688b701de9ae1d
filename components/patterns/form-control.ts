import { useRouter } from "next/navigation";
import { type FormEvent, type MouseEvent, useId, useMemo, useRef } from "react";
import { flushSync } from "react-dom";
import type { FormValues } from "@/lib/platform/action/result";
import { useFormAttention } from "./form-attention";
import { type FormChanges, useFormChanges } from "./form-changes";
import { useFormErrors } from "./form-errors";
import { fillText, focusFirst, takesText } from "./form-focus";
import type { LoadedRecord } from "./form-merge";
import { type FormStart, useFormStart } from "./form-start";
import { type FormAction, type FormFailure, submittedBy, useSubmission } from "./form-submission";
import { type FormSchema, formValues } from "./form-values";

/** What `FormShell` passes on to run a form. */
export type FormControlProps<Data> = {
  action: FormAction<Data>;
  schema?: FormSchema;
  values: FormValues;
  loaded?: LoadedRecord;
  onDone?: () => void;
};

/** What moves a form, ready to be put on its elements. */
export type FormControl = ReturnType<typeof useFormControl>;

/** Everything that a form does, without how it looks. */
export function useFormControl<Data>({ action, schema, values, loaded, onDone }: FormControlProps<Data>) {
  const form = useRef<HTMLFormElement>(null);
  const sent = useRef<FormValues>({});
  const { formAction, post, pending, failure, done, dismiss } = useSubmission(action, () => {
    changes.settle(sent.current);
    onDone?.();
  });
  const start = useFormStart(values, loaded, failure);
  const { errors, check, recheck } = useFormErrors(schema, form, failure);
  const changes = useFormChanges(form, start.loaded.values, start.turn, pending);
  const attend = useFormAttention(form, failure, errors, pending);
  const tried = useRef(failure !== null);
  const submit = async (element: HTMLFormElement, submitter: HTMLElement | null) => {
    // Read before it waits: a form on its way is disabled, and what is disabled is not among its data.
    const data = new FormData(element, submitter);
    sent.current = formValues(data);
    tried.current = true;
    if (await check()) post(data);
    else attend();
  };
  return {
    ...useAnswers(form, failure, start, dismiss),
    form,
    formAction,
    pending,
    failure,
    done,
    errors,
    turn: start.turn,
    version: start.version,
    loaded: start.loaded,
    changed: changes.changed,
    isDirty: changes.isDirty,
    context: useMemo(
      () => ({ values: start.values, words: start.loaded.words ?? {}, errors }),
      [start.values, start.loaded, errors],
    ),
    onSubmit: (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      void submit(event.currentTarget, submittedBy(event.nativeEvent));
    },
    ...edits(changes, (name) => tried.current && recheck(name)),
  };
}

/** What its person can answer to the questions that a form asks before it saves. */
function useAnswers(
  form: React.RefObject<HTMLFormElement | null>,
  failure: FormFailure | null,
  start: FormStart,
  dismiss: () => void,
) {
  const router = useRouter();
  const fieldsId = useId();
  return {
    fieldsId,
    goBack: (event: MouseEvent) => {
      event.preventDefault();
      // At once: the form's own button may come back only with it.
      flushSync(dismiss);
      const field = document
        .getElementById(fieldsId)
        ?.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea");
      // A form that only asks has no field to go back to, but the button that asked.
      const buttons = form.current?.querySelectorAll<HTMLElement>("button[type=submit]") ?? [];
      (field ?? [...buttons].at(-1))?.focus();
    },
    canAdopt: (name: string) => form.current !== null && takesText(form.current, name),
    adopt: (name: string, text: string) => form.current !== null && fillText(form.current, name, text),
    takeTheirs: () => {
      if (failure?.stale !== undefined) start.takeOver(failure.stale);
      dismiss();
      // What the server made of the record around the fields is as old as they were.
      router.refresh();
      if (form.current !== null) focusFirst(form.current, Object.keys(start.values));
    },
  };
}

function edits(changes: FormChanges, recheck: (name: string) => void) {
  return {
    onEdit: ({ target }: FormEvent<HTMLFormElement>) => {
      changes.look();
      if ("name" in target && typeof target.name === "string" && target.name !== "") recheck(target.name);
    },
  };
}

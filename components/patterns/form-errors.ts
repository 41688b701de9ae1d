import { type RefObject, useCallback, useEffect, useState } from "react";
import { type FieldErrors, type Resolver, useForm } from "react-hook-form";
import type { FormFailure } from "./form-submission";
import { type FormSchema, formValues, schemaErrors } from "./form-values";

/** What is wrong with a form now, and how to find it out again. */
export type FormErrors = {
  /** One sentence a field. */
  errors: Readonly<Record<string, string>>;
  /** Judges the whole form; true where nothing is wrong. */
  check: () => Promise<boolean>;
  /** Judges one field again, because it has been changed. */
  recheck: (name: string) => void;
};

/**
 * The errors of a form, kept by react-hook-form: those that its schema finds in the browser, and those that the server
 * sent back, which stay until their field is changed. The values are read from the form's own data at each look, so
 * that every native input counts, whoever has put it there.
 */
export function useFormErrors(
  schema: FormSchema | undefined,
  form: RefObject<HTMLFormElement | null>,
  failure: FormFailure | null,
): FormErrors {
  const [sentErrors] = useState(() => fieldErrors(failure?.fields ?? {}));
  const resolver: Resolver = useCallback(() => {
    const values = form.current === null ? {} : formValues(new FormData(form.current));
    return { values: {}, errors: fieldErrors(schema === undefined ? {} : schemaErrors(schema, values)) };
  }, [schema, form]);
  const { trigger, setError, formState } = useForm({ resolver, errors: sentErrors, shouldFocusError: false });
  useEffect(() => {
    for (const [name, message] of Object.entries(failure?.fields ?? {})) setError(name, { type: "server", message });
  }, [failure, setError]);
  const errors = Object.entries(formState.errors).map(([name, error]) => [name, String(error?.message ?? "")]);
  return {
    errors: Object.fromEntries(errors),
    check: () => trigger(),
    recheck: (name) => {
      void trigger(name);
    },
  };
}

function fieldErrors(sentences: Readonly<Record<string, string>>): FieldErrors {
  return Object.fromEntries(Object.entries(sentences).map(([name, message]) => [name, { type: "schema", message }]));
}

import { createContext, useContext } from "react";
import type { FormValues } from "@/lib/platform/action/result";

/** What the parts of a form know of it: the values to begin with, and what is wrong. */
export type FormState = Readonly<{
  values: FormValues;
  /** How values that are no words read. */
  words: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}>;

const nothing: FormState = { values: {}, words: {}, errors: {} };

/** Carries a form's state from `FormShell` to the fields inside it. */
export const FormContext = createContext<FormState>(nothing);

/**
 * The values to begin with: the record's, or what was typed where a post without scripts was refused. For parts that
 * hold their own inputs, so that they lose nothing either.
 */
export function useFormValues(): FormValues {
  return useContext(FormContext).values;
}

/** How values read that are no words, such as the codes of places, as far as the form has been told. */
export function useFormWords(): Readonly<Record<string, string>> {
  return useContext(FormContext).words;
}

/** What is wrong with one field, as a sentence; undefined where nothing is. */
export function useFormError(name: string): string | undefined {
  return useContext(FormContext).errors[name];
}

import { type RefObject, useCallback, useEffect, useRef } from "react";
import { focusFirst, focusMessage } from "./form-focus";
import type { FormFailure } from "./form-submission";

/**
 * Leads the focus to what is wrong: to the first faulty control, else to the message at the top. A pressed button is
 * disabled while its form is on the way, and browsers drop the focus of what is disabled.
 * @returns does it at will, for a form that was found wrong before it was sent.
 */
export function useFormAttention(
  form: RefObject<HTMLFormElement | null>,
  failure: FormFailure | null,
  errors: Readonly<Record<string, string>>,
  pending: boolean,
): () => void {
  const told = useRef<FormFailure | null>(null);
  const now = useRef({ failure, errors });
  now.current = { failure, errors };
  const attend = useCallback(() => {
    // The messages may only come with the next rendering.
    setTimeout(() => {
      if (form.current === null) return;
      const { failure: known, errors: found } = now.current;
      const asked = known?.stale !== undefined || known?.code === "confirmation_required";
      if (asked || !focusFirst(form.current, Object.keys(found))) focusMessage(form.current);
    }, 0);
  }, [form]);
  useEffect(() => {
    if (pending || failure === null || told.current === failure) return;
    // The errors that the server sent are among the form's from the next rendering on.
    if (!Object.keys(failure.fields ?? {}).every((name) => Object.hasOwn(errors, name))) return;
    told.current = failure;
    attend();
  }, [failure, errors, pending, attend]);
  return attend;
}

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { FormValues } from "@/lib/platform/action/result";
import { baselineOf } from "./form-baseline";
import { differingNames, formValues } from "./form-values";

/** What a form knows about changes that are not saved. */
export type FormChanges = {
  /** Whether there were any at the last look. */
  changed: boolean;
  /** Looks now. */
  isDirty: () => boolean;
  /** Looks once what an event has set off is done. */
  look: () => void;
  /** Takes these values as saved. */
  settle: (values: FormValues) => void;
};

/**
 * Compares a form's data with what the server sent. Hidden inputs that a part of the form adds count too, because the
 * data are read when asked for.
 * @param saved the record's values, which are the measure whatever has filled the form: a refused post without scripts,
 * or somebody else's change. The same object as long as they are the same.
 * @param turn changes when the form's fields are filled anew.
 */
export function useFormChanges(
  form: RefObject<HTMLFormElement | null>,
  saved: FormValues,
  turn: number,
  pending: boolean,
): FormChanges {
  const [changed, setChanged] = useState(false);
  const baseline = useRef<FormValues>({});
  useEffect(() => {
    if (form.current === null) return;
    const sent = turn === 0 ? baselineOf(form.current) : baseline.current;
    const known = Object.entries(saved).filter(([name]) => Object.hasOwn(sent, name));
    baseline.current = { ...sent, ...Object.fromEntries(known) };
    setChanged(differs(form.current, baseline.current));
  }, [form, turn, saved]);
  const isDirty = useCallback(
    // A form on its way has nothing to lose: its fields are disabled and its answer leads on.
    () => form.current !== null && !pending && differs(form.current, baseline.current),
    [form, pending],
  );
  const look = useCallback(() => {
    setTimeout(() => setChanged(isDirty()), 0);
  }, [isDirty]);
  useEffect(() => {
    if (form.current === null) return;
    // A part that holds hidden inputs, such as a chip that is taken away, changes the data without any event.
    const watcher = new MutationObserver(look);
    watcher.observe(form.current, { childList: true, subtree: true });
    return () => watcher.disconnect();
  }, [form, look]);
  return {
    changed,
    isDirty,
    look,
    settle: (values) => {
      baseline.current = values;
      setChanged(false);
    },
  };
}

function differs(form: HTMLFormElement, baseline: FormValues): boolean {
  return differingNames(formValues(new FormData(form)), baseline).some((name) => name !== "version");
}

import { Check } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { FieldError, FieldHelp, fieldId } from "./field-frame";

/** A checkbox: the native attributes, its label, and a line of help below it. */
export type CheckboxProps = Omit<ComponentProps<"input">, "type"> & {
  name: string;
  label: ReactNode;
  help?: ReactNode;
};

/** A labelled native checkbox; the whole line can be pressed. Ids hold the value too, because a group shares one name. */
export function Checkbox({ id, label, help, className = "", ...input }: CheckboxProps) {
  const own = id ?? [fieldId(input.name), ...(input.value === undefined ? [] : [String(input.value)])].join("-");
  return (
    <div className="group/checkbox grid grid-cols-[auto_1fr] items-start gap-x-2.5">
      <span className="relative my-1 grid">
        <input
          id={own}
          type="checkbox"
          aria-describedby={help === undefined ? undefined : `${own}-help`}
          className={`peer ${boxClass} ${className}`}
          {...input}
        />
        <Check
          aria-hidden
          className="pointer-events-none absolute size-4 stroke-3 p-0.5 text-on-accent opacity-0 peer-checked:opacity-100 forced-colors:hidden"
        />
      </span>
      <label
        htmlFor={own}
        className="min-h-6 justify-self-start pt-px wrap-anywhere group-has-[[disabled]]/checkbox:text-ink-muted"
      >
        {label}
      </label>
      {help !== undefined && (
        <div className="col-start-2 mt-1">
          <FieldHelp id={`${own}-help`}>{help}</FieldHelp>
        </div>
      )}
    </div>
  );
}

// The browser's own box is drawn where colours are forced, and is too faint in the dark elsewhere.
const boxClass =
  "size-4 appearance-none rounded-sm border border-line-strong bg-surface transition-colors checked:border-accent checked:bg-accent not-disabled:hover:border-ink-muted [&[disabled]]:border-line-medium [&[disabled]]:bg-sunken forced-colors:appearance-auto";

/** Checkboxes that answer one question, under the question as their legend. */
export function CheckboxGroup({
  legend,
  help,
  error,
  children,
}: {
  legend: ReactNode;
  help?: ReactNode;
  error?: string;
  children: ReactNode;
}) {
  return (
    <fieldset className="grid content-start gap-1.5">
      <legend className="mb-1.5 text-base font-medium">{legend}</legend>
      {help !== undefined && <FieldHelp>{help}</FieldHelp>}
      {error !== undefined && <FieldError>{error}</FieldError>}
      <div className="grid gap-1">{children}</div>
    </fieldset>
  );
}

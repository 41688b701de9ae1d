import type { ComponentProps } from "react";

/** What a text field shows around its input; `name` also makes the ids that tie label, help and error together. */
export type FieldProps = Omit<ComponentProps<"input">, "id"> & {
  name: string;
  label: string;
  help?: string;
  /** The sentence that says what is wrong with the value; its presence marks the field as invalid. */
  error?: string;
};

/** A labelled native text input with its help and its error. */
export function Field({ label, help, error, className = "", ...input }: FieldProps) {
  const id = `field-${input.name}`;
  const described = [help === undefined ? [] : `${id}-help`, error === undefined ? [] : `${id}-error`].flat().join(" ");
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-base font-medium">
        {label}
      </label>
      {help !== undefined && (
        <p id={`${id}-help`} className="text-sm text-ink-muted">
          {help}
        </p>
      )}
      <input
        id={id}
        aria-describedby={described === "" ? undefined : described}
        aria-invalid={error === undefined ? undefined : true}
        className={`min-h-10 w-full rounded-md border bg-surface px-3 text-base placeholder:text-ink-muted ${error === undefined ? "border-line-strong" : "border-danger"} ${className}`}
        {...input}
      />
      {error !== undefined && (
        <p id={`${id}-error`} className="text-sm font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

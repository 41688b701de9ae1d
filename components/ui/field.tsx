import type { ComponentProps } from "react";
import { controlClass } from "./control";
import { FieldFrame, type FieldText, fieldId } from "./field-frame";

/** A text field: the native attributes, what stands around it, and its name, from which its id follows. */
export type FieldProps = ComponentProps<"input"> & FieldText & { name: string };

/** A labelled native input with its help and its error. */
export function Field({ id, label, help, error, optional, footnote, className = "", ...input }: FieldProps) {
  const own = id ?? fieldId(input.name);
  return (
    <FieldFrame id={own} label={label} help={help} error={error} optional={optional} footnote={footnote}>
      {(described) => (
        <input
          id={own}
          {...described}
          className={`min-h-9 ${controlClass(error !== undefined)} ${className}`}
          {...input}
        />
      )}
    </FieldFrame>
  );
}

import type { ComponentProps } from "react";
import { controlClass } from "./control";
import { FieldFrame, type FieldText, fieldId } from "./field-frame";

/** A text area: the native attributes, what stands around it, and its name, from which its id follows. */
export type TextAreaProps = ComponentProps<"textarea"> & FieldText & { name: string };

/** A labelled native text area. It grows with what is typed where the browser can do that, and can be pulled taller elsewhere. */
export function TextArea({
  id,
  label,
  help,
  error,
  optional,
  footnote,
  className = "",
  rows = 3,
  ...area
}: TextAreaProps) {
  const own = id ?? fieldId(area.name);
  return (
    <FieldFrame id={own} label={label} help={help} error={error} optional={optional} footnote={footnote}>
      {(described) => (
        <textarea
          id={own}
          rows={rows}
          {...described}
          className={`field-sizing-content max-h-96 min-h-20 resize-y py-2 ${controlClass(error !== undefined)} ${className}`}
          {...area}
        />
      )}
    </FieldFrame>
  );
}

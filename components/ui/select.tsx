import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { controlClass } from "./control";
import { FieldFrame, type FieldText, fieldId } from "./field-frame";

/** One choice of a select. */
export type SelectOption = { value: string; label: string; disabled?: boolean };

/** A select: the native attributes, what stands around it, its name, and its choices in their order. */
export type SelectProps = Omit<ComponentProps<"select">, "children"> &
  FieldText & { name: string; options: readonly SelectOption[] };

/** A labelled native select: the browser's own list, which phones and screen readers know best. */
export function Select({
  id,
  label,
  help,
  error,
  optional,
  footnote,
  className = "",
  options,
  ...select
}: SelectProps) {
  const own = id ?? fieldId(select.name);
  return (
    <FieldFrame id={own} label={label} help={help} error={error} optional={optional} footnote={footnote}>
      {(described) => (
        <SelectBox
          id={own}
          {...described}
          invalid={error !== undefined}
          options={options}
          className={className}
          {...select}
        />
      )}
    </FieldFrame>
  );
}

/** The select itself with its arrow, for a label of its own. `invalid` turns its edge red. */
export function SelectBox({
  invalid = false,
  options,
  className = "",
  ...select
}: Omit<ComponentProps<"select">, "children"> & { invalid?: boolean; options: readonly SelectOption[] }) {
  return (
    <span className="relative grid min-w-0">
      <select
        className={`min-h-9 appearance-none pe-9 text-ellipsis ${controlClass(invalid)} ${className}`}
        {...select}
      >
        {options.map(({ value, label, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute end-2.5 top-1/2 size-4 -translate-y-1/2 text-ink-muted"
      />
    </span>
  );
}

import { Field, type FieldProps } from "./field";

/**
 * A labelled native date input. Its value, `defaultValue`, `min` and `max` are calendar days as YYYY-MM-DD; the browser
 * shows them as the person writes dates, and brings its own calendar.
 */
export function DateField({ className = "", ...field }: Omit<FieldProps, "type">) {
  return <Field {...field} type="date" className={`max-w-44 tabular-nums ${className}`} />;
}

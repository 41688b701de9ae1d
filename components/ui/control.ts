/**
 * The look of every control that text stands in, so that inputs, text areas and selects line up. What is disabled for
 * good is grey; what only waits with its whole form keeps its look, hence the attribute and not the state.
 */
const base =
  "w-full rounded-md border bg-surface px-3 text-base text-ink shadow-card transition-colors focus-visible:-outline-offset-1 focus-visible:outline-focus placeholder:text-ink-muted max-sm:text-lg [&[disabled]]:bg-sunken [&[disabled]]:text-ink-muted [&[disabled]]:shadow-none [&[readonly]]:bg-sunken [&[readonly]]:shadow-none";

/** The classes of a text control; its edge turns red where its value is wrong. */
export function controlClass(invalid: boolean): string {
  return `${base} ${invalid ? "border-danger inset-ring inset-ring-danger" : "border-line-strong not-[[disabled]]:hover:border-ink-muted"}`;
}

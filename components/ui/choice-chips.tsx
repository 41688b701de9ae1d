import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { FieldHelp } from "./field-frame";

/** One chip: what is sent, what it says, and whether it is chosen or cannot be pressed. */
export type ChipOption = { value: string; label: string; checked?: boolean; disabled?: boolean };

const look = {
  add: "border-dashed border-line-strong text-ink-muted has-checked:border-solid has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent-strong",
  remove:
    "border-line-medium bg-surface text-ink has-checked:border-dashed has-checked:border-danger has-checked:bg-danger-soft has-checked:text-danger has-checked:line-through",
} as const;

// Turned by an eighth where it is checked: a plus is a cross then and a cross a plus, what pressing again would do.
const icons = { add: Plus, remove: X } as const;

/**
 * Native checkboxes that look like chips, and work without scripts. `add` offers what could be added: a checked one is
 * filled. `remove` lists what is there: a checked one is struck through, and goes when the form is saved.
 */
export function ChoiceChips({
  legend,
  help,
  name,
  options,
  tone,
}: {
  legend: ReactNode;
  help?: ReactNode;
  name: string;
  options: readonly ChipOption[];
  tone: "add" | "remove";
}) {
  const Icon = icons[tone];
  return (
    <fieldset className="grid content-start gap-1.5">
      <legend className="mb-1.5 text-base font-medium">{legend}</legend>
      {help !== undefined && <FieldHelp>{help}</FieldHelp>}
      <div className="flex flex-wrap items-start gap-2">
        {options.map(({ value, label, checked, disabled }) => (
          <label
            key={value}
            className={`group inline-flex min-h-8 max-w-full cursor-pointer items-center gap-1.5 rounded-full border px-3 py-1 text-sm font-medium transition-colors not-has-disabled:hover:border-ink-muted not-has-disabled:hover:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus has-disabled:cursor-not-allowed has-disabled:opacity-60 ${look[tone]}`}
          >
            <input
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={checked}
              disabled={disabled}
              className="peer sr-only"
            />
            {tone === "remove" && <span className="sr-only">Remove </span>}
            <span className="wrap-anywhere">{label}</span>
            {disabled !== true && (
              <Icon aria-hidden className={`size-3.5 transition-transform group-has-checked:rotate-45`} />
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

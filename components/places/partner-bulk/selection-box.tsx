import { SELECTION_FORM } from "@/lib/places/partner-bulk/constants";

/** The box that chooses a row of the list. It belongs to the form of the bar below, wherever it stands. */
export function SelectionBox({ id, name }: { id: string; name: string }) {
  return (
    <label className="relative -ms-1 me-1.5 inline-grid size-6 shrink-0 place-items-center">
      <span className="sr-only">Choose {name}</span>
      <input
        type="checkbox"
        name="partner"
        value={id}
        form={SELECTION_FORM}
        autoComplete="off"
        className="grid size-4 appearance-none place-items-center rounded-sm border border-line-strong bg-surface before:size-2.5 before:scale-0 before:rounded-[1px] before:bg-on-accent checked:border-accent checked:bg-accent checked:before:scale-100 hover:border-ink-muted forced-colors:appearance-auto"
      />
    </label>
  );
}

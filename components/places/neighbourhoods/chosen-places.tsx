import { X } from "lucide-react";
import type { ReactNode } from "react";
import { FieldError, FieldHelp } from "@/components/ui/field-frame";

/** A place that is chosen. `path`: names from itself up to the country. */
export type ChosenPlace = { code: string; name: string; path: readonly string[] };

type Removing = {
  /** What its code is sent as. */
  name: string;
  onRemove: (place: ChosenPlace) => void;
};

/** The one place that is chosen, where only one may be: it fills the box that it was searched in. */
export function SinglePlace({
  id,
  label,
  labelHidden,
  help,
  error,
  place,
  name,
  onRemove,
}: Removing & {
  id: string;
  label: string;
  labelHidden: boolean;
  help?: ReactNode;
  error?: string;
  place: ChosenPlace;
}) {
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-1.5">
      <legend className={labelHidden ? "sr-only" : "mb-1.5 text-base font-medium"}>{label}</legend>
      {help !== undefined && <FieldHelp>{help}</FieldHelp>}
      {error !== undefined && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <div
        className={`flex min-h-9 items-center gap-1 rounded-md border bg-surface ps-3 shadow-card ${error === undefined ? "border-line-strong" : "border-danger inset-ring inset-ring-danger"}`}
      >
        <Kept name={name} place={place} />
        <RemoveButton id={id} place={place} error={error} className="me-1 ms-auto rounded-md" onRemove={onRemove} />
      </div>
    </fieldset>
  );
}

/** Several places that are chosen, as chips; nothing where there is none. */
export function PlaceChips({
  label,
  name,
  places,
  onRemove,
}: Removing & { label: string; places: readonly ChosenPlace[] }) {
  if (places.length === 0) return null;
  return (
    <ul aria-label={label} className="flex flex-wrap gap-2">
      {places.map((place) => (
        <li
          key={place.code}
          className="inline-flex min-h-8 min-w-0 max-w-full items-center gap-1 rounded-full bg-accent-soft ps-3 pe-1 text-accent-strong"
        >
          <Kept name={name} place={place} />
          <RemoveButton place={place} className="rounded-full" onRemove={onRemove} />
        </li>
      ))}
    </ul>
  );
}

/** The place itself. Its checkbox is what is sent; it is shown only where no script could take it away again. */
function Kept({ name, place }: { name: string; place: ChosenPlace }) {
  const [, ...above] = place.path;
  return (
    <label className="flex min-w-0 items-baseline gap-1.5">
      <input type="checkbox" name={name} value={place.code} defaultChecked className="hidden noscript:inline" />
      <span className="min-w-0 truncate">
        <span className="font-medium">{place.name}</span>
        {above.length > 0 && <span className="text-sm opacity-80"> {above.join(" › ")}</span>}
      </span>
    </label>
  );
}

function RemoveButton({
  id,
  place,
  error,
  className,
  onRemove,
}: {
  id?: string;
  place: ChosenPlace;
  error?: string;
  className: string;
  onRemove: (place: ChosenPlace) => void;
}) {
  return (
    <button
      type="button"
      id={id}
      aria-label={`Remove ${place.name}`}
      aria-describedby={error === undefined ? undefined : `${id}-error`}
      onClick={() => onRemove(place)}
      className={`inline-flex size-7 shrink-0 items-center justify-center -outline-offset-2 transition-colors hover:bg-sunken hover:text-ink noscript:hidden ${className}`}
    >
      <X aria-hidden className="size-4" />
    </button>
  );
}

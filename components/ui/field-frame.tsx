import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

/** What every labelled control says around itself. */
export type FieldText = {
  label: string;
  help?: ReactNode;
  /** The sentence that says what is wrong with the value; its presence marks the control as invalid. */
  error?: string;
  /** Says "(optional)" beside the label: in forms where most is needed, the few that are not are marked. */
  optional?: boolean;
  /** Stands below the control, such as how much more may be typed. */
  footnote?: ReactNode;
};

/** Ids that tie a control to its help and its error; absent where there is neither. */
export type Described = { "aria-describedby"?: string; "aria-invalid"?: true };

/**
 * A label with help and error around any one control. The error stands between help and control, where neither a
 * keyboard on the screen nor a list of suggestions covers it.
 * @param id the control's; label, help and error derive theirs from it.
 * @param children makes the control from the attributes that tie it to its help and error.
 */
export function FieldFrame({
  id,
  label,
  help,
  error,
  optional = false,
  footnote,
  children,
}: FieldText & { id: string; children: (described: Described) => ReactNode }) {
  const parts = { help, error, footnote };
  const ids = Object.entries(parts).flatMap(([part, text]) => (text === undefined ? [] : [`${id}-${part}`]));
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={id} className="justify-self-start text-base font-medium">
        {label}
        {optional && <span className="font-normal text-ink-muted"> (optional)</span>}
      </label>
      {help !== undefined && <FieldHelp id={`${id}-help`}>{help}</FieldHelp>}
      {error !== undefined && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children({
        "aria-describedby": ids.length === 0 ? undefined : ids.join(" "),
        "aria-invalid": error === undefined ? undefined : true,
      })}
      {footnote !== undefined && (
        <div id={`${id}-footnote`} className="text-sm text-ink-muted">
          {footnote}
        </div>
      )}
    </div>
  );
}

/** A sentence of help under a label or a legend. */
export function FieldHelp({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <div id={id} className="-mt-1 max-w-prose text-sm text-ink-muted">
      {children}
    </div>
  );
}

/** What is wrong with a control: an icon and the sentence, so that it does not hang on the colour alone. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="flex gap-1.5 text-sm font-medium text-danger">
      <CircleAlert aria-hidden className="mt-0.5 size-4" />
      <span>
        <span className="sr-only">Error: </span>
        {children}
      </span>
    </p>
  );
}

/** The id of the control with this name, wherever a form gives none of its own. */
export function fieldId(name: string): string {
  return `field-${name}`;
}

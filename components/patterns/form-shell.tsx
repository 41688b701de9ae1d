"use client";
import type { ReactNode } from "react";
import { LOADED_FIELD } from "@/lib/platform/action/constants";
import type { FormValues } from "@/lib/platform/action/result";
import { FormBar } from "./form-bar";
import { FormConfirmation } from "./form-confirmation";
import { FormContext } from "./form-context";
import { type FormControl, useFormControl } from "./form-control";
import { type LoadedRecord, writeLoaded } from "./form-merge";
import { FormMessages } from "./form-messages";
import { FormStale, type Wording } from "./form-stale";
import type { FormAction } from "./form-submission";
import type { FormSchema } from "./form-values";
import { LeaveGuard } from "./leave-guard";

/** What a form takes. It is used by a client component, because schema and action are no plain data. */
export type FormShellProps<Data> = {
  /** The server action itself, not a function around it: without scripts the browser posts to it. */
  action: FormAction<Data>;
  /** The schema that the action parses with; it judges the form's data before they are sent. */
  schema?: FormSchema;
  /** What the record holds. Its `version`, if any, is sent along and looked after. */
  values: FormValues;
  /** The record itself, where `values` begin with something else or do not say all that its form shows. */
  loaded?: LoadedRecord;
  /** Hidden values that the action needs, such as the record's id. */
  fields?: Readonly<Record<string, string>>;
  submitLabel: string;
  cancelHref?: string;
  /** What the button says that saves in spite of a warning. */
  confirmLabel?: string;
  /** `sticky` keeps the buttons in view, for forms longer than a window. */
  bar?: "plain" | "sticky";
  /** `danger` for a form that destroys. */
  tone?: "primary" | "danger";
  /** How to say names and values that are no words, when two people's changes are compared. */
  wording?: Wording;
  /** Told after a success that leads nowhere. */
  onDone?: () => void;
  children: ReactNode;
};

/**
 * A form on a server action, with everything that a form owes its person: it works without scripts; with them it tells
 * errors beside their fields before it is sent, keeps what was typed whatever happens, asks before it is left unsaved,
 * names the consequence before a grave change, and shows the other person's change instead of overwriting it.
 */
export function FormShell<Data>(props: FormShellProps<Data>) {
  const { submitLabel, cancelHref, bar = "plain", tone = "primary", fields = {}, children } = props;
  const control = useFormControl(props);
  const { failure, pending, version } = control;
  return (
    <FormContext value={control.context}>
      <form
        ref={control.form}
        action={control.formAction}
        onSubmit={control.onSubmit}
        onInput={control.onEdit}
        onChange={control.onEdit}
        noValidate
        aria-busy={pending || undefined}
      >
        <fieldset
          disabled={pending}
          className="grid min-w-0 gap-6 transition-opacity delay-150 in-aria-busy:opacity-60"
        >
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {version !== undefined && (
            <>
              <input type="hidden" name="version" value={version} />
              <input type="hidden" name={LOADED_FIELD} value={writeLoaded(control.loaded)} />
            </>
          )}
          <FormQuestion control={control} wording={props.wording} confirmLabel={props.confirmLabel} />
          <div key={control.turn} id={control.fieldsId} className="grid gap-6">
            {children}
          </div>
          {!asksToDestroy(tone, control) && (
            <FormBar
              submitLabel={failure?.stale === undefined ? submitLabel : "Save mine over theirs"}
              cancelHref={cancelHref}
              pending={pending}
              changed={control.changed}
              done={control.done}
              sticky={bar === "sticky"}
              tone={tone}
            />
          )}
        </fieldset>
      </form>
      <LeaveGuard isDirty={control.isDirty} />
    </FormContext>
  );
}

/** Whether the question stands that comes before something is destroyed: its button takes the place of the form's own. */
function asksToDestroy(tone: FormShellProps<unknown>["tone"], { failure }: FormControl): boolean {
  return tone === "danger" && failure?.code === "confirmation_required";
}

/** What must be read before the form goes on: a question about the change, or what is wrong with it. */
function FormQuestion({
  control,
  wording,
  confirmLabel = "Save anyway",
}: {
  control: FormControl;
  wording?: Wording;
  confirmLabel?: string;
}) {
  const { failure, errors } = control;
  if (failure?.stale !== undefined) {
    return (
      <FormStale
        stale={failure.stale}
        failure={failure}
        wording={wording}
        canAdopt={control.canAdopt}
        onAdopt={control.adopt}
        onTakeTheirs={control.takeTheirs}
      />
    );
  }
  if (failure?.code === "confirmation_required") {
    return (
      <>
        {/* Enter in a field presses a form's first button, which must not be the one that confirms. */}
        <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
        <FormConfirmation
          failure={failure}
          confirmLabel={confirmLabel}
          fieldsId={control.fieldsId}
          onBack={control.goBack}
        />
      </>
    );
  }
  return <FormMessages failure={failure} errors={errors} />;
}

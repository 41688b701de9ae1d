"use client";
import type { FormEvent, ReactNode } from "react";
import { Button, type ButtonSize, type ButtonTone } from "@/components/ui/button";
import { menuItemClass } from "@/components/ui/menu-item";
import { ActionMessage } from "./action-message";
import { useFailureFocus } from "./failure-focus";
import { type FormAction, submittedBy, useSubmission } from "./form-submission";

/**
 * One act as one button in a form of its own, which works with and without client JavaScript. A refusal, and a portal
 * that does not answer, appear below it.
 * @param fields hidden values that the action needs, such as the id of the record.
 * @param look `button` unless it is a line of a menu.
 * @param recordHref the record's page, where somebody who was slower than another can look at it as it is now.
 * @param label what a screen reader says where the visible text would not name the target.
 */
export function ActionForm<Data>({
  action,
  fields = {},
  tone,
  size,
  look = "button",
  recordHref,
  label,
  children,
}: {
  action: FormAction<Data>;
  fields?: Readonly<Record<string, string>>;
  tone?: ButtonTone;
  size?: ButtonSize;
  look?: "button" | "menu";
  recordHref?: string;
  label?: string;
  children: ReactNode;
}) {
  const { formAction, post, pending, failure } = useSubmission(action);
  const form = useFailureFocus(failure);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    post(new FormData(event.currentTarget, submittedBy(event.nativeEvent)));
  };
  return (
    <form ref={form} action={formAction} onSubmit={submit} className="grid justify-items-start gap-2">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {look === "menu" ? (
        <button type="submit" disabled={pending} aria-label={label} className={menuItemClass}>
          {children}
        </button>
      ) : (
        <Button type="submit" tone={tone} size={size} pending={pending} aria-label={label}>
          {children}
        </Button>
      )}
      <div className={`empty:hidden ${look === "menu" ? "px-3.5 pb-1.5" : ""}`}>
        <ActionMessage result={failure} recordHref={recordHref} />
      </div>
    </form>
  );
}

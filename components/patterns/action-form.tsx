"use client";
import { type ReactNode, useActionState } from "react";
import { Button, type ButtonTone } from "@/components/ui/button";
import type { ActionResult } from "@/lib/platform/action/result";
import { ActionMessage } from "./action-message";
import { useFailureFocus } from "./failure-focus";

/** A server action as a component receives it. */
export type FormAction<Data = unknown> = (
  previous: ActionResult<Data> | null,
  form: FormData,
) => Promise<ActionResult<Data>>;

/**
 * One act as one button in a form of its own, which works with and without client JavaScript. A refusal appears below it.
 * @param fields hidden values that the action needs, such as the id of the record.
 * @param label what a screen reader says where the visible text would not name the target.
 */
export function ActionForm<Data>({
  action,
  fields = {},
  tone = "secondary",
  label,
  children,
}: {
  action: FormAction<Data>;
  fields?: Readonly<Record<string, string>>;
  tone?: ButtonTone;
  label?: string;
  children: ReactNode;
}) {
  const [result, submit, pending] = useActionState(action, null);
  const form = useFailureFocus(result);
  return (
    <form ref={form} action={submit} className="grid justify-items-start gap-2">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" tone={tone} disabled={pending} aria-label={label}>
        {children}
      </Button>
      <ActionMessage result={result} />
    </form>
  );
}

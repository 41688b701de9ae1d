import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { ActionForm } from "./action-form";
import type { FormAction } from "./form-submission";

/**
 * Deletes a record for good, and says before what that means. The same on its page and in the record's dialog.
 * @param props.fields hidden values that the action needs: the record's id and version.
 * @param props.name the record's name, which the button says.
 * @param props.cancelHref where one goes instead; none in a dialog, which closes.
 * @param props.children what goes with it, as paragraphs.
 */
export function DeletionForm<Data>({
  action,
  fields,
  name,
  recordHref,
  cancelHref,
  children,
}: {
  action: FormAction<Data>;
  fields: Readonly<Record<string, string>>;
  name: string;
  recordHref: string;
  cancelHref?: string;
  children: ReactNode;
}) {
  return (
    <div className="grid gap-4">
      <div className="grid max-w-prose gap-2">
        {children}
        <p className="text-ink-muted">The history keeps who deleted it and what it was.</p>
      </div>
      <div className="flex flex-wrap items-start gap-2">
        <ActionForm action={action} fields={fields} tone="danger" recordHref={recordHref}>
          <span className="whitespace-normal">Delete {name}</span>
        </ActionForm>
        {cancelHref !== undefined && <ButtonLink href={cancelHref}>Keep it</ButtonLink>}
      </div>
    </div>
  );
}

"use client";
import { FormShell } from "@/components/patterns/form-shell";
import type { SavedTag } from "@/lib/places/tag-changes/schemas";
import { updateTagAction } from "@/lib/places/tag-form/actions";
import { tagEditSchema } from "@/lib/places/tag-form/schemas";
import { tagPath } from "@/lib/places/tags/constants";
import { TagFields } from "./tag-fields";

/** The edit form of a tag. */
export function EditTagForm({ tag }: { tag: SavedTag }) {
  const { id, version, values } = tag;
  return (
    <FormShell
      action={updateTagAction}
      schema={tagEditSchema(values)}
      values={{ ...values, version: String(version) }}
      fields={{ tagId: id }}
      submitLabel="Save changes"
      cancelHref={tagPath(tag)}
    >
      <div className="grid gap-5">
        <TagFields />
      </div>
    </FormShell>
  );
}

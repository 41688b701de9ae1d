"use client";
import { FormSelect } from "@/components/patterns/form-field";
import { FormShell } from "@/components/patterns/form-shell";
import { createTagAction } from "@/lib/places/tag-form/actions";
import { tagFormSchema } from "@/lib/places/tag-form/schemas";
import { KIND_NAMES, TAG_KINDS, TAGS_PATH } from "@/lib/places/tags/constants";
import { TagFields } from "./tag-fields";

const kinds = TAG_KINDS.map((kind) => ({ value: kind, label: KIND_NAMES[kind].one }));

/** The form of a new tag. Its kind is chosen here once and for all. */
export function NewTagForm() {
  return (
    <FormShell
      action={createTagAction}
      schema={tagFormSchema}
      values={{}}
      submitLabel="Create tag"
      cancelHref={TAGS_PATH}
    >
      <div className="grid gap-5">
        <FormSelect
          name="kind"
          label="Kind"
          help="It cannot be changed later: a partnership decides who looks after a partner, the others do not."
          options={[{ value: "", label: "Choose a kind" }, ...kinds]}
          required
        />
        <TagFields />
      </div>
    </FormShell>
  );
}

"use client";
import { FormField, FormTextArea } from "@/components/patterns/form-field";
import { LONGEST } from "@/lib/places/tag-form/constants";

/** What a tag is called and what it is about, of a new one and of one that there is. */
export function TagFields() {
  return (
    <>
      <FormField
        name="name"
        label="Name"
        help="No two tags of a kind share a name."
        autoComplete="off"
        limit={LONGEST.name}
        required
      />
      <FormTextArea
        name="description"
        label="Description"
        help="What belongs to it, for whoever puts partners in."
        rows={3}
        limit={LONGEST.description}
        optional
      />
    </>
  );
}

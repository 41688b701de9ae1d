"use client";
import { type ChangeEvent, useState } from "react";
import { useFormError } from "@/components/patterns/form-context";
import { controlClass } from "@/components/ui/control";
import { FieldFrame, fieldId } from "@/components/ui/field-frame";
import { ACCEPTED_TYPES, LARGEST_UPLOAD } from "@/lib/platform/images/constants";

const LARGEST_MB = LARGEST_UPLOAD / 1024 / 1024;

/**
 * Where a picture is chosen. One that is too large is told as such at once, and let go of: its way to the server would be
 * long and for nothing.
 */
export function PictureField({ label, optional }: { label: string; optional: boolean }) {
  const refused = useFormError("image");
  const [fault, setFault] = useState<string>();
  const error = fault ?? refused;
  const id = fieldId("image");
  const look = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const tooLarge = (target.files?.[0]?.size ?? 0) > LARGEST_UPLOAD;
    setFault(tooLarge ? `Choose a file of at most ${LARGEST_MB} MB.` : undefined);
    if (tooLarge) target.value = "";
  };
  return (
    <FieldFrame
      id={id}
      label={label}
      help={`JPEG, PNG, WebP, AVIF or GIF, at most ${LARGEST_MB} MB. It is made smaller, and what the file says about where and when is taken out.`}
      error={error}
      optional={optional}
    >
      {(described) => (
        <input
          id={id}
          name="image"
          type="file"
          accept={ACCEPTED_TYPES}
          onChange={look}
          {...described}
          className={`min-h-9 py-1.5 ${controlClass(error !== undefined)}`}
        />
      )}
    </FieldFrame>
  );
}

"use client";
import { useEffect, useState } from "react";
import { useFormError, useFormValues } from "@/components/patterns/form-context";
import { valueText } from "@/components/patterns/form-values";
import { FieldError, fieldId } from "@/components/ui/field-frame";

/** The field that says which hint was shown. */
const SEEN = "placeSeen";

/** That the new postcode lies elsewhere than the address is kept: said once for each finding, and then the form may be saved so. */
export function PostcodeHint() {
  const values = useFormValues();
  const said = useFormError(SEEN);
  const [seen, setSeen] = useState(() => said ?? valueText(values[SEEN]));
  useEffect(() => {
    if (said !== undefined) setSeen(said);
  }, [said]);
  return (
    <>
      {seen !== "" && <input type="hidden" name={SEEN} value={seen} />}
      {said !== undefined && <FieldError id={`${fieldId(SEEN)}-error`}>{said}</FieldError>}
    </>
  );
}

"use client";
import { type ReactNode, useEffect, useState } from "react";
import { baselineOf } from "@/components/patterns/form-baseline";
import { differingNames, formValues } from "@/components/patterns/form-values";
import { Button } from "@/components/ui/button";

/**
 * Shows a preview only as long as the form that asked for it says the same: what is given is what was read. Once another
 * place or day is chosen, it says so and offers to look again. Without scripts the preview stays, and names what it gives.
 * @param formId the form whose answers the preview is about, as the page brought them.
 */
export function PreviewGuard({ formId, children }: { formId: string; children: ReactNode }) {
  const [isFresh, setIsFresh] = useState(true);
  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return;
    const asked = baselineOf(form);
    const look = () => setIsFresh(differingNames(formValues(new FormData(form)), asked).length === 0);
    // A browser that went back may have filled in what was chosen after the page was asked for.
    look();
    form.addEventListener("input", look);
    form.addEventListener("change", look);
    return () => {
      form.removeEventListener("input", look);
      form.removeEventListener("change", look);
    };
  }, [formId]);
  return (
    <>
      <div hidden={!isFresh}>{children}</div>
      <div role="status">
        {!isFresh && (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <p>Something else is chosen now than what was shown here.</p>
            <Button type="submit" form={formId} size="sm">
              Look again
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

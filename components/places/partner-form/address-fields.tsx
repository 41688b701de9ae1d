import type { ReactNode } from "react";
import { FormField } from "@/components/patterns/form-field";

/**
 * The lines of an address.
 * @param children the place that it lies in, chosen or only shown.
 */
export function AddressFields({ children }: { children: ReactNode }) {
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="font-medium">Address</legend>
      <p className="text-sm text-ink-muted">Leave it blank for a partner that has none and goes to people.</p>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <FormField name="line1" label="First line" autoComplete="off" />
        <FormField name="line2" label="Second line" autoComplete="off" optional />
        <FormField name="city" label="Town" autoComplete="off" optional />
        <FormField name="postcode" label="Postcode" autoComplete="off" className="sm:max-w-40" />
      </div>
      {children}
    </fieldset>
  );
}

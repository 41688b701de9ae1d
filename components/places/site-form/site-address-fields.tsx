import { FormField } from "@/components/patterns/form-field";
import type { Changeable, SiteForm } from "@/lib/places/site-form/queries";
import { publicSitePath } from "@/lib/places/sites/constants";
import { FixedValue, FormSection } from "../partner-form/form-section";

/** Where a site is found: its public address and its domain, or for whoever may not change them what they are. */
export function SiteAddressFields({ address, values }: { address: Changeable; values: SiteForm["values"] | null }) {
  return (
    <FormSection id="addresses" title="Where it is found" help="Links to a site break where its address changes.">
      {address.mayChange ? (
        <Fields />
      ) : (
        <>
          <FixedValue label="Public address" value={publicSitePath(values?.slug ?? "")} reason={address.reason} />
          <FixedValue label="Domain" value={values?.domain || "None"} reason={null} />
        </>
      )}
    </FormSection>
  );
}

function Fields() {
  return (
    <>
      <FormField
        name="slug"
        label="Public address"
        help="What stands behind /s/: small letters, digits and hyphens, such as hulme-and-moss-side."
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <FormField
        name="domain"
        label="Domain"
        help="The host name that leads here, such as hulme.example. It is noted for whoever sets it up."
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        inputMode="url"
        optional
      />
    </>
  );
}

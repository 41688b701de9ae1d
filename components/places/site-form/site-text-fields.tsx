import { FormField, FormTextArea } from "@/components/patterns/form-field";
import { LONGEST } from "@/lib/places/sites/constants";
import { FormSection } from "../partner-form/form-section";

/** What a site says: the fields that its admins keep. */
export function SiteTextFields() {
  return (
    <FormSection id="texts" title="What it says" help="Everything here stands on the public page, from the top down.">
      <FormField name="name" label="Name" limit={LONGEST.name} autoComplete="off" required />
      <FormField
        name="placeName"
        label="Place"
        help="What people who live there call it."
        limit={LONGEST.placeName}
        autoComplete="off"
        optional
      />
      <FormTextArea
        name="heroText"
        label="Opening text"
        help="Large, at the top: what one finds here, in a sentence or two."
        limit={LONGEST.heroText}
        rows={3}
        optional
      />
      <FormField
        name="tagline"
        label="Tagline"
        help="One line below the name, also shown by search engines."
        limit={LONGEST.tagline}
        autoComplete="off"
        optional
      />
      <FormTextArea name="description" label="Description" limit={LONGEST.description} rows={8} optional />
    </FormSection>
  );
}

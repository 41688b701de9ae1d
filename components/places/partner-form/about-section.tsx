import { FormField, FormTextArea } from "@/components/patterns/form-field";
import { LONGEST } from "@/lib/places/partners/constants";
import { FormSection } from "./form-section";

/** What a partner is, as the public reads it. */
export function AboutSection() {
  return (
    <FormSection id="about" title="About" help="Shown on the public pages.">
      <FormField name="name" label="Name" help="No two partners share one." required />
      <FormTextArea
        name="summary"
        label="Summary"
        help="One or two sentences, shown in lists."
        rows={2}
        limit={LONGEST.summary}
        optional
      />
      <FormTextArea
        name="description"
        label="Description"
        help="Shown below the summary, and only with one."
        rows={5}
        limit={LONGEST.description}
        optional
      />
      <FormTextArea
        name="accessibility"
        label="Accessibility"
        help="How people get in and about: steps, toilets, loops, quiet times."
        rows={3}
        optional
      />
      <FormTextArea
        name="openingHours"
        label="Opening hours"
        help="A line for each day or run of days, such as Monday 09:00–12:30, 14:00–16:00 or Tue to Fri 10:00–15:00."
        rows={3}
        optional
      />
      <FormField name="website" label="Website" type="url" inputMode="url" placeholder="https://" optional />
      <FormTextArea
        name="socials"
        label="Other networks"
        help="A line for each, such as Instagram: birleyfields."
        rows={2}
        optional
      />
    </FormSection>
  );
}

import { FormField } from "@/components/patterns/form-field";
import { FixedValue, FormSection } from "./form-section";

/** The end of a partner's address on the public pages: for root to set, for the others to read. */
export function SlugSection({ slug, value }: { slug: { mayChange: boolean; reason: string | null }; value: string }) {
  return (
    <FormSection
      id="public-address"
      title="Public address"
      help="The end of its address on the public pages. Links that people keep break when it changes."
    >
      {slug.mayChange ? (
        <FormField
          name="slug"
          label="Public address"
          help="Small letters, digits and hyphens, such as hulme-garden."
          autoComplete="off"
          spellCheck={false}
          optional
        />
      ) : (
        <FixedValue label="Public address" value={value === "" ? "None" : value} reason={slug.reason} />
      )}
    </FormSection>
  );
}

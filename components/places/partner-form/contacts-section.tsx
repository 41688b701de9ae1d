import { FormField } from "@/components/patterns/form-field";
import { FormSection } from "./form-section";

/** Whom to turn to: one contact for everybody, one for those who look after the partner. */
export function ContactsSection() {
  return (
    <FormSection id="contacts" title="Contacts" help="Each field may stay empty.">
      <Contact of="public" legend="Public contact" help="Shown on the public pages." />
      <Contact of="internal" legend="Internal contact" help="Only for those who may edit the partner." />
    </FormSection>
  );
}

function Contact({ of, legend, help }: { of: "public" | "internal"; legend: string; help: string }) {
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="font-medium">{legend}</legend>
      <p className="text-sm text-ink-muted">{help}</p>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <div className="sm:col-span-2">
          <FormField name={`${of}ContactName`} label="Name" autoComplete="off" />
        </div>
        <FormField name={`${of}ContactPhone`} label="Telephone" type="tel" autoComplete="off" />
        <FormField name={`${of}ContactEmail`} label="E-mail" type="email" autoComplete="off" />
      </div>
    </fieldset>
  );
}

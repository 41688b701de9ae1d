import { nameInWords } from "@/components/patterns/form-values";
import type { PartnerListField, PartnerTextField } from "@/lib/places/partners/constants";

/** What the form calls a field where its own name does not say it. */
const labels: Readonly<Partial<Record<PartnerTextField | PartnerListField, string>>> = {
  socials: "Other networks",
  publicContactName: "Public contact: name",
  publicContactPhone: "Public contact: telephone",
  publicContactEmail: "Public contact: e-mail",
  internalContactName: "Internal contact: name",
  internalContactPhone: "Internal contact: telephone",
  internalContactEmail: "Internal contact: e-mail",
  slug: "Public address",
  line1: "Address: first line",
  line2: "Address: second line",
  city: "Address: town",
  postcode: "Postcode",
  addressPlace: "Address: neighbourhood",
};

/** A field of the partner's form by the label that it has there. */
export function fieldLabel(name: string): string {
  return labels[name as PartnerTextField] ?? nameInWords(name);
}

import { nameInWords } from "@/components/patterns/form-values";

const LABELS: Readonly<Record<string, string>> = {
  url: "Source",
  partner: "Organiser",
  strategy: "Where the events take place",
  place: "Default place",
};

/** What a field of the form is called where two people's changes are compared. */
export function fieldLabel(name: string): string {
  return LABELS[name] ?? nameInWords(name);
}

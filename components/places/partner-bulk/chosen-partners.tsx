"use client";
import { FormCheckbox } from "@/components/patterns/form-field";
import type { ChosenPartner } from "@/lib/places/partner-bulk/queries";
import { TagList } from "../partners/tag-list";

/** The chosen partners, each to be left out again. */
export function ChosenPartners({ name, partners }: { name: string; partners: readonly ChosenPartner[] }) {
  return (
    <fieldset className="grid min-w-0 gap-1.5">
      <legend className="mb-1.5 font-medium">Partners</legend>
      {partners.map(({ id, name: called, hidden, tags, unseenTags }) => (
        <div key={id} className="flex flex-wrap items-start gap-x-3">
          <FormCheckbox name={name} value={id} label={hidden ? `${called} (hidden)` : called} />
          <div className="pt-0.5">
            <TagList tags={tags} unseen={unseenTags} />
          </div>
        </div>
      ))}
    </fieldset>
  );
}

/** Their names by their UUIDs. */
export function namesOf(partners: readonly Readonly<{ id: string; name: string }>[]): Record<string, string> {
  return Object.fromEntries(partners.map(({ id, name }) => [id, name] as const));
}

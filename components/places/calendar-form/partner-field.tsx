"use client";
import { FormSelect } from "@/components/patterns/form-field";
import { type PartnerChoice, type PartnerUse, partnerFindHref } from "@/lib/places/partner-choices/schemas";
import type { ChosenPlace } from "../neighbourhoods/chosen-places";
import { FormPlacePicker } from "../neighbourhoods/form-place-picker";

type Props = {
  name: "partner" | "place";
  label: string;
  help: string;
  use: Exclude<PartnerUse, "filter">;
  /** The partners to choose from; null where they are too many for a list, and are looked for by name. */
  choices: readonly PartnerChoice[] | null;
  /** Partners whose ids the field may hold from the beginning, whether or not they are among the choices. */
  known: readonly Pick<PartnerChoice, "id" | "name">[];
  /** What the empty choice says. */
  none: string;
  /** The page of the form, to which somebody without scripts comes back with a partner for this field. */
  comesBackTo: string;
};

/** A partner to choose: of a few from a list, of many by name. */
export function PartnerField({ name, label, help, use, choices, known, none, comesBackTo }: Props) {
  if (choices === null) {
    return (
      <FormPlacePicker
        name={name}
        label={label}
        help={help}
        use={{ kind: "partner choice", use }}
        known={known.map(({ id, name: called }): ChosenPlace => ({ code: id, name: called, path: [called] }))}
        multiple={false}
        findHref={partnerFindHref({ use, to: comesBackTo, as: name })}
      />
    );
  }
  const kept = known.filter(({ id }) => !choices.some((choice) => choice.id === id));
  const options = [
    { value: "", label: none },
    ...kept.map((partner) => ({ value: partner.id, label: partner.name })),
    ...choices.map((choice) => ({ value: choice.id, label: choiceLabel(choice, choices) })),
  ];
  return <FormSelect name={name} label={label} help={help} options={options} />;
}

/** Only partners of the same name say where they are. */
function choiceLabel({ id, name, detail }: PartnerChoice, choices: readonly PartnerChoice[]): string {
  const twin = choices.some((other) => other.id !== id && other.name === name);
  return twin && detail !== "" ? `${name} (${detail})` : name;
}

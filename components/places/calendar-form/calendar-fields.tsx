"use client";
import { FormField } from "@/components/patterns/form-field";
import type { PartnerChoice } from "@/lib/places/partner-choices/schemas";
import { PartnerField } from "./partner-field";
import { StrategyField } from "./strategy-field";

/** What the fields of a calendar offer. */
export type CalendarOffer = {
  /** The partners to choose from; null where they are too many for a list. */
  organisers: readonly PartnerChoice[] | null;
  places: readonly PartnerChoice[] | null;
  /** Partners that the fields may hold from the beginning. */
  knownOrganisers: readonly Pick<PartnerChoice, "id" | "name">[];
  knownPlaces: readonly Pick<PartnerChoice, "id" | "name">[];
  /** The page of the form, and which partners it was opened with: they are not lost while another is looked for. */
  formPath: string;
  found: { partner: PartnerChoice | null; place: PartnerChoice | null };
};

/** The fields of a calendar, of a new one and of one that there is. */
export function CalendarFields({ offer }: { offer: CalendarOffer }) {
  const { organisers, places, knownOrganisers, knownPlaces, formPath, found } = offer;
  return (
    <div className="grid gap-5">
      <FormField name="name" label="Name" help="As admins tell it from others." autoComplete="off" required />
      <FormField
        name="url"
        label="Source"
        help="The address of the calendar, such as https://partner.example/events.ics. Without one nothing is imported, and coming events are taken away."
        type="text"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        optional
      />
      <PartnerField
        name="partner"
        label="Organiser"
        help="Whose calendar it is. Its admins, and those who look after it, look after the calendar."
        use="organiser"
        choices={organisers}
        known={knownOrganisers}
        none="Choose a partner"
        comesBackTo={withFound(formPath, "place", found.place)}
      />
      <StrategyField />
      <PartnerField
        name="place"
        label="Default place"
        help="The partner at whose address events take place, where the way above asks for one."
        use="place"
        choices={places}
        known={knownPlaces}
        none="None"
        comesBackTo={withFound(formPath, "partner", found.partner)}
      />
      <ContactFields />
    </div>
  );
}

/** The page of the form, opened with what was found for its other field. */
function withFound(path: string, name: "partner" | "place", partner: PartnerChoice | null): string {
  return partner === null ? path : `${path}?${new URLSearchParams({ [name]: partner.id })}`;
}

function ContactFields() {
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="font-medium">Contact</legend>
      <p className="text-sm text-ink-muted">Whom to ask about the events. Each field may stay empty.</p>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <div className="sm:col-span-2">
          <FormField name="contactName" label="Contact’s name" autoComplete="off" />
        </div>
        <FormField name="contactPhone" label="Contact’s telephone" type="tel" autoComplete="off" />
        <FormField name="contactEmail" label="Contact’s e-mail" type="email" autoComplete="off" />
      </div>
    </fieldset>
  );
}

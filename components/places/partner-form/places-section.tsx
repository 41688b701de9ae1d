import { FormCheckbox, FormChips, FormError } from "@/components/patterns/form-field";
import type { CarriedPlace, PartnerForm } from "@/lib/places/partner-form/queries";
import type { ChosenPlace } from "../neighbourhoods/chosen-places";
import { FormPlacePicker } from "../neighbourhoods/form-place-picker";
import { beyondArea } from "../partners/beyond-area";
import { PlaceLine } from "../partners/place-list";
import { AddressFields } from "./address-fields";
import { FixedValue, FormSection } from "./form-section";
import type { PlaceFinding } from "./place-finding";

type Props = {
  finding: PlaceFinding;
  /** Every place that the boxes may hold from the beginning. */
  known: readonly ChosenPlace[];
  /** The partner's present places; null for a new partner. */
  current: Pick<PartnerForm, "addressPlace" | "serviceAreas"> | null;
};

/** Where a partner is: its address, and the areas that it serves. */
export function PlacesSection({ finding, known, current }: Props) {
  return (
    <FormSection
      id="places"
      title="Places"
      help="A partner is found, and looked after, through its places: the one that its address lies in and those it serves."
    >
      <AddressFields>
        <AddressPlace finding={finding} known={known} current={current?.addressPlace ?? null} />
      </AddressFields>
      <hr className="border-line" />
      <ServiceAreas finding={finding} known={known} carried={current?.serviceAreas ?? []} />
    </FormSection>
  );
}

function AddressPlace({
  finding: { use, addressHref },
  known,
  current,
}: Pick<Props, "finding" | "known"> & { current: PartnerForm["addressPlace"] | null }) {
  if (current?.mayChange === false) {
    const { place, reason } = current;
    return <FixedValue label="Neighbourhood" value={place && <PlaceLine place={place} />} reason={reason} />;
  }
  return (
    <>
      <FormPlacePicker
        name="addressPlace"
        label="Neighbourhood"
        help="The ward or, where that is not known, the district that the address lies in."
        use={use}
        known={known}
        multiple={false}
        findHref={addressHref}
      />
      {current?.place != null && (
        <FormCheckbox
          name="clearAddress"
          label="Take the address away"
          help="The partner then needs a service area that stays."
        />
      )}
    </>
  );
}

function ServiceAreas({
  finding: { use, areaHref },
  known,
  carried,
}: Pick<Props, "finding" | "known"> & { carried: readonly CarriedPlace[] }) {
  const removable = carried.filter(({ mayRemove }) => mayRemove);
  const beyond = removable.filter(({ beyondArea }) => beyondArea).map(({ name }) => name);
  return (
    <div className="grid min-w-0 gap-4">
      <FormError name="removeNeighbourhoods" />
      {removable.length > 0 && (
        <FormChips
          name="removeNeighbourhoods"
          legend="Service areas"
          help="Press one to take it away when you save."
          tone="remove"
          options={removable.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
      {beyond.length > 0 && <p className="-mt-1 max-w-prose text-sm text-warning">{beyondInWords(beyond)}</p>}
      {carried
        .filter(({ mayRemove }) => !mayRemove)
        .map((place) => (
          <FixedValue key={place.code} label="Service area" value={<PlaceLine place={place} />} reason={place.reason} />
        ))}
      <FormPlacePicker
        name="addNeighbourhoods"
        label={carried.length === 0 ? "Service areas" : "Add service areas"}
        help="Only what lies inside the places that you look after is on offer."
        use={use}
        known={known}
        multiple
        findHref={areaHref}
      />
    </div>
  );
}

/** Said before anything is pressed, so that it also reaches those without scripts. Source: domains/places.md section 4. */
function beyondInWords(places: readonly string[]): string {
  return beyondArea(places, (them) => `may take ${them} away, but could not put ${them} back yourself`);
}

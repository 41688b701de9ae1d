import { placeFindHref } from "@/lib/places/neighbourhoods/schemas";
import type { RoleOffer } from "@/lib/places/role-offers/queries";
import { PlacePicker } from "../neighbourhoods/place-picker";

/**
 * The box in which the neighbourhoods of a role are chosen, any that there are.
 * @param to the form's page with what is chosen so far, where somebody without scripts comes back to with one more.
 */
export function RolePlaces({ offer, error, to }: { offer: RoleOffer; error?: string; to: string }) {
  const use = { kind: "any" } as const;
  return (
    <PlacePicker
      name="neighbourhoods"
      label="Neighbourhoods"
      help="The role covers these and everything inside them."
      error={error}
      use={use}
      chosen={offer.places}
      multiple
      findHref={placeFindHref({ use, to, as: "neighbourhoods" })}
    />
  );
}

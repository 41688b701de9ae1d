import { listed } from "@/components/patterns/listed";
import { titled } from "@/components/patterns/titled";
import { ROLE_NAMES } from "@/lib/people/access/constants";
import type { GrantSummary } from "@/lib/people/user-list/queries";

/** A role in a row of the list: "Neighbourhood admin of Hulme, Moss Side and 3 more", "Partner admin of Rowan Hall". */
export function roleSummary(grant: GrantSummary): string {
  const { role, placeNames, placeCount, partnershipNames, partnershipCount, partner } = grant;
  const name = titled(ROLE_NAMES[role].one);
  if (partner !== null) return `${name} of ${partner}`;
  const places = placeCount === 0 ? "" : ` of ${listed(placeNames, placeCount - placeNames.length)}`;
  const partnerships =
    partnershipCount === 0 ? "" : ` for ${listed(partnershipNames, partnershipCount - partnershipNames.length)}`;
  return `${name}${places}${partnerships}`;
}

import { titled } from "@/components/patterns/titled";
import { ROLE_NAMES } from "@/lib/people/access/constants";
import type { GrantSummary } from "@/lib/people/user-list/queries";

const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** A role in a row of the list: "Neighbourhood admin of Hulme, Moss Side and 3 more", "Partner admin of Rowan Hall". */
export function roleSummary(grant: GrantSummary): string {
  const { role, placeNames, placeCount, partnershipNames, partnershipCount, partner } = grant;
  const name = titled(ROLE_NAMES[role].one);
  if (partner !== null) return `${name} of ${partner}`;
  const places = placeCount === 0 ? "" : ` of ${named(placeNames, placeCount)}`;
  const partnerships = partnershipCount === 0 ? "" : ` for ${named(partnershipNames, partnershipCount)}`;
  return `${name}${places}${partnerships}`;
}

function named(names: readonly string[], count: number): string {
  const more = count - names.length;
  return conjunction.format(more === 0 ? names : [...names, `${more.toLocaleString("en-GB")} more`]);
}

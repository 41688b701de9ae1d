import { NEW_PARTNER_PATH } from "@/lib/places/partners/constants";

/** The address of the form for a new partner that serves the place with this code. */
export function newPartnerHref(code: string): string {
  return `${NEW_PARTNER_PATH}?${new URLSearchParams({ addNeighbourhoods: code })}`;
}

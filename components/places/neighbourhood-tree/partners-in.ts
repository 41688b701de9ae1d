import { EVERY_PARTNER, partnerListHref } from "@/lib/places/partner-list/schemas";
import { PARTNERS_PATH } from "@/lib/places/partners/constants";

/** The list of the partners that have a place in the one with this code, or below it. */
export function partnersIn(code: string): string {
  return partnerListHref(PARTNERS_PATH, EVERY_PARTNER, { place: code });
}

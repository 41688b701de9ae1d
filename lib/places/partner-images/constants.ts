import { partnerPath } from "@/lib/places/partners/constants";

/** The longest words for a picture, in UTF-16 units: a sentence or two, as they are read out. */
export const LONGEST_ALT = 200;

/** How often one person may send a picture: making one anew takes the machine about a second. */
export const UPLOAD_LIMIT = { name: "partner-image", points: 60, seconds: 3_600 };

/** The address of the page for a partner's picture. */
export function partnerImagePath(partner: { id: string; externalId: string | null }): string {
  return `${partnerPath(partner)}/image`;
}

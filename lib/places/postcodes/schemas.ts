import * as z from "zod/mini";
import { type PlaceUse, writePlaceUse } from "@/lib/places/neighbourhoods/schemas";

/**
 * A postcode as it is kept and compared: capitals and digits without spaces, "M155RF". Null for a text that no postcode
 * of any country could be.
 */
export function normalPostcode(text: string): string | null {
  const bare = text.toUpperCase().replaceAll(/\s+/g, "");
  return /^[A-Z0-9]{2,10}$/.test(bare) ? bare : null;
}

/** The address that a form asks at which of the places that one may choose for that use a postcode lies in. */
export function postcodeHref(use: PlaceUse, postcode: string): string {
  return `/api/postcodes?${new URLSearchParams({ use: writePlaceUse(use), postcode })}`;
}

/** What `postcodeHref` answers: null for a postcode that is not known, or lies where one may not choose. */
export const postcodeAnswerSchema = z.object({
  place: z.nullable(z.object({ code: z.string(), name: z.string(), path: z.array(z.string()) })),
});

import "server-only";
import { z } from "zod";
import { STRATEGIES } from "@/lib/places/calendars/constants";
import { normalPostcode } from "@/lib/places/postcodes/schemas";
import { contact, externalId, name, optionalShort, optionalText, text } from "./schema-parts";

/** An entry of `calendars`. Its address is judged in `duplicateErrors`, because a file may ask for its structure alone. */
export const calendarEntry = z.strictObject({
  id: externalId,
  partner: externalId,
  name,
  url: optionalText,
  contact: contact.nullish(),
  place: externalId.nullish(),
  strategy: z.enum(STRATEGIES).optional(),
});

/** An entry of `postcodes`. */
export const postcodeEntry = z.strictObject({
  postcode: text.refine((value) => normalPostcode(value) !== null, "must be a postcode, such as M15 5RF"),
  neighbourhood: externalId,
});

/** An entry of `sites`. */
export const siteEntry = z.strictObject({
  id: externalId,
  slug: name,
  name,
  domain: optionalShort,
  placeName: optionalText,
  tagline: optionalText,
  description: optionalText,
  heroText: optionalText,
  theme: optionalText,
  neighbourhoods: z.array(externalId).optional(),
  partnerships: z.array(externalId).optional(),
  published: z.boolean().optional(),
});

import * as z from "zod/mini";
import { readOpeningHours } from "@/lib/places/opening-hours/schemas";
import {
  LONGEST,
  MOST_CHANGES,
  PARTNER_TEXT_FIELDS,
  type PartnerTextField,
  SHORTEST_PARTNER_NAME,
} from "@/lib/places/partners/constants";
import { readSocials } from "@/lib/places/socials/schemas";
import { keyList, line, lines, oneChosen, tidyText, unlessBlank } from "@/lib/platform/fields/schemas";

const POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/;

/** "m155rf" as it stands on envelopes: "M15 5RF". Anything that is no postcode stays as it is. */
function tidyPostcode(value: string): string {
  const [, area, street] = POSTCODE.exec(value.toUpperCase().replaceAll(/\s+/g, "")) ?? [];
  return area === undefined ? value.trim() : `${area} ${street}`;
}

function isWebAddress(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes(".") && url.username === "";
}

/** The sentence about the first wrong line of a text of several, or nothing. */
function linesFault(read: (value: string) => object) {
  return z.check<string>(({ value, issues }) => {
    const result = read(value);
    if ("fault" in result) issues.push({ code: "custom", input: value, message: String(result.fault), continue: true });
  });
}

const contactName = line("the name", LONGEST.contactName);
// Numbers are written in many ways, with words beside them; five digits are what the shortest help line has.
const phone = line("the number", LONGEST.phone).check(
  unlessBlank((value) => (value.match(/\d/g) ?? []).length >= 5, "Give a telephone number, such as 0161 496 0000."),
);
const email = line("the address", LONGEST.email).check(
  unlessBlank(
    (value) => /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(value),
    "Give an e-mail address, such as hello@partner.example.",
  ),
);

/** What each field of a partner takes, and what it is tidied to. */
export const partnerFields: Readonly<Record<PartnerTextField, z.ZodMiniType<string, string>>> = {
  name: line("the name", LONGEST.name).check(
    z.minLength(
      SHORTEST_PARTNER_NAME,
      `Give a name of at least ${SHORTEST_PARTNER_NAME} characters, so that people find it.`,
    ),
  ),
  summary: lines("the summary", LONGEST.summary),
  description: lines("the description", LONGEST.description),
  accessibility: lines("this", LONGEST.accessibility),
  website: line("the address", LONGEST.website).check(
    unlessBlank(isWebAddress, "Give the whole address, such as https://partner.example."),
  ),
  socials: lines("this", LONGEST.socials).check(linesFault(readSocials)),
  publicContactName: contactName,
  publicContactPhone: phone,
  publicContactEmail: email,
  internalContactName: contactName,
  internalContactPhone: phone,
  internalContactEmail: email,
  openingHours: lines("the hours", LONGEST.openingHours).check(linesFault(readOpeningHours)),
  slug: line("the public address", LONGEST.slug).check(
    unlessBlank(
      (value) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value),
      "Use small letters, digits and single hyphens, such as hulme-garden.",
    ),
  ),
  line1: line("the line", LONGEST.addressLine),
  line2: line("the line", LONGEST.addressLine),
  city: line("the town", LONGEST.city),
  postcode: tidyText(tidyPostcode, "the postcode", LONGEST.postcode).check(
    unlessBlank((value) => POSTCODE.test(value.replace(" ", "")), "Give a whole postcode, such as M15 5RF."),
  ),
  addressPlace: line("the code", LONGEST.key),
};

type TextShape = Record<PartnerTextField, z.ZodMiniOptional<z.ZodMiniType<string, string>>>;

/** The fields that hold a text as optional ones, each with the schema that is given for it. */
export function textShape(schemaOf: (field: PartnerTextField) => z.ZodMiniType<string, string>): TextShape {
  const fields = PARTNER_TEXT_FIELDS.map((field) => {
    const schema = schemaOf(field);
    return [field, z.optional(field === "addressPlace" ? oneChosen(schema, "Choose one place.") : schema)];
  });
  return Object.fromEntries(fields) as TextShape;
}

/** Codes of places or ids of tags: of a field that is repeated, or there once. Blank rows are ignored. Source: domains/places.md section 4. */
export const keys = keyList(MOST_CHANGES, `Choose at most ${MOST_CHANGES} of the places or tags on offer in one save.`);

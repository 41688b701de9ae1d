import { PARTNERS_PATH, type PartnerTextField } from "@/lib/places/partners/constants";

/** The address of the page that takes a file of new partners. */
export const PARTNER_IMPORT_PATH = `${PARTNERS_PATH}/import`;

/** Partners that one file may hold: what can be looked through before it is imported. */
export const MOST_IMPORT_ROWS = 500;

/** Characters that one file may hold: 500 partners with a page of text each. */
export const LONGEST_IMPORT = 600_000;

/** A field of the form for a new partner that a file may fill in. */
export type ImportField = Exclude<PartnerTextField, "slug"> | "addNeighbourhoods" | "addTags";

/** The columns of a file: what each is called, and which field of the form it fills in. Only the name has to be there. */
export const IMPORT_COLUMNS: readonly Readonly<{ heading: string; field: ImportField }>[] = [
  { heading: "Name", field: "name" },
  { heading: "Summary", field: "summary" },
  { heading: "Description", field: "description" },
  { heading: "Accessibility", field: "accessibility" },
  { heading: "Website", field: "website" },
  { heading: "Other networks", field: "socials" },
  { heading: "Public contact name", field: "publicContactName" },
  { heading: "Public contact phone", field: "publicContactPhone" },
  { heading: "Public contact e-mail", field: "publicContactEmail" },
  { heading: "Internal contact name", field: "internalContactName" },
  { heading: "Internal contact phone", field: "internalContactPhone" },
  { heading: "Internal contact e-mail", field: "internalContactEmail" },
  { heading: "Opening hours", field: "openingHours" },
  { heading: "Address line 1", field: "line1" },
  { heading: "Address line 2", field: "line2" },
  { heading: "Town", field: "city" },
  { heading: "Postcode", field: "postcode" },
  { heading: "Neighbourhood", field: "addressPlace" },
  { heading: "Service areas", field: "addNeighbourhoods" },
  { heading: "Tags", field: "addTags" },
];

import { type PartnerListQuery, partnerListHref } from "@/lib/places/partner-list/schemas";
import { PARTNERS_PATH } from "@/lib/places/partners/constants";

/** The address that gives the list of partners as a file. */
const EXPORT_PATH = `${PARTNERS_PATH}/export`;

/** Partners that one file holds at most: what spreadsheet programs open without trouble, and a minute's work to write. */
export const MOST_EXPORTED = 50_000;

/** How often one person may take the list away: each file is a reading of everything that they see. */
export const EXPORT_LIMIT = { name: "partner-export", points: 30, seconds: 3_600 };

/** The address of the file with exactly what the list shows: the same questions and columns, all pages, by name. */
export function exportHref(query: PartnerListQuery): string {
  return partnerListHref(EXPORT_PATH, query, { cursor: null });
}

import { PARTNER_NOTICES, type PartnerNotice } from "@/lib/places/partners/constants";

/** What a page knows that a notice on it must not contradict. */
export type NoticePlace =
  | "list"
  | Readonly<{
      hidden: boolean;
      /** Names of the places that the reader's own last save took away beyond their area. */
      removedBeyondArea: readonly string[];
    }>;

/** Notices about a partner that the reader does not see any more: they stand on the list, all others on a record. */
const OF_THE_LIST: readonly PartnerNotice[] = ["partner-deleted", "partner-saved-out-of-sight"];

/**
 * The notice behind a parameter of an address; null for anything else, and where what the page shows says otherwise: a
 * partner that is shown was not just hidden, and one that is there was not deleted. What no page can know stays with
 * the address, such as that something was saved at all.
 * @param code the parameter as it came.
 * @param place the list, or the record with its facts as they are now.
 */
export function readPartnerNotice(code: unknown, place: NoticePlace): PartnerNotice | null {
  const notice = PARTNER_NOTICES.find((known) => known === code);
  if (notice === undefined || OF_THE_LIST.includes(notice) !== (place === "list")) return null;
  return place === "list" || holds(notice, place) ? notice : null;
}

function holds(notice: PartnerNotice, { hidden, removedBeyondArea }: Exclude<NoticePlace, "list">): boolean {
  if (notice === "partner-hidden") return hidden;
  if (notice === "partner-shown") return !hidden;
  return notice !== "partner-saved-beyond-area" || removedBeyondArea.length > 0;
}

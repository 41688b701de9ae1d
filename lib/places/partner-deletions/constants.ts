import { PARTNERS_PATH } from "@/lib/places/partners/constants";

/** The address of the list of partners that were deleted and can still be brought back. */
export const DELETED_PARTNERS_PATH = `${PARTNERS_PATH}/deleted`;

/** Days in which root can bring a deleted partner back, as people read it. The engine's rule is `DAYS_TO_RESTORE` of facts/deleted-partners; a test holds the two together. */
export const RESTORE_DAYS = 30;

/** Deleted partners on one page of their list. */
export const DELETIONS_PER_PAGE = 50;

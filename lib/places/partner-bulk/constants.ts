import { PARTNERS_PATH } from "@/lib/places/partners/constants";

/** The most partners that one act changes: more than a person ticks by hand, little enough to judge and to lock at once. */
export const MOST_PARTNERS_AT_ONCE = 200;

/** The address of the page that asks what to do with the partners that were chosen in the list, named by its parameters `partner`. */
export const PARTNER_BULK_PATH = `${PARTNERS_PATH}/bulk`;

/** What may be done to the chosen partners, by the parameter `act`, in the order shown. */
export const BULK_ACTS = ["add-tag", "remove-tag", "hide", "add-admin"] as const;

/** One of those acts. */
export type BulkAct = (typeof BULK_ACTS)[number];

/** The id of the form that the checkboxes of the list belong to, wherever they stand. */
export const SELECTION_FORM = "partner-selection";

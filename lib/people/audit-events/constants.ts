/** Events on one page of the audit trail or of a record's history. */
export const EVENTS_PER_PAGE = 100;
